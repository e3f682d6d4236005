/** A table of results tells no hidden name, and asks of each row what the one-by-one commands ask. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import {
  commitResults,
  openResults,
  undoResults,
} from '#app/domain/assessment/results/importing-results.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { importById, rowsOfImport } from '#app/domain/organisations/imports.server.ts'
import { importRows } from '#db/schema/index.ts'
import { test } from '#test/support/way-room.ts'

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
