/** Results of a campaign: the 2021 sample (O-4), who is refused and why, all or nothing, and back. */
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { campaignById, campaignsOf } from '#app/domain/assessment/results/campaigns.server.ts'
import {
  commitResults,
  openResults,
  undoResults,
} from '#app/domain/assessment/results/importing-results.server.ts'
import { applicationShown } from '#app/domain/assessment/way/applications.server.ts'
import { fileApplication } from '#app/domain/assessment/way/applying.server.ts'
import { answerNomination } from '#app/domain/assessment/way/consenting.server.ts'
import { decideApplications } from '#app/domain/assessment/way/deciding.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import {
  chooseAll,
  countsOfImport,
  importById,
  listImports,
  rowsOfImport,
} from '#app/domain/organisations/imports.server.ts'
import { assessmentResults, importRows, people } from '#db/schema/index.ts'
import { nominated, surveyed, test } from '#test/support/way-room.ts'

const head = ['Номер в реестре', 'ФИО', 'Баллы', 'Максимум', 'Дата', 'Согласие']

const table = (direction: { id: string }, rows: readonly (readonly string[])[]) => ({
  ...{ name: 'Кампания', direction: direction.id, day: '2026-02-20', maximum: 100 },
  ...{ grid: [head, ...rows], part: 'professional' as const },
})

async function written(ctx: ActingCtx, id: string, leave = false) {
  const { revision: seen } = await importById(ctx, id)
  await commitResults(ctx, id, { seen, leave })
}

const verdicts = async (ctx: ActingCtx, id: string) =>
  (await rowsOfImport(ctx, id, {})).rows.map(({ verdict, reasons }) => [
    verdict,
    reasons.map(({ code }) => code),
  ])

