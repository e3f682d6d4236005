import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Ctx } from '#app/domain/ctx.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { cancelDiscussion } from '#app/domain/reviews/course/cancelling.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { editRemark } from '#app/domain/reviews/remarks/editing.server.ts'
import { fatesOf } from '#app/domain/reviews/remarks/fates.server.ts'
import { reviewTexts } from '#app/domain/reviews/remarks/moderated.server.ts'
import { withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { support, unsupport } from '#app/domain/reviews/remarks/supporting.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { undecidedWord } from '#app/routes/drafts.$slug/views.ts'
import { threadView } from '#app/routes/drafts.$slug.remarks.$number._index/thread.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { notifications, remarks, supports } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const rowOf = async (ctx: Ctx, id: string) =>
  (await ctx.db.select().from(remarks).where(eq(remarks.id, id)))[0]

test('the author changes words until somebody answers, and may take them back leaving a trace', async ({
  given,
  db,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft)
  await editRemark(acts(author), id, { kind: 'objection', body: 'Уточнённые слова' })
  expect(await rowOf(acts(author), id)).toMatchObject({ kind: 'objection', body: 'Уточнённые слова' })
  const stranger = await given.user()
  await expect(editRemark(acts(stranger), id, { kind: 'objection', body: 'Чужое' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await support(acts(stranger), id)
  await expect(editRemark(acts(author), id, { kind: 'objection', body: 'Позже' })).rejects.toMatchObject({
    code: 'remark-answered',
  })

  await withdrawRemark(acts(author), id, 'Передумал')
  const { remark } = await threadOf(as(null), draft.id, number)
  expect(remark).toMatchObject({ withdrawn: true, body: '', replacement: null })
  await expect(withdrawRemark(acts(author), id)).rejects.toMatchObject({ code: 'remark-withdrawn' })
  expect(await db.select().from(remarks).where(eq(remarks.id, id))).toMatchObject([
    { body: 'Уточнённые слова', withdrawReason: 'Передумал' },
  ])
})

test('a summary published early, or a discussion called off, leaves nobody waiting for a decision', async ({
  given,
  acts,
  as,
}) => {
  const t = messagesOf('ru')
  const ended = async (slug: string, number: number) => {
    const shown = await draftBySlug(as(null), slug)
    return (await threadView({ ctx: as(null), t } as Args, shown, number)).remark.ended
  }
  const early = await given.discussed()
  const [left, support] = [await given.remark(early), await given.remark(early, { kind: 'support' })]
  const answered = await given.remark(early, { body: 'С ответом' })
  expect(await ended(early.slug, left.number)).toBeUndefined()
  await decide(acts(early.institute), answered.id, { decision: 'noted', reason: 'Принято' })
  await publishSummary(acts(early.institute), early.id, { unansweredReason: 'Срок короткий' })
  expect(await ended(early.slug, left.number)).toBe('summary')
  expect(await ended(early.slug, answered.number)).toBeUndefined()
  const own = await fatesOf(acts(left.author))
  expect(own.map((fate) => undecidedWord(fate, t.reviews))).toEqual([t.reviews.undecided])
  const theirs = await fatesOf(acts(support.author))
  expect(theirs.map((fate) => undecidedWord(fate, t.reviews))).toEqual([t.reviews.kinds.support])
  const off = await given.discussed()
  const { number } = await given.remark(off)
  await cancelDiscussion(acts(off.institute), off.id, { reason: 'Проект отозван', ground: 'Приказ 5' })
  expect(await ended(off.slug, number)).toBe('cancelled')
})

test('under a remark taken back nobody is sent the conversation its page hides', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft, { body: 'Скрытые слова замечания' })
  const other = await given.user()
  await reply(acts(other), id, 'Ответ на скрытые слова')
  const sentTo = async (ctx: Ctx) => {
    const shown = await draftBySlug(ctx, draft.slug)
    const t = messagesOf('ru')
    return JSON.stringify(await threadView({ ctx, t } as Args, shown, number))
  }
  expect(await sentTo(as(null))).toContain('Ответ на скрытые слова')
  await withdrawRemark(acts(author), id)
  for (const ctx of [as(null), acts(other), acts(author), acts(draft.institute)]) {
    const sent = await sentTo(ctx)
    expect(sent).not.toMatch(/скрытые слова/i)
    expect(sent).toContain('"replies":[]')
  }
  await expect(editRemark(acts(author), id, { kind: 'criticism', body: 'Снова' })).rejects.toMatchObject({
    code: 'remark-withdrawn',
  })
})

test('a hidden remark sends its words to its author and moderators alone', async ({ given, acts, as }) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft, {
    kind: 'proposal',
    body: 'Скрытые слова замечания',
    replacement: 'скрытые слова правки',
  })
  const moderator = await given.user({ role: 'moderator' })
  await stepIn(
    acts(moderator),
    reviewTexts,
    { kind: 'remark', id },
    { step: 'hide', reason: 'insult', words: 'Не о предмете обсуждения' },
  )
  const sentTo = async (ctx: Ctx) =>
    JSON.stringify(
      await threadView({ ctx, t: messagesOf('ru') } as Args, await draftBySlug(ctx, draft.slug), number),
    )
  const developer = draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId
  const secretaryOf = (scopeId = '') => given.user({ role: 'secretary', scopeKind: 'organisation', scopeId })
  const [own, other] = [
    await secretaryOf(developer ?? ''),
    await secretaryOf((await given.organisation()).id),
  ]
  for (const ctx of [as(null), acts(await given.user()), acts(draft.institute), acts(other)])
    expect(await sentTo(ctx)).not.toMatch(/скрытые слова/i)
  for (const ctx of [acts(author), acts(moderator), acts(own)])
    expect(await sentTo(ctx)).toMatch(/скрытые слова правки/)
})

