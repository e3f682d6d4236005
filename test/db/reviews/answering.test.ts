import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Ctx } from '#app/domain/ctx.ts'
import { decide } from '#app/domain/reviews/deciding.server.ts'
import { editRemark, withdrawRemark } from '#app/domain/reviews/remarking.server.ts'
import { reply } from '#app/domain/reviews/replying.server.ts'
import { support, unsupport } from '#app/domain/reviews/supporting.server.ts'
import { threadOf } from '#app/domain/reviews/threads.server.ts'
import { notifications, remarks, supports } from '#db/schema/index.ts'
import { test } from './room.ts'

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