describe('O-4', () => {
  test('492 results of the 2021 sample: 1, 33, 432, 26, that is 0, 7, 88, 5 %', async ({
    way,
    given,
    acts,
    db,
  }) => {
    const counts = [1, 33, 432, 26]
    // both edges of each band are among them
    const edges: [number, number][] = [
      [299, 299],
      [300, 599],
      [600, 899],
      [900, 1000],
    ]
    const rows = await db
      .insert(people)
      .values(
        Array.from({ length: 492 }, (_, at) => ({
          ...{ familyName: `Выборкин-${at}`, givenName: 'Пётр', source: 'import' as const },
        })),
      )
      .returning({ number: people.number })
    const points = counts.flatMap((count, band) =>
      Array.from({ length: count }, (_, at) => edges[band]?.[at === 0 ? 1 : 0] ?? 0),
    )
    const grid = rows.map(({ number }, at) => [
      ...[`№ ${number}`, '', String(points[at]), '1000', '20.11.2021', '01.11.2021'],
    ])
    const id = await openResults(way.organizer, table(way.direction, grid))
    expect(await countsOfImport(way.organizer, id)).toMatchObject({ all: 492, same: 492, rejected: 0 })
    await written(way.organizer, id)

    const ministry = acts(await given.user({ role: 'ministry' }))
    const campaign = await campaignById(ministry, id)
    expect(campaign.bands).toEqual([
      { code: 'low', count: 1, percent: 0 },
      { code: 'basic', count: 33, percent: 7 },
      { code: 'raised', count: 432, percent: 88 },
      { code: 'high', count: 26, percent: 5 },
    ])
    // of the raised only the one with 89,9 % has passed: exactly 60 % is no pass
    expect(campaign).toMatchObject({ total: 492, passed: 27 })
    const other = await given.registry.direction()
    const foreign = acts(
      await given.user({ role: 'organizer', scopeKind: 'direction', scopeId: other.directionId }),
    )
    await expect(campaignById(foreign, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(importById(foreign, id)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await campaignsOf(foreign, undefined, 30)).campaigns).toEqual([])
    expect((await listImports(foreign)).rows).toEqual([])
    for (const role of ['municipality', 'school'] as const)
      await expect(campaignById(role === 'school' ? way.head : way.municipality, id)).rejects.toMatchObject({
        code: 'forbidden',
      })
  })
})

test('a nominee without consent, a stranger, wrong points and a day ahead are rejected with the reason (O-11)', async ({
  way,
  given,
}) => {
  const [silent, refused, admitted] = [await way.worker(), await way.worker(), await way.worker()]
  await nominated(way.head, way, [silent])
  await answerNomination(refused, await nominated(way.head, way, [refused]), {
    answer: 'declined',
    words: '',
  })
  const number = await fileApplication(admitted, way.direction.id)
  await surveyed(admitted, number)
  await decideApplications(way.organizer, {
    ...{ applications: [number], decision: 'admitted', grounds: [], words: '' },
  })
  const paperless = await given.person()
  const row = (who: number | string, earned = '61', day = '', consent = '01.02.2026') =>
    typeof who === 'number'
      ? [`№ ${who}`, '', earned, '100', day, consent]
      : ['', who, earned, '100', day, consent]
  const { familyName, givenName, patronymic } = admitted.actor
  const id = await openResults(
    way.organizer,
    table(way.direction, [
      ...[row(silent.actor.number), row(refused.actor.number), row(paperless.number, '61', '', '')],
      ...[
        row(2147483),
        row('Никто Никтович'),
        row(paperless.number, '101'),
        row(paperless.number, '61', '01.04.2026'),
      ],
      row(`${familyName} ${givenName} ${patronymic}`),
      row(admitted.actor.number, '62'),
    ]),
  )
  expect(await verdicts(way.organizer, id)).toEqual([
    ['rejected', ['consent-none']],
    ['rejected', ['consent-none']],
    ['rejected', ['consent-none']],
    ['rejected', ['no-number']],
    ['rejected', ['nobody']],
    ['rejected', ['points']],
    ['rejected', ['day-ahead']],
    ['same', []],
    ['rejected', ['twice']],
  ])
  await expect(written(way.organizer, id)).rejects.toMatchObject({ code: 'import-rejected' })
  await written(way.organizer, id, true)
  expect(await applicationShown(admitted, number)).toMatchObject({
    ...{ stage: 'passed', results: [{ attempt: 1, points: { earned: 61 }, band: 'raised' }] },
  })
  await expect(
    openResults(way.head, table(way.direction, [row(admitted.actor.number)])),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

test('a name alone decides nothing; the table is taken back whole, and the same one changes nothing twice', async ({
  way,
  given,
  db,
}) => {
  const name = { familyName: 'Одноимённый', givenName: 'Лев', patronymic: '' }
  const [one] = [await given.person(name), await given.person(name)]
  const known = await given.person()
  const grid = [
    ['', 'Одноименный Лев', '70', '100', '', '01.02.2026'],
    [`№ ${known.number}`, '', '45', '100', '', '01.02.2026'],
  ]
  const id = await openResults(way.organizer, table(way.direction, grid))
  expect((await verdicts(way.organizer, id))[0]).toEqual(['probable', ['name-only']])
  await expect(written(way.organizer, id)).rejects.toMatchObject({ code: 'import-undecided' })
  await chooseAll(way.organizer, id, 'skip')
  await written(way.organizer, id)
  const of = (person: { id: string }) =>
    db.select().from(assessmentResults).where(eq(assessmentResults.personId, person.id))
  expect(await of(one)).toEqual([])
  expect(await of(known)).toMatchObject([{ earned: 45, attempt: 1, importId: id, withdrawnAt: null }])
  // points do not stay behind in the rows
  const rows = await db.select().from(importRows).where(eq(importRows.importId, id))
  expect(rows.every(({ cells, read }) => cells.length === 0 && Object.keys(read).length === 0)).toBe(true)

  const again = await openResults(way.organizer, table(way.direction, grid.slice(1)))
  expect(await verdicts(way.organizer, again)).toEqual([['same', ['result-again']]])
  await written(way.organizer, again)
  expect(await of(known)).toHaveLength(1)

  await undoResults(way.colleague, id, 'Не та таблица')
  expect((await of(known))[0]?.withdrawnAt).not.toBeNull()
  expect((await campaignsOf(way.organizer, undefined, 30)).campaigns.map((one) => one.id)).not.toContain(id)
})
