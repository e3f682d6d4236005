import PizZip from 'pizzip'
import { expect, test } from 'vitest'
import { blocksOf } from '#app/domain/reviews/blocks.ts'
import { compare } from '#app/domain/reviews/comparing.ts'
import { comparisonDocx } from '#app/domain/reviews/comparing-docx.server.ts'
import { docFromPlain, withIds } from '#app/domain/reviews/importing.ts'
import { imported } from '#test/support/word.ts'

const units = (text: string) => blocksOf(withIds(docFromPlain(text).doc))
const print = (before: string, after: string, notes: string[] = []) =>
  comparisonDocx({
    title: 'Сравнение <редакций>',
    author: 'Редакция "2"',
    at: new Date('2026-03-01T09:00:00Z'),
    lang: 'ru',
    rows: compare(units(before), units(after)).map((row) => ({
      ...row,
      notes: row.change === 'same' ? [] : notes,
    })),
  })
const before = `Настоящий Порядок определяет сроки рассмотрения заявлений педагогов.

Заявление рассматривается в течение пяти рабочих дней секретарём комиссии.

Пункт, которого в новой редакции больше нет вовсе, исключается.

Решение оформляется протоколом и подписывается председателем комиссии.`
const after = `Настоящий Порядок определяет сроки рассмотрения заявлений педагогов.

Заявление рассматривается в течение десяти рабочих дней & "секретарём" </w:t> комиссии.

Решение оформляется протоколом и подписывается председателем комиссии.

Совершенно новый абзац: участники узнают о решении из личного кабинета.`

test('accepting every revision gives the newer words, rejecting the older ones', () => {
  const bytes = Buffer.from(print(before, after))
  const texts = (how: 'accept' | 'reject') => imported(bytes, how).blocks.map(({ text }) => text)
  expect(texts('accept')).toEqual(['Сравнение <редакций>', ...after.split('\n\n')])
  expect(texts('reject')).toEqual(['Сравнение <редакций>', ...before.split('\n\n')])
  expect(imported(bytes, 'accept').changes).toMatchObject({ moved: 0, formatted: 0 })
})

test('why a place changed is said in a comment; no control character breaks the file', () => {
  const bytes = print(before, after, ['Вызвано предложением № 12 \u0001\ud800<b>'])
  const { comments } = imported(Buffer.from(bytes), 'accept')
  expect(comments.length).toBeGreaterThan(2)
  const text = new PizZip(bytes).file('word/comments.xml')?.asText() ?? ''
  expect(text).toContain('Вызвано предложением № 12 &lt;b&gt;')
})

test('each revision has its number, its author and its day', () => {
  const xml = new PizZip(print(before, after)).file('word/document.xml')?.asText() ?? ''
  expect(xml).toContain('w:author="Редакция &quot;2&quot;" w:date="2026-03-01T09:00:00Z"')
  const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(4)
  expect(new Set(ids).size).toBe(ids.length)
})
