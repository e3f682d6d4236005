import PizZip from 'pizzip'
import { expect, test } from 'vitest'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { docFromMarkdown, docFromPlain, withIds } from '#app/domain/reviews/texts/importing.ts'
import { compare } from '#app/domain/reviews/versions/comparing.ts'
import { comparisonDocx } from '#app/domain/reviews/versions/comparing-docx.server.ts'
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

test('a table stays a table; its rows that came or went are revisions as a whole', () => {
  const rows = (lines: string[]) =>
    blocksOf(withIds(docFromMarkdown(`| Этап | Срок |\n| --- | --- |\n${lines.join('\n')}`).doc))
  const [first, last] = ['| Приём заявок | до первого марта |', '| Подведение итогов | до первого мая |']
  const [gone, fresh] = ['| Жребий среди участников | вечером |', '| Вручение дипломов школам | осенью |']
  const bytes = comparisonDocx({
    title: 'Сравнение',
    author: 'Редакция 2',
    at: new Date('2026-03-01T09:00:00Z'),
    lang: 'ru',
    rows: compare(rows([first, gone, last]), rows([first, last, fresh])).map((row) => ({
      ...row,
      notes: [],
    })),
  })
  const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? ''
  expect(xml.match(/<w:tbl>/g)).toHaveLength(1)
  expect(xml.match(/<w:trPr><w:del /g)).toHaveLength(1)
  expect(xml.match(/<w:trPr><w:ins /g)).toHaveLength(1)
  const cells = (how: 'accept' | 'reject') =>
    imported(Buffer.from(bytes), how).blocks.flatMap(({ kind, text }) => (kind === 'cell' ? [text] : []))
  const words = (lines: string[]) =>
    lines.flatMap((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean),
    )
  expect(cells('accept')).toEqual(['Этап', 'Срок', ...words([first, last, fresh])])
  expect(cells('reject')).toEqual(['Этап', 'Срок', ...words([first, gone, last])])
})

test('words changed one after another are one change for a reader', () => {
  const parts = compare(
    units('Срок вручения диплома устанавливает организатор.'),
    units('Срок вручения диплома — один месяц.'),
  ).flatMap((row) => row.parts)
  expect(parts.map(({ op, text }) => `${op} ${text}`)).toEqual([
    'same Срок вручения диплома ',
    'del устанавливает организатор',
    'ins — один месяц',
    'same .',
  ])
})

test('each revision has its number, its author and its day', () => {
  const xml = new PizZip(print(before, after)).file('word/document.xml')?.asText() ?? ''
  expect(xml).toContain('w:author="Редакция &quot;2&quot;" w:date="2026-03-01T09:00:00Z"')
  const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(4)
  expect(new Set(ids).size).toBe(ids.length)
})
