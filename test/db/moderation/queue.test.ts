/** Moderation: newcomers wait, readers report, moderators decide with a reason, authors appeal to somebody else. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { appeal, sendCorrected } from '#app/domain/moderation/answering.server.ts'
import { decideCase, stepIn } from '#app/domain/moderation/intervening.server.ts'
import { caseOf, ownInterventions, queueOf } from '#app/domain/moderation/queue.server.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { moderationCases, notifications, remarks, replies, users } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

type Given = { user: () => Promise<ActingCtx['actor']> }
const newcomer = async (given: Given, db: ActingCtx['db']) => {
  const actor = await given.user()
  await db
    .update(users)
    .set({ emailConfirmedAt: new Date('2026-03-01T09:00:00Z') })
    .where(eq(users.id, actor.userId))
  return actor
}
const queue = (ctx: ActingCtx) => queueOf(ctx, textKinds, {})

test('the first texts of a newcomer wait, keep number and moment, and one let through ends the checks', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed()
  const moderator = await given.user({ role: 'moderator' })
  const author = await newcomer(given, db)
  const first = await given.remark(draft, { by: author, body: 'Слова новичка один' })
  const other = await given.remark(draft, { body: 'Слова давнего участника' })
  expect([first.number, other.number]).toEqual([1, 2])
  const seen = async (ctx: Parameters<typeof threadOf>[0]) => (await threadOf(ctx, draft.id, 1)).remark
  expect(await seen(as(null))).toMatchObject({ body: '', veil: 'held', author: { name: null } })
  expect(await seen(acts(author))).toMatchObject({ body: 'Слова новичка один', veil: 'held' })
  await given.remark(draft, { by: author, body: 'Слова новичка два' })
  await given.remark(draft, { by: author, body: 'Слова новичка три' })
  await expect(given.remark(draft, { by: author, body: 'Слова четыре' })).rejects.toMatchObject({
    code: 'newcomer-wait',
  })
  const waiting = await queue(acts(moderator))
  expect(waiting.rows.map(({ origin, text }) => [origin, text.body])).toEqual([
    ['newcomer', 'Слова новичка один'],
    ['newcomer', 'Слова новичка два'],
    ['newcomer', 'Слова новичка три'],
  ])
  const received = (await db.select().from(remarks).where(eq(remarks.id, first.id)))[0]?.receivedAt
  await decideCase(acts(moderator, '2026-03-03T09:00:00Z'), textKinds, waiting.rows[0]?.id ?? '', {
    step: 'pass',
  })
  expect(await seen(as(null))).toMatchObject({ body: 'Слова новичка один', veil: null, receivedAt: received })
  await given.remark(draft, { by: author, body: 'Слова пятые' })
  expect((await threadOf(as(null), draft.id, 5)).remark.body).toBe('Слова пятые')
  await expect(
    decideCase(acts(moderator), textKinds, waiting.rows[0]?.id ?? '', { step: 'hide', reason: 'insult' }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test("a newcomer's reply is told to the thread only once it is let through", async ({ given, acts, db }) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft)
  const [moderator, fresh] = [await given.user({ role: 'moderator' }), await newcomer(given, db)]
  const said = await reply(acts(fresh), id, 'Ответ новичка')
  const told = () => db.select().from(notifications).where(eq(notifications.objectId, said))
  expect(await told()).toEqual([])
  const { rows } = await queue(acts(moderator))
  const row = rows.find(({ text }) => text.id === said)
  expect(row?.text).toMatchObject({ body: 'Ответ новичка', veil: 'held' })
  await decideCase(acts(moderator), textKinds, row?.id ?? '', { step: 'pass' })
  expect((await told()).map(({ personId }) => personId)).toEqual([author.personId])
})

test('reports of readers make one case; the secretary reaches the own organisation, others nothing', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft)
  const organisation = draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId
  const secretary = (scopeId: string) => given.user({ role: 'secretary', scopeKind: 'organisation', scopeId })
  const [own, foreign] = [
    await secretary(organisation ?? ''),
    await secretary((await given.organisation()).id),
  ]
  const readers = [await given.user(), await given.user()]
  const ref = { kind: 'remark', id }
  await Promise.all(
    [...readers, ...readers].map((reader) => report(acts(reader), textKinds, ref, { reason: 'insult' })),
  )
  await expect(report(acts(author), textKinds, ref, { reason: 'insult' })).rejects.toMatchObject({
    code: 'own-text',
  })
  const cases = await db.select().from(moderationCases).where(eq(moderationCases.objectId, id))
  expect(cases).toHaveLength(1)
  const caseId = cases[0]?.id ?? ''
  expect((await queue(acts(own))).rows.map(({ reports }) => reports)).toEqual([2])
  expect((await queue(acts(foreign))).rows).toEqual([])
  for (const outsider of [foreign, draft.institute, author, ...readers]) {
    await expect(caseOf(acts(outsider), textKinds, caseId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      decideCase(acts(outsider), textKinds, caseId, { step: 'hide', reason: 'insult' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  }
  await expect(decideCase(acts(own), textKinds, caseId, { step: 'hide' })).rejects.toMatchObject({
    code: 'required',
  })
  await decideCase(acts(own), textKinds, caseId, { step: 'hide', reason: 'insult', words: 'Без личностей' })
  const shown = (await threadOf(acts(readers[0] as typeof own), draft.id, 1)).remark
  expect(shown).toMatchObject({ body: '', veil: 'hidden', hideCode: 'insult', hideReason: 'Без личностей' })
  const kinds = await db.select().from(notifications).where(eq(notifications.kind, 'report.heard'))
  expect(kinds.map(({ personId }) => personId).sort()).toEqual(readers.map((one) => one.personId).sort())
})

test('an appeal is heard once and by another moderator, when there is one', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft, { body: 'Спорные слова' })
  const first = await given.user({ role: 'moderator' })
  const step = await stepIn(
    acts(first),
    textKinds,
    { kind: 'remark', id },
    { step: 'hide', reason: 'offtopic' },
  )
  await expect(appeal(acts(await given.user()), textKinds, step, 'Чужое')).rejects.toMatchObject({
    code: 'not-found',
  })
  await appeal(acts(author), textKinds, step, 'Это о тексте')
  await expect(appeal(acts(author), textKinds, step, 'Ещё раз')).rejects.toMatchObject({ code: 'appealed' })
  const [row] = await db.select().from(moderationCases).where(eq(moderationCases.origin, 'appeal'))
  const second = await given.user({ role: 'moderator' })
  await expect(decideCase(acts(first), textKinds, row?.id ?? '', { step: 'pass' })).rejects.toMatchObject({
    code: 'appeal-another',
  })
  await expect(
    decideCase(acts(second), textKinds, row?.id ?? '', { step: 'hide', reason: 'offtopic' }),
  ).rejects.toMatchObject({ code: 'required' })
  await decideCase(acts(second), textKinds, row?.id ?? '', { step: 'pass', words: 'Автор прав' })
  expect((await threadOf(as(null), draft.id, 1)).remark.body).toBe('Спорные слова')
  expect((await ownInterventions(acts(author), textKinds)).rows.map((one) => one.step)).toEqual([
    'shown',
    'hidden',
  ])
})

test('returned words come back corrected, and wait again', async ({ given, acts, as, db }) => {
  const draft = await given.discussed()
  const { id } = await given.remark(draft)
  const [author, moderator] = [await given.user(), await given.user({ role: 'moderator' })]
  const said = await reply(acts(author), id, 'Непонятно что')
  const ref = { kind: 'reply', id: said }
  const step = await stepIn(acts(moderator), textKinds, ref, { step: 'return', reason: 'unreadable' })
  await sendCorrected(acts(author), textKinds, step, { body: 'Теперь понятно' })
  const thread = async (ctx: Parameters<typeof threadOf>[0]) => (await threadOf(ctx, draft.id, 1)).replies
  expect(await thread(as(null))).toMatchObject([{ body: '', veil: 'held' }])
  expect(await thread(acts(author))).toMatchObject([{ body: 'Теперь понятно', veil: 'held' }])
  const [row] = await db.select().from(moderationCases).where(eq(moderationCases.objectId, said)).limit(1)
  expect(row).toBeDefined()
  expect((await db.select().from(replies).where(eq(replies.id, said)))[0]?.veil).toBe('held')
})

test('a name that breaks the rules is no longer shown beside words', async ({ given, acts, as }) => {
  const draft = await given.discussed()
  const { author } = await given.remark(draft, { body: 'Дельные слова' })
  const moderator = await given.user({ role: 'moderator' })
  await stepIn(
    acts(moderator),
    textKinds,
    { kind: 'name', id: author.personId },
    { step: 'hide', reason: 'impersonation' },
  )
  expect((await threadOf(as(null), draft.id, 1)).remark).toMatchObject({
    body: 'Дельные слова',
    author: { name: null, personNumber: null },
  })
})
