/**
 * Nothing that moderation hid goes out anywhere: one text of every kind is hidden, every outlet is walked as a guest and
 * as somebody signed in, and none of the words is found; before, each was found in those that carry its kind.
 */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { sealLog } from '#app/domain/log.server.ts'
import { decideCase, stepIn } from '#app/domain/moderation/intervening.server.ts'
import { caseOf, queueOf } from '#app/domain/moderation/queue.server.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { readLog } from '#app/domain/notifications/reading.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { showAnswer } from '#app/domain/questionnaires/hiding.server.ts'
import { reportable, resultsOf } from '#app/domain/questionnaires/results.server.ts'
import { convene } from '#app/domain/reviews/inner/convening.server.ts'
import { dissent } from '#app/domain/reviews/inner/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/inner/filing.server.ts'
import { gatherItem } from '#app/domain/reviews/inner/gathering.server.ts'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { follow } from '#app/domain/reviews/news/followed.server.ts'
import { tellFollowers } from '#app/domain/reviews/news/following.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { objectToRecord } from '#app/domain/reviews/remarks/objecting.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { answers, responses, users } from '#db/schema/index.ts'
import { type Acts, type Given, test } from '#test/support/database.ts'
import type { GivenDraft } from '#test/support/given/reviews.ts'
import { letters, outletsOf, said } from './outlets.ts'

const secrets = {
  remark: ['zaslovami', 'zazamenoy', 'zadovodom', 'zaistochnikom'],
  reply: ['zarepliku'],
  name: ['Zafamiliyu'],
  response: ['zaotvet', 'zasvoyo'],
  objection: ['zavozrazhenie'],
  position: ['zapodpisyu'],
  dissent: ['zamnenie'],
}
const NOW = new Date('2026-03-02T10:00:00Z')

async function tell(db: ActingCtx['db']) {
  await sealLog(db)
  const each = (tx: ActingCtx['db'], entry: Parameters<typeof tellFollowers>[1]) =>
    tellFollowers(tx, entry, 'Asia/Yekaterinburg', NOW)
  const failed = (error: unknown) => {
    throw error
  }
  while ((await readLog(db, 'follow', each, failed)) > 0);
}

const responseWith = async (db: ActingCtx['db'], value: string) => {
  const [row] = await db
    .select({ id: responses.id })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .where(and(eq(answers.question, 'q1'), eq(answers.value, value)))
  return row?.id ?? ''
}

/** A position that a closed stage signed, with a dissenting opinion beside it; ids of the opinion and of the position. */
async function positionWith(acts: Acts, given: Given, draft: GivenDraft): Promise<[string, string]> {
  const head = await given.developer('school')
  const organisationId = head.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const member = await given.user()
  const { slug } = await convene(acts(head), draft.id, {
    ...{ organisationId, circle: 'Совет', lastDay: '2026-03-12', people: String(member.number) },
  })
  const { draft: copy, current } = await draftBySlug(acts(member), slug)
  const inner = { id: copy.id, slug, versionId: current?.id ?? '', institute: head }
  await given.remark(inner, { by: member, body: 'Закрытые слова' })
  const words = {
    kind: 'criticism',
    weight: 'editorial',
    body: 'Позиция',
    replacement: '',
    grounds: '',
  } as const
  await gatherItem(acts(head), copy.id, { ...words, remarks: [1], place: 1 })
  await dissent(acts(member), copy.id, secrets.dissent[0] ?? '')
  await signPosition(acts(head), copy.id, secrets.position[0] ?? '')
  const [position] = await positionsOf(acts(head), draft.id)
  return [position?.dissents[0]?.id ?? '', position?.id ?? '']
}

