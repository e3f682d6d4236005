/** A table of results tells no hidden name, and asks of each row what the one-by-one commands ask. */
import { and, eq, inArray } from 'drizzle-orm'
import { expect } from 'vitest'
import {
  commitResults,
  openResults,
  undoResults,
} from '#app/domain/assessment/results/importing-results.server.ts'
import { fileApplication } from '#app/domain/assessment/way/applying.server.ts'
import { decideApplications } from '#app/domain/assessment/way/deciding.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { importById, rowsOfImport } from '#app/domain/organisations/imports.server.ts'
import { consents, entrepreneurStatements, importRows, logEntries } from '#db/schema/index.ts'
import { surveyed, test } from '#test/support/way-room.ts'

const head = ['Номер в реестре', 'ФИО', 'Баллы', 'Максимум', 'Дата', 'Согласие', 'Предприниматель']

const opened = (ctx: ActingCtx, direction: { id: string }, rows: readonly (readonly string[])[]) =>
  openResults(ctx, {
    ...{ name: 'Кампания', direction: direction.id, day: '2026-02-20', maximum: 100 },
    ...{ grid: [head, ...rows], part: 'professional' as const },
  })

const row = (who: { number: number }, name = '', { consent = '01.02.2026', business = '' } = {}) => [
  ...[`№ ${who.number}`, name, '61', '100', '', consent, business],
]

async function written(ctx: ActingCtx, id: string) {
  const { revision: seen } = await importById(ctx, id)
  await commitResults(ctx, id, { seen, leave: true })
}

test('a number tells no hidden name: neither beside a wrong name nor alone; nothing of it stays after the writing', async ({
  way,
  given,
  db,
}) => {
  const name = { givenName: 'Фёкла', patronymic: 'Саввична' }
  const people = [
    await given.person({ ...name, familyName: 'Тайнова' }),
    await given.person({ ...name, familyName: 'Скрытная' }),
    await given.person({ ...name, familyName: 'Сама' }),
    await given.person({ ...name, familyName: 'Явная' }),
  ] as const
  const [wrong, alone, whole, open] = people
  await given.registry.disclose(open)
  const id = await opened(way.organizer, way.direction, [
    ...[row(wrong, 'Т'), row(alone), row(whole, 'Сама Фекла Саввична'), row(open)],
  ])
  const { rows } = await rowsOfImport(way.organizer, id, {})
  expect(rows[0]?.reasons).toEqual([{ code: 'other-person', facts: { number: wrong.number } }])
  expect(rows.slice(1).map(({ matches }) => matches[0]?.name)).toEqual([
    `№\u00a0${alone.number}`,
    `Сама Фёкла Саввична, №\u00a0${whole.number}`,
    `Явная Фёкла Саввична, №\u00a0${open.number}`,
  ])
  await written(way.organizer, id)
  const reasons = async () =>
    (await db.select().from(importRows).where(eq(importRows.importId, id))).flatMap((one) => one.reasons)
  expect(await reasons()).toEqual([])
  // a table written before reasons were cleared
  await db
    .update(importRows)
    .set({ reasons: [{ code: 'other-person', facts: { name: 'Тайнова' } }] })
    .where(eq(importRows.importId, id))
  await undoResults(way.organizer, id, 'Не та таблица')
  expect(await reasons()).toEqual([])
})

test('own points, a paper older than the withdrawal and a statement on a stranger are rejected; whoever is written has entries in the log', async ({
  way,
  given,
  db,
}) => {
  const [withdrawn, again, stranger, plain] = [
    ...[await given.person(), await given.person()],
    ...[await given.person(), await given.person()],
  ] as const
  const gone = { kind: 'processing' as const, version: '1', textSha256: '0'.repeat(64) }
  await db.insert(consents).values(
    [withdrawn, again].map(({ id: personId }) => ({
      ...{ ...gone, personId, givenAt: new Date('2026-01-10T09:00:00Z') },
      withdrawnAt: new Date('2026-02-10T20:00:00Z'),
    })),
  )
  const admitted = await way.worker()
  const number = await fileApplication(admitted, way.direction.id)
  await surveyed(admitted, number)
  await decideApplications(way.organizer, {
    ...{ applications: [number], decision: 'admitted', grounds: [], words: '' },
  })
  const id = await opened(way.organizer, way.direction, [
    row(way.organizer.actor),
    // 20:00 by Greenwich is the next day here
    ...[row(withdrawn, '', { consent: '10.02.2026' }), row(again, '', { consent: '11.02.2026' })],
    ...[row(stranger, '', { business: 'да' }), row(plain), row(admitted.actor, '', { business: 'да' })],
  ])
  const { rows } = await rowsOfImport(way.organizer, id, {})
  expect(rows.map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)])).toEqual([
    ...[['rejected', 'own-result'], ['rejected', 'consent-older'], ['same']],
    ...[['rejected', 'entrepreneur-stranger'], ['same'], ['same']],
  ])
  await written(way.organizer, id)
  const everybody = [withdrawn.id, stranger.id, plain.id, admitted.actor.personId]
  const kinds = ['consent.entered', 'entrepreneur.entered', 'result.entered', 'result.withdrawn']
  const log = async () => {
    const entries = await db
      .select()
      .from(logEntries)
      .where(and(inArray(logEntries.objectId, everybody), inArray(logEntries.kind, kinds)))
    return entries
      .filter(({ actorId }) => actorId === way.organizer.actor.personId)
      .map(({ kind, objectId }) => `${kind} ${objectId === plain.id ? 'plain' : 'admitted'}`)
      .sort()
  }
  const entered = ['consent.entered plain', 'entrepreneur.entered admitted', 'result.entered admitted']
  expect(await log()).toEqual([...entered, 'result.entered plain'])
  const of = eq(entrepreneurStatements.personId, stranger.id)
  expect(await db.select().from(entrepreneurStatements).where(of)).toEqual([])
  await undoResults(way.organizer, id, 'Не та таблица')
  expect((await log()).slice(4)).toEqual(['result.withdrawn admitted', 'result.withdrawn plain'])
})