test('support is once a person, never of the own remark, and can be taken back', async ({
  given,
  db,
  acts,
}) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft)
  const fan = await given.user()
  await Promise.all([support(acts(fan), id), support(acts(fan), id), support(acts(fan), id)])
  expect(await db.select().from(supports).where(eq(supports.remarkId, id))).toHaveLength(1)
  await expect(support(acts(author), id)).rejects.toMatchObject({ code: 'own-remark' })
  await unsupport(acts(fan), id)
  expect(await db.select().from(supports).where(eq(supports.remarkId, id))).toHaveLength(0)
})

test('a reply tells the author and those in the thread, not the one who replies', async ({
  given,
  db,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft)
  const [second, third] = [await given.user(), await given.user()]
  await reply(acts(second), id, 'Согласна с замечанием.')
  await reply(acts(third), id, 'И я.')
  const told = await db.select().from(notifications).where(eq(notifications.kind, 'remark.replied'))
  const of = (personId: string) => told.filter((row) => row.personId === personId).length
  expect([of(author.personId), of(second.personId), of(third.personId)]).toEqual([2, 1, 0])
  expect((await threadOf(as(null), draft.id, number)).replies.map(({ body }) => body)).toEqual([
    'Согласна с замечанием.',
    'И я.',
  ])
})

test('a name is shown only on the ground of a standing consent; a number stays', async ({ given, as }) => {
  const draft = await given.discussed()
  const { number } = await given.remark(draft, { shownAs: 'name' })
  const { remark } = await threadOf(as(null), draft.id, number)
  expect(remark.author).toMatchObject({ name: null, personNumber: null, participantNumber: 1 })
})

test('decisions: kind, reason and right are asked for; two at once make one chain', async ({
  given,
  db,
  acts,
}) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft)
  const desk = acts(draft.institute)
  await expect(decide(acts(author), id, { decision: 'accepted', reason: '' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(decide(desk, id, { decision: 'explained', reason: 'Так' })).rejects.toMatchObject({
    code: 'decision-kind',
  })
  await expect(decide(desk, id, { decision: 'rejected', reason: ' ' })).rejects.toMatchObject({
    code: 'required',
    field: 'reason',
  })
  const race = await Promise.allSettled([
    decide(desk, id, { decision: 'accepted', reason: '', seen: null }),
    decide(desk, id, { decision: 'rejected', reason: 'Срок задан законом.', seen: null }),
  ])
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(race.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale' } })
  const told = await db.select().from(notifications).where(eq(notifications.personId, author.personId))
  expect(told.map(({ kind }) => kind)).toEqual(['remark.decided'])
})
