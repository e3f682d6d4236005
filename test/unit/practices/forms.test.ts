/** What a browser sends for a choice that nobody made is no fault. */
import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'
import { DecisionForm, PassportForm } from '#app/domain/practices/forms.ts'

function sent(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

test('a passport is saved before its direction and tier are chosen, and not with a made-up one', () => {
  const typed = { title: 'Разбор работ', abstract: '', direction: '', tier: '', licence: '', edition: '1' }
  const draft = parseWithZod(sent(typed), { schema: PassportForm })
  expect(draft).toMatchObject({ status: 'success', value: { direction: '', tier: '', subjects: [] } })
  const wrong = parseWithZod(sent({ ...typed, tier: 'galactic', direction: 'x' }), { schema: PassportForm })
  expect(Object.keys(wrong.reply().error ?? {}).sort()).toEqual(['direction', 'tier'])
})

test('a practice is published without a planned day, and returned only with a reason', () => {
  const now = parseWithZod(sent({ decision: 'publish', reason: '', publishOn: '' }), { schema: DecisionForm })
  expect(now).toMatchObject({ status: 'success', value: { publishOn: '' } })
  const mute = parseWithZod(sent({ decision: 'returned', reason: '' }), { schema: DecisionForm })
  expect(Object.keys(mute.reply().error ?? {})).toEqual(['reason'])
})
