import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { enterIntake } from '#app/domain/reviews/intake/intaking.server.ts'
import { outcomeNote, outcomeNoteDocx } from '#app/domain/reviews/summary/noting.server.ts'
import { publishedSummary, publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { test } from '#test/support/database.ts'
import { paragraphsOf } from '#test/support/docx.ts'
import { letter, row } from './papers.ts'

const of = {
  words: messagesOf('ru'),
  day: (day: string | Date) => (typeof day === 'string' ? day : day.toISOString()).slice(0, 10),
  demo: false,
}

test('the note says what the summary says: people once each, kinds, decisions, changes with their remarks', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  await expect(outcomeNote(as(null), draft.slug, of)).rejects.toMatchObject({ code: 'note-unpublished' })
  const { id, author } = await given.remark(draft, { words: 'трёх', kind: 'proposal', replacement: 'пяти' })
  const other = await given.remark(draft, {
    words: 'реестра',
    by: author,
    body: 'Какого {реестра}?',
    kind: 'question',
  })
  const sender = { name: 'Журавлёва А. П.', organisation: 'Клуб «Сова»' }
  await enterIntake(desk, draft.id, { ...letter, sender, rows: [row({}), row({ remark: 'Ещё одно' })] })
  await decide(desk, id, { decision: 'accepted', reason: 'Срок мал' })
  await decide(desk, other.id, { decision: 'explained', reason: 'Открытого' })
  const { id: versionId } = await beginVersion(desk, draft.id)
  await saveVersion(desk, versionId, {
    doc: docFromPlain('1. Эксперт заполняет экспертный лист в течение пяти дней.').doc,
    edition: 1,
  })
  await publishVersion(desk, versionId, {
    answers: [{ remarkId: id }],
    ...(await seenAll(desk, draft.id, 'Готовим')),
  })
  await publishSummary(desk, draft.id, { unansweredReason: 'Готовим' })
  const summary = await publishedSummary(as(null), draft.id)
  const note = await outcomeNote(as(null), draft.slug, of)
  expect(note).toMatchObject({
    document: 'Проект «Порядок общественного обсуждения», редакция 2',
    counts: expect.stringMatching(
      /^Поступило 4\sзамечания и предложения, участников: 2\. Из них не через сайт: 2\. Без решения: 2\.$/,
    ),
    decisions: [
      { decision: of.words.reviews.decisions.accepted, count: '1' },
      { decision: of.words.reviews.decisions.explained, count: '1' },
    ],
    changes: [{ was: expect.stringContaining('трёх'), remarks: '1' }],
    outcome: '',
  })
  const people = note.people as Record<string, string>[]
  expect(people.reduce((sum, { count }) => sum + Number(count), 0)).toBe(summary?.body.counts.participants)
  expect(people.map(({ role }) => role).sort()).toEqual(['организация', 'участник'])
  const kinds = note.kinds as Record<string, string>[]
  expect(kinds.reduce((sum, { count }) => sum + Number(count), 0)).toBe(summary?.body.counts.remarks)

  const bytes = outcomeNoteDocx(await readFile('content/templates/outcome-note.docx'), note)
  const text = paragraphsOf(bytes).join('\n')
  expect(text).toContain('Справка об итогах обсуждения')
  expect(text).toContain('организация')
  expect(text).not.toMatch(/[{}]|Журавл/)
})
