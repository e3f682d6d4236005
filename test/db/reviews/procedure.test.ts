import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { cancelDiscussion } from '#app/domain/reviews/course/cancelling.server.ts'
import { changeStages, openDiscussion } from '#app/domain/reviews/course/discussing.server.ts'
import { pauseDiscussion, resumeDiscussion } from '#app/domain/reviews/course/pausing.server.ts'
import { prolongStage } from '#app/domain/reviews/course/prolonging.server.ts'
import { draftState } from '#app/domain/reviews/facts.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import type { Db } from '#db/client.ts'
import { notifications, procedureSteps } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import type { GivenDraft } from '#test/support/given/reviews.ts'

const why = { reason: 'Много предложений, нужно время' }
const grounded = { ...why, ground: 'Приказ от 01.03.2026 № 7' }

async function stageOf(ctx: Parameters<typeof draftState>[0], draft: GivenDraft, kind: string) {
  const { stages } = await draftState(ctx, draft.id)
  const stage = stages.find((one) => one.kind === kind)
  if (!stage) throw new RangeError(`no ${kind}`)
  return stage
}

const stepsOf = (db: Db, { id }: GivenDraft) =>
  db.select().from(procedureSteps).where(eq(procedureSteps.draftId, id)).orderBy(asc(procedureSteps.id))

test('a stage is prolonged for a reason; it is carried on to a working day and pushes what comes after', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const { author } = await given.remark(draft)
  const ctx = acts(draft.institute)
  const talk = await stageOf(ctx, draft, 'discussion')
  expect(talk).toMatchObject({ lastDay: '2026-03-12', unit: 'calendar', minDays: 5, maxDays: 60 })
  expect(talk.basis).toContain('02/1765')
  const prolong = (lastDay: string, said: { reason: string; ground?: string } = why) =>
    prolongStage(ctx, draft.id, { stageId: talk.id, lastDay, ...said })

  await expect(prolong('2026-03-12')).rejects.toMatchObject({ code: 'prolong-later', field: 'lastDay' })
  await expect(prolong('2026-02-31')).rejects.toMatchObject({ code: 'day' })
  await expect(prolong('2026-03-20', { reason: ' ' })).rejects.toMatchObject({
    code: 'required',
    field: 'reason',
  })
  await expect(prolong('2028-01-10', grounded)).rejects.toMatchObject({ code: 'no-calendar' })
  // Saturday 21 March goes on to Monday; processing of six working days begins on Tuesday
  expect(await prolong('2026-03-21')).toBe('2026-03-23')
  expect(await stageOf(ctx, draft, 'processing')).toMatchObject({
    firstDay: '2026-03-24',
    lastDay: '2026-03-31',
  })
  // 60 days are the most: beyond them a document must order it
  await expect(prolong('2026-05-20')).rejects.toMatchObject({ code: 'ground-needed', facts: { days: 60 } })
  expect(await prolong('2026-05-20', grounded)).toBe('2026-05-20')

  const steps = await stepsOf(db, draft)
  expect(steps.map(({ kind }) => kind)).toEqual(['opened', 'prolonged', 'prolonged'])
  expect(steps[1]).toMatchObject({
    ...why,
    stage: 'Обсуждение',
    facts: { before: '2026-03-12', after: '2026-03-23' },
  })
  const told = await db.select().from(notifications).where(eq(notifications.personId, author.personId))
  expect(told.filter(({ kind }) => kind === 'stage.prolonged')).toHaveLength(2)
})

