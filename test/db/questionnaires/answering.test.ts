import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { saveQuestion } from '#app/domain/questionnaires/composing.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { uninvite } from '#app/domain/questionnaires/inviting.server.ts'
import { closeQuestionnaire, publishQuestionnaire } from '#app/domain/questionnaires/opening.server.ts'
import { keepTyped, ownResponse, sendAnswers, typedBefore } from '#app/domain/questionnaires/taking.server.ts'
import { answers, logEntries, participations, responses } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { edit } from '#test/support/given/questionnaires.ts'

const refused = (code: string) => ({ code })

test('what is typed is kept, right or wrong; what is sent is fixed in the database too', async ({
  given,
  acts,
  db,
}) => {
  const made = await given.opened([
    ['one', {}],
    ['number', { required: false, highest: '10', decimals: '1' }],
  ])
  const person = await given.user()
  const ctx = acts(person)
  const state = () => questionnaireByNumber(ctx, made.number)
  await keepTyped(ctx, await state(), { 'value-q1': 'o1', 'value-q2': 'много' })
  expect((await typedBefore(ctx, await state())).typed).toEqual({ 'value-q1': 'o1', 'value-q2': 'много' })
  const versionId = (await state()).current?.id ?? ''
  await expect(
    sendAnswers(ctx, made.id, { versionId, typed: { 'value-q1': 'o1', 'value-q2': '11' } }),
  ).rejects.toMatchObject({ code: 'answer-range', field: 'q2' })
  await given.answered(made, { 'value-q1': 'o1', 'value-q2': '9,50' }, person)
  const sent = await ownResponse(ctx, await state())
  expect(sent?.answers.map(({ question, value }) => [question, value])).toEqual([
    ['q1', 'o1'],
    ['q2', '9.5'],
  ])
  expect((await typedBefore(ctx, await state())).savedAt).toBeNull()
  await expect(
    db
      .update(answers)
      .set({ value: 'o2' })
      .where(eq(answers.responseId, sent?.id ?? '')),
  ).rejects.toThrow()
  await expect(
    db.insert(answers).values({ responseId: sent?.id ?? '', question: 'q9', value: 'o2' }),
  ).rejects.toThrow()
  await expect(given.answered(made, { 'value-q1': 'o2' }, person)).rejects.toMatchObject(
    refused('questionnaire-answered'),
  )
})

test('words that look like data stay words', async ({ given, acts }) => {
  const made = await given.opened([['text', {}]], { conduct: { editable: true } })
  const person = await given.user()
  const ctx = acts(person)
  for (const words of ['12', 'null', 'true', '{"a":1}', '"в кавычках"', '=1+1', '\u202eтекст']) {
    await given.answered(made, { 'value-q1': words }, person)
    const sent = await ownResponse(ctx, await questionnaireByNumber(ctx, made.number))
    expect(sent?.answers[0]?.value).toBe(words)
  }
})

test('of two sendings at once one counts', async ({ given, acts, db }) => {
  const made = await given.opened()
  const person = await given.user()
  const ctx = acts(person)
  const { current } = await questionnaireByNumber(ctx, made.number)
  const send = (value: string) =>
    sendAnswers(ctx, made.id, { versionId: current?.id ?? '', typed: { 'value-q1': value } })
  const done = await Promise.allSettled(['o1', 'o2', 'o1', 'o2'].map(send))
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const rows = await db.select().from(responses).where(eq(responses.objectId, made.id))
  expect(rows).toHaveLength(1)
})

test('an answer may be given anew where that was promised: the last one counts, the first stays', async ({
  given,
  acts,
  db,
}) => {
  const made = await given.opened([['one', {}]], { conduct: { editable: true } })
  const person = await given.answered(made, { 'value-q1': 'o1' })
  await given.answered(made, { 'value-q1': 'o1' }, person)
  await given.answered(made, { 'value-q1': 'o2' }, person)
  const rows = await db
    .select()
    .from(responses)
    .where(eq(responses.objectId, made.id))
    .orderBy(responses.attempt)
  expect(rows.map(({ attempt }) => attempt)).toEqual([1, 2])
  const ctx = acts(person)
  expect((await ownResponse(ctx, await questionnaireByNumber(ctx, made.number)))?.id).toBe(rows[1]?.id)
})

test('the term is judged at receipt, at 24:00 of the last day in the zone; the end by hand ends it, too', async ({
  given,
  acts,
}) => {
  const made = await given.opened()
  const typed = { 'value-q1': 'o1' }
  const at = async (moment: string) => given.answered(made, typed, undefined, moment)
  await expect(at('2026-02-28T18:59:59Z')).rejects.toMatchObject(refused('questionnaire-not-open'))
  await at('2026-03-10T18:59:59Z')
  await expect(at('2026-03-10T19:00:00Z')).rejects.toMatchObject(refused('questionnaire-closed'))
  await closeQuestionnaire(acts(made.by), made.id)
  await expect(at('2026-03-03T09:00:00Z')).rejects.toMatchObject(refused('questionnaire-closed'))
})

