import { expect } from 'vitest'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { enterIntake } from '#app/domain/reviews/intake/intaking.server.ts'
import { editRemark } from '#app/domain/reviews/remarks/editing.server.ts'
import {
  answerObjection,
  objectionsOf,
  objectToRecord,
} from '#app/domain/reviews/remarks/objecting.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'

import { messagesOf } from '#content/messages/index.server.ts'
import { test } from '#test/support/database.ts'
import { letter } from './papers.ts'

const words = messagesOf('ru')

test('an objection is the author’s, the answer the organiser’s; a corrected record keeps the old words and is decided anew', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const author = await given.user()
  const sender = { name: author.familyName, personNumber: author.number }
  await enterIntake(desk, draft.id, { ...letter, sender })
  const thread = () => threadOf(as(null), draft.id, 1)
  const { remark } = await thread()
  await expect(objectToRecord(desk, remark.id, 'Не так')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(answerObjection(desk, remark.id, { answer: 'Так', corrected: null })).rejects.toMatchObject({
    code: 'objection-answered',
  })
  await decide(desk, remark.id, { decision: 'accepted', reason: '' })
  await objectToRecord(acts(author), remark.id, 'Я писала о пяти днях')
  await expect(objectToRecord(acts(author), remark.id, 'Ещё раз')).rejects.toMatchObject({
    code: 'objection-open',
  })
  const waiting = await summaryShown(as(null), draft.slug, words)
  expect(waiting.rows[0]?.remark).toMatch(
    /записано неверно \(\d\d\.\d\d\.\d{4}\): Я писала о пяти днях \(ответа пока нет\)/,
  )

  const same = { kind: 'criticism', body: 'Срок мал', grounds: 'опыт' } as const
  await expect(
    answerObjection(acts(author), remark.id, { answer: 'Да', corrected: same }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(answerObjection(desk, remark.id, { answer: 'Да', corrected: same })).rejects.toMatchObject({
    code: 'objection-same',
  })
  const corrected = { ...same, body: 'Срок мал, нужно пять дней' }
  await answerObjection(desk, remark.id, { answer: 'Исправили', corrected })
  expect(await thread()).toMatchObject({
    remark: { body: 'Срок мал, нужно пять дней', decision: null },
    revisions: [{ body: 'Срок мал' }],
  })
  expect(await objectionsOf(as(null), remark.id)).toMatchObject([{ answer: 'Исправили', corrected: true }])
  const [row] = (await summaryShown(as(null), draft.slug, words)).rows
  expect(row?.remark).toContain('Запись исправлена: Исправили')
})

test('the history says whose hand changed the words: the author’s, or the organiser’s at an objection', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft, { body: 'Первые слова' })
  await editRemark(acts(author), id, { kind: 'criticism', body: 'Вторые слова' })
  await objectToRecord(acts(author), id, 'Говорилось иначе')
  const corrected = { kind: 'criticism', body: 'Третьи слова' } as const
  await answerObjection(acts(draft.institute), id, { answer: 'Исправили', corrected })
  const { revisions } = await threadOf(as(null), draft.id, number)
  expect(revisions).toMatchObject([
    { body: 'Первые слова', byAuthor: true },
    { body: 'Вторые слова', byAuthor: false },
  ])
})

test('after the summary an author has days; a kept record keeps its decision', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const { id, author } = await given.remark(draft)
  await decide(desk, id, { decision: 'accepted', reason: '' })
  await publishSummary(desk, draft.id)
  await expect(objectToRecord(acts(author, '2026-03-12T19:00:00Z'), id, 'Поздно')).rejects.toMatchObject({
    code: 'objection-late',
  })
  await objectToRecord(acts(author, '2026-03-12T18:59:59Z'), id, 'Не о том')
  await answerObjection(acts(draft.institute, '2026-03-13T09:00:00Z'), id, {
    answer: 'Запись верна',
    corrected: null,
  })
  const { remark } = await threadOf(as(null), draft.id, 1)
  expect(remark.decision).toMatchObject({ decision: 'accepted' })
  const [objection] = await objectionsOf(as(null), id)
  expect(objection).toMatchObject({ corrected: false, answer: 'Запись верна', dueDay: '2026-03-22' })
})
