/** What is given back of a form whose writer's session has ended: the words, and nothing that is none. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { AnswerForm, VerdictForm } from '#app/domain/moderation/forms.ts'
import { NewDraft, NewPassport, Remark } from '#app/domain/reviews/forms.ts'
import { Intake } from '#app/domain/reviews/intake/intake-forms.ts'
import { carried, maybe } from '#app/domain/typed.ts'
import { typedWords } from '#app/web/typed-words.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'

const t = messagesOf('ru')
const { fields: labels, other } = t.typed

function given(entries: [string, string | File][], ...schemas: z.ZodType[]) {
  const form = new FormData()
  for (const [name, value] of entries)
    typeof value === 'string' ? form.append(name, value) : form.append(name, value)
  return typedWords(form, schemas, t)
}

test('words come back in their order under the names of their fields; ids, choices, days and files do not', () => {
  const { fields, cut } = given(
    [
      ['writer', '17'],
      ['versionId', '019a2b3c-1111-7abc-8def-0123456789ab'],
      ['kind', 'proposal'],
      ['dueDay', '2026-11-22'],
      ['replacement', 'Слова'],
      ['rows[3].reason', 'two words'],
      ['value-q7', '<script>alert(1)</script> да'],
      ['unheard', 'Нет'],
      ['base', '{"type":"doc","content":[{"text":"чужое слово"}]}'],
      ['source', '{"type":"doc","content":[{"text":"слово редактора"}]}'],
      ['blank', ' \n '],
      ['file', new File(['слова файла'], 'Письмо с именем.txt')],
    ],
    z.looseObject({ base: carried(maybe(100)) }),
  )
  expect(fields).toEqual([
    { label: labels.replacement, text: 'Слова' },
    { label: labels.reason, text: 'two words' },
    { label: labels.value, text: '<script>alert(1)</script> да' },
    { label: other, text: 'Нет' },
  ])
  expect(cut).toBe(false)
})

test('what a field is, its form says: one Latin word or a number comes back, a choice or a place does not', () => {
  const shown = (entries: [string, string][], ...schemas: z.ZodType[]) =>
    given(entries, ...schemas).fields.map(({ text }) => text)
  const mixed: [string, string][] = [
    ['body', 'OK'],
    ['grounds', '273-FZ'],
    ['kind', 'proposal'],
    ['fromBlock', '019a2b3c-1111-7abc-8def-0123456789ab'],
    ['fromWord', '12'],
    ['writer', 'участник 17'],
  ]
  expect(shown(mixed, Remark)).toEqual(['OK', '273-FZ'])
  const paper: [string, string][] = [
    ['number', '17'],
    ['day', '2026-11-22'],
    ['rows[0].point', '3.2'],
    ['rows[0].place', '019a2b3c-1111-7abc-8def-0123456789ab'],
    ['rows[10].remark', 'PISA'],
  ]
  expect(shown(paper, Intake)).toEqual(['17', '3.2', 'PISA'])
  const draft: [string, string][] = [
    ['title', 'Concept'],
    ['kind', 'общий порядок'],
    ['source', 'Text.'],
    ['developerId', '019a2b3c-1111-7abc-8def-0123456789ab'],
    ['changes', 'accept'],
  ]
  expect(shown(draft, NewDraft, NewPassport)).toEqual(['Concept', 'Text.'])
  const answer: [string, string][] = [
    ['step', 'appeal'],
    ['words', 'Why?'],
    ['reason', 'spam'],
  ]
  expect(shown(answer, AnswerForm)).toEqual(['Why?'])
  expect(shown(answer, VerdictForm)).toEqual(['Why?'])
  // fields of a questionnaire: what stands beside an answer is typed, whatever it looks like
  expect(
    shown(
      [
        ['other-q1', 'IELTS'],
        ['reason-q2', '273-FZ'],
        ['value-q3', 'o2'],
      ],
      z.looseObject({}),
    ),
  ).toEqual(['IELTS', '273-FZ'])
})

test('no password comes back, whatever its letters and whichever form asked for it', () => {
  const files = readdirSync('app/routes', { recursive: true, encoding: 'utf8' })
  const forms = files.filter((name) => name.endsWith('.tsx'))
  const named = forms.flatMap((file) => {
    const source = readFileSync(`app/routes/${file}`, 'utf8')
    return [...source.matchAll(/<Field(?:(?!\/>)[\s\S])*?type="password"(?:(?!\/>)[\s\S])*?\/>/g)].map(
      ([field]) => /input\('(\w+)'\)|name="(\w+)"/.exec(field)?.slice(1).find(Boolean) ?? '',
    )
  })
  expect(named.length).toBeGreaterThan(5)
  expect(named).not.toContain('')
  expect(given(named.map((name) => [name, 'пароль из трёх слов'])).fields).toEqual([])
})

test('names of objects are no labels; a field without end is cut, and that is said', () => {
  expect(given([['constructor', 'два слова']]).fields).toEqual([{ label: other, text: 'два слова' }])
  const long = given([
    ['body', 'ы'.repeat(1_000_001)],
    ['reason', 'ещё слова'],
  ])
  expect([long.cut, long.fields.map(({ text }) => text.length)]).toEqual([true, [1_000_000]])
  const many = given(Array.from({ length: 201 }, (_, n) => ['body', `слово ${n}`]))
  expect([many.cut, many.fields.length]).toEqual([true, 200])
})
