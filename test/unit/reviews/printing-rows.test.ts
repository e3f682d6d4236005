/** A row of the summary in words: whose it is, what its author holds against the record, who thinks otherwise. */
import { expect, test } from 'vitest'
import type { Ctx } from '#app/domain/ctx.ts'
import { fromFrozen } from '#app/domain/reviews/summary/printing-rows.ts'
import { ru } from '#content/messages/ru.ts'

const frozen = {
  ...{ number: 9, participant: 4, person: null, receivedAt: '2026-03-02T09:00:00.000Z' },
  ...{ kind: 'objection', weight: 'substantive', address: 'п. 5.4', version: 1, exact: 'до их рассмотрения' },
  ...{ status: null, body: 'Статус сохраняется.', replacement: null, supports: 0, hidden: false },
  ...{ decision: 'partly', reason: 'Не показываем.', changedVersion: null, position: 'Школа № 5' },
  objections: [{ day: '2026-03-04', body: 'Не так', answer: 'Исправили', corrected: true }],
  dissents: [{ id: 'd', day: '2026-03-03', person: 7, body: 'Не согласен.' }],
}
const author = (name: string) => ({
  ...{ participantNumber: 4, name, post: 'директор', expert: false, municipality: '' },
  ...{ onBehalfOf: null },
})
const of = { ctx: { zone: 'UTC' } as Ctx, words: ru, names: new Map([[7, 'Лисицына Ия']]) }
type Author = NonNullable<Parameters<typeof fromFrozen>[1]>

test('an organisation that is the author is named once, its number on the line of the sign', () => {
  const own = fromFrozen(frozen, author('Школа № 5') as Author, of)
  expect(own.author).toBe('Школа №\u00a05, директор, позиция организации')
  const by = fromFrozen(frozen, author('Школа № 50') as Author, of)
  expect(by.author).toBe('Школа №\u00a050, директор, позиция организации: Школа №\u00a05')
})

test('kind, words, the objection with its answer and the dissent are sentences one under another', () => {
  expect(fromFrozen(frozen, undefined, of).remark.split('\n')).toEqual([
    'Возражение. Статус сохраняется.',
    'Автор считает, что записано неверно (04.03.2026): Не так',
    'Запись исправлена: Исправили',
    'Особое мнение (Лисицына Ия, 03.03.2026): Не согласен.',
  ])
})
