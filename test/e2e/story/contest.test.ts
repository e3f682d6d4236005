/** A contest from its announcement to diplomas: experts never learn whose a work is, participants never who judged it. */
import { expect, test } from '#test/support/site.ts'
import { announceContest, checkWorks, composePanels, handIn, pass, schoolOf, type Work } from './competing.ts'
import {
  acceptAll,
  appeal,
  checkDiploma,
  enterOrder,
  judge,
  judgesOf,
  overAll,
  placesOn,
  publishRanking,
  readBlind,
  unsaid,
} from './judging.ts'
import { visit } from './people.ts'

test('a contest: works, check, codes, panels, sheets, a third expert, a tie, an appeal, order, diplomas, feedback', {
  timeout: 600_000,
}, async ({ as, page, site }) => {
  const [institute, secretary] = [await as('institute'), await as('secretary')]
  const contest = await announceContest(institute, site)
  await schoolOf(site, 'second-school@demo.example')
  const works: Work[] = []
  for (const [who, title] of entries) works.push(await handIn(await as(who), contest, title))
  const [first, second, third] = works as [Work, Work, Work]
  await checkWorks(institute, works)
  await pass(site, contest, 'intake')
  await composePanels(secretary, institute, contest)

  const judges = await judgesOf({ as, site }, contest)
  const asked = await acceptAll(judges, contest)
  expect(asked).toBeGreaterThan(1)
  await overAll(institute, `${contest}/progress/opening`, /Открыть листы/, 'Листы открыты')
  const codes = await codesOf(works)
  const own = new Set(judges.map(({ surname }) => surname))
  const reader = judges.find(({ number }) => number === codes.reader)
  if (reader) await readBlind(reader, contest, works, codes.secrets)

  // two works are marked alike; marks of the last one lie apart
  await judge(judges, contest, (code, before) => (code !== codes.of(third) ? 3 : before === 0 ? 0 : 4))
  await overAll(secretary, `${contest}/progress/thirds`, /Пригласить/, 'Приглашения отправлены')
  expect(await acceptAll(judges, contest)).toBe(1)
  await judge(judges, contest, () => 2)

  await publishRanking(institute, contest)
  const tied = await placesOn(page, contest)
  expect(works.map((work) => tied.get(codes.of(work)))).toEqual(['1', '1', '3'])
  await unsaid(page, [`${contest}/results`], [...codes.secrets, ...own])
  await appeal(institute, second)
  await publishRanking(institute, contest)
  const placed = await placesOn(page, contest)
  expect(works.map((work) => placed.get(codes.of(work)))).toEqual(['2', '1', '3'])

  await pass(site, contest, 'appeals')
  await enterOrder(institute, contest)
  await visit(page, `${contest}/results`)
  await page.getByText('приказом от').first().waitFor()
  await page.getByText(second.title).first().waitFor()
  await checkDiploma(page, site, second)
  for (const work of works) {
    await visit(work.page, `${work.path}/feedback`)
    await work.page.getByText('Обосновано в программе. эксперт').first().waitFor()
    const paths = [
      contest,
      work.path,
      `${work.path}/feedback`,
      `${contest}/results`,
      '/cabinet/notifications',
    ]
    await unsaid(work.page, paths, [...own])
  }
  expect((await first.page.request.get(`${second.path}/feedback`)).status()).toBe(404)

  /** What the database alone knows: codes, and whose words must not be seen. */
  async function codesOf(works: readonly Work[]) {
    const rows = await site.owner.sql<{ path: string; code: string; name: string; short: string }[]>`
      select '/works/' || w.number as path, w.code, o.name, o.short_name as short from submissions w
      join organisations o on o.id = w.organisation_id join contests c on c.id = w.contest_id
      where '/contests/' || c.number = ${contest}`
    const [member] = await site.owner.sql<{ number: number }[]>`
      select p.number from seats s join people p on p.id = s.person_id join panels n on n.id = s.panel_id
      join submissions w on w.id = n.submission_id join contests c on c.id = w.contest_id
      where '/contests/' || c.number = ${contest} and s.standing = 'member' order by 1 limit 1`
    return {
      of: ({ path }: Work) => rows.find((row) => row.path === path)?.code ?? '',
      secrets: [
        ...rows.flatMap(({ name, short }) => [name, short]),
        ...works.map(({ title }) => `Автор работы «${title}»`),
        'Запрудная',
      ],
      reader: member?.number,
    }
  }
})

const entries = [
  ['school', 'Школа роста'],
  ['second-school', 'Школа диалога'],
  ['municipality', 'Муниципальная программа'],
] as const