test('a form that was published meanwhile refuses answers to the old one, which stay kept', async ({
  given,
  acts,
}) => {
  const made = await given.opened()
  const person = await given.user()
  const ctx = acts(person)
  const before = await questionnaireByNumber(ctx, made.number)
  await keepTyped(ctx, before, { 'value-q1': 'o1' })
  const author = acts(made.by)
  const seen = before.current?.sha256 ?? ''
  await saveQuestion(author, made.id, { code: null, type: 'text', edit: edit({ required: false }), seen })
  const { composing } = await questionnaireByNumber(author, made.number)
  await publishQuestionnaire(author, made.id, composing?.sha256 ?? '')
  await expect(
    sendAnswers(ctx, made.id, { versionId: before.current?.id ?? '', typed: { 'value-q1': 'o1' } }),
  ).rejects.toMatchObject(refused('stale-form'))
  const after = await questionnaireByNumber(ctx, made.number)
  expect((await typedBefore(ctx, after)).typed).toEqual({ 'value-q1': 'o1' })
})

test('who is asked: everyone, experts, members of the panel, the closed list; to others it does not exist', async ({
  given,
  acts,
  as,
}) => {
  const invited = await given.user()
  const list = await given.opened([['one', {}]], { people: [invited], conduct: { audience: 'invited' } })
  const stranger = await given.user()
  for (const one of [stranger, null])
    await expect(questionnaireByNumber(as(one), list.number)).rejects.toMatchObject(refused('not-found'))
  await given.answered(list, { 'value-q1': 'o1' }, invited)
  // who composes sees it, and is not asked
  await expect(given.answered(list, { 'value-q1': 'o1' }, list.by)).rejects.toMatchObject(
    refused('questionnaire-not-yours'),
  )
  await expect(uninvite(acts(list.by), list.id, invited.number)).rejects.toMatchObject(refused('conflict'))
  const experts = await given.opened([['one', {}]], { conduct: { audience: 'experts' } })
  await expect(questionnaireByNumber(as(stranger), experts.number)).rejects.toMatchObject(
    refused('not-found'),
  )
  const draft = await given.draft({ published: false })
  const hidden = await given.opened([['one', {}]], { by: draft.institute, draftSlug: draft.slug })
  for (const one of [stranger, null])
    await expect(questionnaireByNumber(as(one), hidden.number)).rejects.toMatchObject(refused('not-found'))
})

test('an anonymous answer has no author anywhere: no person, no moment, no order, no log entry of its own', async ({
  given,
  db,
}) => {
  const people = await Promise.all(Array.from({ length: 6 }, () => given.user()))
  const made = await given.opened([['one', {}]], {
    people,
    conduct: { audience: 'invited', anonymous: true, results: 'closing' },
  })
  const order = [people[3], people[0], people[5], people[1]].filter((one) => one !== undefined)
  for (const [at, person] of order.entries())
    await given.answered(made, { 'value-q1': at % 2 ? 'o1' : 'o2' }, person, `2026-03-0${at + 2}T09:30:00Z`)
  const rows = await db.select().from(responses).where(eq(responses.objectId, made.id))
  expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set([null]))
  expect(new Set(rows.map(({ sentAt, startedAt, savedAt }) => `${sentAt}${startedAt}${savedAt}`)).size).toBe(
    1,
  )
  // a UUID of version 7 would tell the time
  expect(rows.every(({ id }) => id[14] === '4')).toBe(true)
  const lines = await db.select().from(participations).where(eq(participations.questionnaireId, made.id))
  expect(lines.filter(({ answered }) => answered)).toHaveLength(4)
  expect(lines.every(({ responseId }) => responseId === null)).toBe(true)
  const places = await db.execute<{ person: string; xmin: string }>(
    sql`select person_id as person, xmin::text from participations where questionnaire_id = ${made.id} order by ctid`,
  )
  expect(places.map(({ person }) => person)).toEqual(places.map(({ person }) => person).sort())
  expect(new Set(places.map(({ xmin }) => xmin)).size).toBe(1)
  const log = await db.select().from(logEntries).where(eq(logEntries.objectId, made.id))
  const came = log.filter(({ kind }) => kind.startsWith('response'))
  expect(came).toHaveLength(4)
  expect(
    came.every(({ actorId, facts }) => actorId === null && Object.keys(facts as object).length === 0),
  ).toBe(true)
  await expect(given.answered(made, { 'value-q1': 'o1' }, order[0])).rejects.toMatchObject(
    refused('questionnaire-answered'),
  )
})