test('strangers do not steer a procedure, and what is over is not prolonged', async ({ given, acts }) => {
  const draft = await given.discussed()
  const stranger = acts(await given.user())
  const notice = await stageOf(acts(draft.institute), draft, 'notice')
  const prolonged = { stageId: notice.id, lastDay: '2026-03-20', ...why }
  await expect(prolongStage(stranger, draft.id, prolonged)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(pauseDiscussion(stranger, draft.id, why)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(resumeDiscussion(stranger, draft.id, why)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(cancelDiscussion(stranger, draft.id, grounded)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(prolongStage(acts(draft.institute), draft.id, prolonged)).rejects.toMatchObject({
    code: 'stage-over',
  })
  const other = await given.discussed()
  const foreign = { ...prolonged, stageId: (await stageOf(acts(other.institute), other, 'discussion')).id }
  await expect(prolongStage(acts(draft.institute), draft.id, foreign)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a pause keeps what was left of each stage, however long it lasts', async ({ given, acts, db, as }) => {
  const draft = await given.discussed()
  const { author } = await given.remark(draft)
  const ctx = acts(draft.institute, '2026-03-10T09:00:00Z')
  await expect(resumeDiscussion(ctx, draft.id, why)).rejects.toMatchObject({ code: 'discussion-runs' })
  await pauseDiscussion(ctx, draft.id, why)
  await expect(pauseDiscussion(ctx, draft.id, why)).rejects.toMatchObject({ code: 'discussion-paused' })
  await expect(changeStages(ctx, draft.id, [])).rejects.toMatchObject({ code: 'discussion-paused' })

  // weeks later, past the old last day: nothing is taken, nothing has ended
  const later = acts(draft.institute, '2026-04-06T09:00:00Z')
  const shown = await draftBySlug(as(null, { now: '2026-04-06T09:00:00Z' }), draft.slug)
  expect(shown).toMatchObject({
    talk: 'closed',
    progress: 'running',
    stage: { kind: 'discussion' },
    daysLeft: 2,
  })
  const listed = async (state: 'open' | 'past') =>
    (await listDrafts(as(null, { now: '2026-03-10T10:00:00Z' }), { filter: { state } })).rows.map(
      ({ id }) => id,
    )
  expect(await listed('open')).not.toContain(draft.id)
  const input = { by: await given.user(), body: 'Во время паузы' }
  await expect(given.remark(draft, input)).rejects.toMatchObject({ code: 'discussion-paused' })

  // three days were left (10, 11, 12 March): 6, 7, 8 April; the six working days of processing follow
  expect(await resumeDiscussion(later, draft.id, why)).toBe('2026-04-08')
  expect(await stageOf(later, draft, 'processing')).toMatchObject({
    firstDay: '2026-04-09',
    lastDay: '2026-04-16',
  })
  expect(await stageOf(later, draft, 'notice')).toMatchObject({ lastDay: '2026-02-27' })
  expect((await draftBySlug(as(null, { now: '2026-04-08T18:59:59Z' }), draft.slug)).talk).toBe('open')
  expect((await draftBySlug(as(null, { now: '2026-04-08T19:00:00Z' }), draft.slug)).talk).toBe('closed')
  const kinds = (
    await db.select().from(notifications).where(eq(notifications.personId, author.personId))
  ).map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['discussion.paused', 'discussion.resumed']))
})

test('a pause of some hours changes no day; a discussion without stages ahead has nothing to pause', async ({
  given,
  acts,
}) => {
  const draft = await given.discussed()
  const before = await draftState(acts(draft.institute), draft.id)
  await pauseDiscussion(acts(draft.institute, '2026-03-10T05:00:00Z'), draft.id, why)
  await resumeDiscussion(acts(draft.institute, '2026-03-10T17:00:00Z'), draft.id, why)
  expect((await draftState(acts(draft.institute), draft.id)).stages).toEqual(before.stages)
  await expect(
    pauseDiscussion(acts(draft.institute, '2026-05-10T17:00:00Z'), draft.id, why),
  ).rejects.toMatchObject({ code: 'stage-over' })
})

test('a discussion is called off with a ground; it can be opened anew while nobody has spoken', async ({
  given,
  acts,
  as,
  db,
}) => {
  const silent = await given.discussed()
  const ctx = acts(silent.institute)
  await expect(cancelDiscussion(ctx, silent.id, why as typeof grounded)).rejects.toMatchObject({
    field: 'ground',
  })
  await cancelDiscussion(ctx, silent.id, grounded)
  await expect(cancelDiscussion(ctx, silent.id, grounded)).rejects.toMatchObject({
    code: 'discussion-cancelled',
  })
  expect(await draftBySlug(as(null), silent.slug)).toMatchObject({
    talk: 'closed',
    progress: 'over',
    stage: null,
  })
  await expect(given.remark(silent)).rejects.toMatchObject({ code: 'discussion-cancelled' })
  const stages = [
    { kind: 'discussion' as const, title: 'Обсуждение', firstDay: '2026-03-01', lastDay: '2026-03-09' },
  ]
  await openDiscussion(ctx, silent.id, { process: 'public-discussion', stages })
  await given.remark(silent)
  await cancelDiscussion(ctx, silent.id, grounded)
  await expect(
    openDiscussion(ctx, silent.id, { process: 'public-discussion', stages }),
  ).rejects.toMatchObject({ code: 'discussion-spoken' })
  expect((await stepsOf(db, silent)).map(({ kind, ground }) => [kind, ground])).toEqual([
    ['opened', ''],
    ['cancelled', grounded.ground],
    ['opened', ''],
    ['cancelled', grounded.ground],
  ])
})

test('limits of the order hold at the opening and for what is moved, and a year without a calendar is refused', async ({
  given,
  acts,
}) => {
  const draft = await given.draft()
  const open = (firstDay: string, lastDay: string) =>
    openDiscussion(acts(draft.institute), draft.id, {
      process: 'public-discussion',
      stages: [{ kind: 'discussion', title: 'Обсуждение', firstDay, lastDay }],
    })
  await expect(open('2026-03-01', '2026-03-04')).rejects.toMatchObject({
    code: 'term-short',
    facts: { days: 5 },
  })
  await expect(open('2026-03-01', '2026-05-30')).rejects.toMatchObject({
    code: 'term-long',
    facts: { days: 60 },
  })
  await expect(open('2027-12-20', '2028-01-09')).rejects.toMatchObject({
    code: 'no-calendar',
    facts: { year: '2028' },
  })
  await open('2026-12-20', '2027-01-09') // across the New Year
  const { stages } = await draftState(acts(draft.institute), draft.id)
  const change = { id: stages[0]?.id ?? '', firstDay: '2026-12-20', lastDay: '2026-12-22' }
  await expect(changeStages(acts(draft.institute), draft.id, [change])).rejects.toMatchObject({
    code: 'term-short',
  })
})
