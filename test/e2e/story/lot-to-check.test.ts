/** An expertise by lot from the request to the public check page, with refusals and marks that lie far apart. */
import type { Page } from 'playwright-core'
import { expect, test } from '#test/support/site.ts'
import {
  accept,
  decline,
  fillSheet,
  inviteSeats,
  issueConclusion,
  openSheets,
  requestPanel,
} from './expertise.ts'
import { day, press, send, visit } from './people.ts'

test('the draw: request, lottery, refusals, sheets, low agreement, consensus round, signed conclusion, check page', {
  timeout: 600_000,
}, async ({ as, page, site }) => {
  const institute = await as('institute')
  const panel = await requestPanel(institute, 'vpr-recheck-guidelines', site, { size: '2', reserve: '2' })
  const coordinator = await as('coordinator')
  await draw(coordinator, panel)
  await settleWarnings(coordinator, panel)

  const [chair, second, third, fourth] = (await inviteSeats({ as, site }, coordinator, panel)) as Four
  await accept(chair)
  await decline(second)
  await decline(third)
  await accept(fourth)
  await openSheets(coordinator, panel)

  await fillSheet(chair, 0)
  await fillSheet(fourth, -1)
  const apart = await callRound(chair, panel)
  for (const member of [chair, fourth]) await giveSecondMarks(member, panel)
  await visit(chair, `${panel}/round`)
  await chair.getByText('ответили все').waitFor()

  await issueConclusion({ as, guest: page, site }, panel, [chair, fourth])
  await page.getByText('Документ выпущен на этой площадке и не отозван').waitFor()
  await readConclusion(page, panel, apart)
  await replay(page, panel)
})

type Four = [Page, Page, Page, Page]

/** Binds the secret to a number that is not known yet, then draws with it. */
async function draw(coordinator: Page, panel: string) {
  await visit(coordinator, panel)
  await send(coordinator, { source: 'официальный курс доллара на завтра' }, 'Объявить жребий')
  await coordinator.getByText('Жребий объявлен').first().waitFor()
  await send(coordinator, { publicValue: '92,4107' }, 'Провести жребий')
}

/** Who was drawn is chance: what stands in the way of some is decided on as it comes. */
async function settleWarnings(coordinator: Page, panel: string) {
  await visit(coordinator, `${panel}/conflicts`)
  const forms = coordinator.locator(`form[action="${panel}/conflicts"]`)
  for (let left = await forms.count(); left > 0; left -= 1) {
    await forms.first().locator('textarea').fill('Связь давняя и на оценку не влияет.')
    await press(coordinator, forms.first().getByRole('button'))
    await expect.poll(() => forms.count()).toBe(left - 1)
  }
}

/** The chair sees how far the marks lie apart and calls a round over all criteria that do; returns their number. */
async function callRound(chair: Page, panel: string): Promise<number> {
  await visit(chair, `${panel}/conclusion`)
  await chair.getByRole('link', { name: 'Решить, что делать с расхождением' }).click()
  await chair.getByRole('heading', { name: 'Оценки расходятся' }).waitFor()
  const criteria = await chair.locator('main [name="criteria"]').count()
  expect(criteria).toBeGreaterThan(3)
  await send(
    chair,
    { reason: 'Обсудим, что считать опорой на нормы.', lastDay: day(4) },
    'Открыть согласование',
  )
  return criteria
}

/** Everybody moves to the middle of the scale and says why. */
async function giveSecondMarks(member: Page, panel: string) {
  await visit(member, `${panel}/round`)
  for (const group of await member.locator('main form fieldset[aria-labelledby^="c-"]').all()) {
    await group.locator('input[type=radio][value="2"]').check()
    await group.locator('textarea').fill('Перечитал доводы, ставлю среднюю оценку.')
  }
  const sending = member.locator('main').getByRole('button', { name: 'Отправить вторые оценки' })
  // what was typed last is saved first: the press answers twice
  await press(member, sending)
  await sending.waitFor({ state: 'hidden' })
}

/** Anybody reads the second marks beside the first. */
async function readConclusion(page: Page, panel: string, apart: number) {
  await visit(page, `/conclusions/${panel.split('/').at(-1)}-1`)
  expect(await page.getByText('вторая оценка (согласование').count()).toBe(2 * apart)
}

/** Anybody has the draw recomputed from the protocol, on the server and in the own browser. */
async function replay(page: Page, panel: string) {
  await visit(page, `${panel}/protocol`)
  await page.getByRole('link', { name: 'Проверить отбор' }).click()
  await page.getByText('Отбор воспроизводится').waitFor()
  await page.getByText('ещё раз в вашем браузере').waitFor()
}
