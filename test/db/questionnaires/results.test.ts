import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { answerFile, attachFile } from '#app/domain/questionnaires/attaching.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { hideAnswer, showAnswer } from '#app/domain/questionnaires/hiding.server.ts'
import { resultsOf } from '#app/domain/questionnaires/results.server.ts'
import { answers, responses } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const refused = (code: string) => ({ code })
const all = { version: null, by: null }
const pdf = new TextEncoder().encode('%PDF-1.7\n…')

test('few answers are shown to nobody but those who compose; anonymous ones to nobody before the end', async ({
  given,
  as,
  acts,
}) => {
  const open = await given.opened()
  for (const value of ['o1', 'o1', 'o2', 'o1']) await given.answered(open, { 'value-q1': value })
  const guest = await questionnaireByNumber(as(null), open.number)
  await expect(resultsOf(as(null), guest, all)).rejects.toMatchObject(refused('results-few'))
  const own = await questionnaireByNumber(acts(open.by), open.number)
  expect((await resultsOf(acts(open.by), own, all)).total).toBe(4)
  await given.answered(open, { 'value-q1': 'o2' })
  const enough = await resultsOf(as(null), await questionnaireByNumber(as(null), open.number), all)
  expect(enough.tallies[0]?.bars.map(({ count }) => count)).toEqual([3, 2])

  const people = await Promise.all(Array.from({ length: 6 }, () => given.user()))
  const list = await given.opened([['one', {}]], {
    people,
    conduct: { audience: 'invited', anonymous: true, results: 'always' },
  })
  for (const person of people.slice(0, 5)) await given.answered(list, { 'value-q1': 'o1' }, person)
  const during = await questionnaireByNumber(acts(list.by), list.number)
  await expect(resultsOf(acts(list.by), during, all)).rejects.toMatchObject(refused('results-anonymous'))
  const after = acts(list.by, '2026-03-11T09:00:00Z')
  const shown = await resultsOf(after, await questionnaireByNumber(after, list.number), {
    ...all,
    by: 'role',
  })
  expect([shown.total, shown.invited, shown.crosses.size]).toEqual([5, 6, 0])
})

test('hidden words leave only the reason, and come back; others cannot hide', async ({
  given,
  as,
  acts,
  db,
}) => {
  const made = await given.opened([['text', {}]])
  for (let at = 0; at < 5; at += 1) await given.answered(made, { 'value-q1': `Мнение ${at} <script>` })
  const [row] = await db
    .select({ id: responses.id })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .where(and(eq(responses.objectId, made.id), eq(answers.value, 'Мнение 3 <script>')))
  const words = { responseId: row?.id ?? '', question: 'q1' }
  await expect(hideAnswer(acts(await given.user()), made.id, words, 'не нравится')).rejects.toMatchObject(
    refused('forbidden'),
  )
  await hideAnswer(acts(made.by), made.id, words, 'оскорбление')
  const texts = async () =>
    (await resultsOf(as(null), await questionnaireByNumber(as(null), made.number), all)).tallies[0]?.texts
  expect((await texts())?.filter(({ hidden }) => hidden !== null)).toEqual([
    { responseId: row?.id, text: '', hidden: 'оскорбление', veiled: false },
  ])
  await showAnswer(acts(made.by), made.id, words)
  expect((await texts())?.map(({ text }) => text)).toContain('Мнение 3 <script>')
})

test("a file is what its bytes say, one's own, and handed to its author and those who compose", async ({
  given,
  acts,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rses-answers-'))
  const made = await given.opened([['file', { types: ['application/pdf'], megabytes: '1' }]])
  const [person, other] = [await given.user(), await given.user()]
  const ctx = acts(person)
  const state = await questionnaireByNumber(ctx, made.number)
  const question = state.current?.form.questions[0]
  if (!question) throw new Error('no question')
  const attach = (bytes: Uint8Array) =>
    attachFile(ctx, dataDir, state, question, { name: 'приказ.pdf', bytes })
  await expect(attach(new TextEncoder().encode('<script>'))).rejects.toMatchObject(refused('file-type'))
  await expect(attach(new Uint8Array(1024 * 1024 + 1))).rejects.toMatchObject(refused('too-large'))
  const file = await attach(pdf)
  await expect(given.answered(made, { 'value-q1': file }, other)).rejects.toMatchObject({
    code: 'answer-file',
    field: 'q1',
  })
  await given.answered(made, { 'value-q1': file }, person)
  expect((await answerFile(ctx, state, file)).mediaType).toBe('application/pdf')
  expect((await answerFile(acts(made.by), state, file)).id).toBe(file)
  await expect(answerFile(acts(other), state, file)).rejects.toMatchObject(refused('not-found'))
})