test('words of every kind that were hidden are found in no outlet', async ({ given, acts, as, db }) => {
  expect(Object.keys(textKinds).sort()).toEqual(Object.keys(secrets).sort())
  const draft = await given.discussed()
  const person = await given.person({ familyName: secrets.name[0] })
  const [author, reader] = [await given.user({ person }), await given.user()]
  await giveConsent(acts(author), 'distribution')
  await follow(acts(reader), draft.slug, { kind: 'draft', id: draft.id }, true)
  const [body = '', replacement = '', grounds = '', sources = ''] = secrets.remark
  const input = { kind: 'proposal', body, replacement, grounds, sources } as const
  const { id } = await given.remark(draft, { by: author, ...input })
  const other = await given.user()
  const replyId = await reply(acts(other), id, secrets.reply[0] ?? '')
  const [said1 = '', own = ''] = secrets.response
  const objected = await given.remark(draft, { by: other, body: 'Записано с голоса' })
  const objection = await objectToRecord(acts(other), objected.id, secrets.objection[0] ?? '')
  const [dissentId, positionId] = await positionWith(acts, given, draft)
  const made = await given.opened([
    ['text', {}],
    ['one', { other: true }],
  ])
  for (let at = 0; at < 4; at += 1) await given.answered(made, { 'value-q1': `да ${at}`, 'value-q2': 'o1' })
  await given.answered(made, { 'value-q1': said1, 'value-q2': 'other', 'other-q2': own }, author)
  const responseId = await responseWith(db, said1)
  await publishSummary(acts(draft.institute), draft.id, { unansweredReason: 'Проба' })
  await tell(db)

  const place = { slug: draft.slug, id: draft.id, number: made.number, staff: acts(made.by) }
  const found = Object.values(secrets).flat()
  const walk = (ctx: Parameters<typeof outletsOf>[0]) => outletsOf(ctx, place, found)
  const before = await walk(as(null))
  const files = ['summary', 'xlsx', 'docx', 'pdf', 'word']
  expect(said(before, body)).toEqual(expect.arrayContaining(['page', 'thread', 'feed', ...files]))
  expect(said(before, replacement)).toEqual(expect.arrayContaining(['page', 'word']))
  expect(said(before, secrets.reply[0] ?? '')).toEqual(['thread'])
  expect(said(before, secrets.name[0] ?? '')).toEqual(
    expect.arrayContaining(['page', 'feed', 'summary', 'word']),
  )
  for (const secret of secrets.response) expect(said(before, secret)).toEqual(['results', 'answers'])
  const aside = ['record', 'summary', 'xlsx', 'docx', 'pdf']
  expect(said(before, secrets.objection[0] ?? '')).toEqual(expect.arrayContaining(aside))
  expect(said(before, secrets.position[0] ?? '')).toEqual(
    expect.arrayContaining(['positions', 'page', ...aside.slice(1)]),
  )
  expect(said(before, secrets.dissent[0] ?? '')).toEqual(
    expect.arrayContaining(['positions', ...aside.slice(1)]),
  )
  const told = await letters(db, NOW)
  for (const secret of [body, secrets.reply[0] ?? '']) expect(told).toContain(secret)

  const moderator = acts(await given.user({ role: 'moderator' }))
  const hide = { step: 'hide', reason: 'insult' } as const
  const refs = {
    remark: id,
    reply: replyId,
    name: author.personId,
    response: responseId,
    objection,
    position: positionId,
    dissent: dissentId,
  }
  for (const [kind, of] of Object.entries(refs)) await stepIn(moderator, textKinds, { kind, id: of }, hide)
  for (const ctx of [as(null), acts(reader)]) {
    const after = await walk(ctx)
    // the questions of who searches come back with the search
    for (const secret of found) expect([secret, said(after, secret)]).toEqual([secret, []])
  }
  const after = await letters(db, NOW)
  for (const secret of found) expect([secret, after.includes(secret)]).toEqual([secret, false])
})

test("a newcomer's answers wait for their check, a reported one comes to the queue; others do not show what a case hid", async ({
  given,
  acts,
  as,
  db,
}) => {
  const made = await given.opened([['text', {}]])
  for (let at = 0; at < 5; at += 1) await given.answered(made, { 'value-q1': `мнение ${at}` })
  const fresh = await given.user()
  await db.update(users).set({ emailConfirmedAt: NOW }).where(eq(users.id, fresh.userId))
  await given.answered(made, { 'value-q1': 'слова новичка' }, fresh)
  const shown = async (ctx = as(null)) => {
    const state = await questionnaireByNumber(ctx, made.number)
    const { tallies } = await resultsOf(ctx, state, { version: null, by: null })
    return (tallies[0]?.texts ?? []).map(({ text }) => text)
  }
  expect(await shown()).not.toContain('слова новичка')
  const moderator = acts(await given.user({ role: 'moderator' }))
  const { rows } = await queueOf(moderator, textKinds, {})
  const held = rows.find(({ text }) => text.body.includes('слова новичка'))
  expect(held).toMatchObject({ kind: 'response', origin: 'newcomer', text: { veil: 'held' } })
  const words = { responseId: held?.text.id ?? '', question: 'q1' }
  // whoever holds the questionnaire does not let a newcomer through
  await expect(showAnswer(acts(made.by), made.id, words)).rejects.toMatchObject({ code: 'conflict' })
  await decideCase(moderator, textKinds, held?.id ?? '', { step: 'pass' })
  expect(await shown()).toContain('слова новичка')

  const id = await responseWith(db, 'мнение 3')
  const reader = acts(await given.user())
  expect(await reportable(reader, await questionnaireByNumber(reader, made.number), id)).toBe('мнение 3')
  await report(reader, textKinds, { kind: 'response', id }, { reason: 'insult' })
  const [row] = (await queueOf(moderator, textKinds, {})).rows.filter(({ text }) => text.id === id)
  expect((await caseOf(moderator, textKinds, row?.id ?? '')).reports).toHaveLength(1)
  const back = { step: 'return', reason: 'unreadable' } as const
  await expect(decideCase(moderator, textKinds, row?.id ?? '', back)).rejects.toMatchObject({
    code: 'conflict',
  })
  await decideCase(moderator, textKinds, row?.id ?? '', { step: 'hide', reason: 'insult' })
  expect(await shown()).not.toContain('мнение 3')
  expect(await reportable(reader, await questionnaireByNumber(reader, made.number), id)).toBeNull()
})
