/** Contests of the demonstration that went on: one is judged, one hears appeals, one has its order and diplomas. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { sendSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { ctxAt } from '#app/domain/reviews/demo/demo-people.server.ts'
import { contestStories } from '#content/contest-stories.ts'
import { content } from '#content/load.ts'
import { contests, invitations, panels, people, seats, sheets, submissions } from '#db/schema/index.ts'
import { approveBatch } from './approving.server.ts'
import { askBatch, newestBatch, runBatch } from './batching.server.ts'
import { fileAppeal } from './checking.server.ts'
import { codeWorks } from './coding.server.ts'
import { addWorks, prepare, type Story, staff } from './demo-telling.server.ts'
import { contestByNumber } from './facts.server.ts'
import type { BatchInput } from './forms.ts'
import { decideContest } from './ranking/deciding.server.ts'
import { rankContest } from './ranking/ranking.server.ts'
import { openingItems } from './running/opening.server.ts'

/** Ten works whose experts meet on them: enough for severity; results, order, diplomas. */
export async function tellFinished(story: Story) {
  const few = { perWork: 3, reserve: 0, load: 12, directions: story.directions.slice(0, 2) }
  const { number } = await prepare(story, 'finished', -62, [-60, -44, -24, -14], few)
  await compose(story, number, 10, -42)
  await accept(story, number, -40, () => true)
  await openAll(staff(story, -38), number)
  await mark(story, number, -30, () => true)
  await rankContest(staff(story, -23), number, '')
  const order = { number: contestStories().order, day: dayAfter(story.day, -10) }
  await decideContest(staff(story, -10), number, order)
}

/** Preliminary results are out; the school of the demonstration has appealed. */
export async function tellAppealed(story: Story) {
  const { number } = await prepare(story, 'appealed', -48, [-46, -34, -6, 6], { perWork: 2, reserve: 0 })
  await compose(story, number, 4, -32)
  await accept(story, number, -30, () => true)
  await openAll(staff(story, -28), number)
  await mark(story, number, -12, () => true)
  await rankContest(staff(story, -4), number, '')
  const [own] = await story.db
    .select({ id: submissions.id })
    .from(submissions)
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .where(and(eq(contests.number, number), eq(submissions.organisationId, story.schools[0] ?? '')))
  if (own)
    await atomically(school(story, -2), (ctx) => fileAppeal(ctx, own.id, 'result', contestStories().appeal))
}

/** Some have answered, some sheets are in, and marks of the first work lie apart; the expert of the demonstration judges. */
export async function tellJudged(story: Story) {
  const few = { perWork: 2, reserve: 1, load: 12, directions: story.expertIn }
  const { number } = await prepare(story, 'judged', -30, [-28, -12, 14, 24], few)
  await compose(story, number, 5, -2)
  await accept(story, number, -1, (at) => at < 8)
  await openAll(staff(story, -1), number)
  await mark(story, number, 0, (at) => at < 4)
}

/** Works, codes and approved panels. */
async function compose(story: Story, number: number, works: number, day: number) {
  const { ctx } = await reckoned(story, number, works, day, { cap: null, fair: undefined })
  await approveBatch(ctx, number)
}

/** Works, codes and a batch that is reckoned. */
export async function reckoned(story: Story, number: number, works: number, day: number, asked: BatchInput) {
  await addWorks(story, number, works, day - 3, () => 'admitted')
  const ctx = staff(story, day)
  await codeWorks(ctx, number)
  await askBatch(ctx, number, asked)
  const [contest] = await story.db
    .select({ id: contests.id })
    .from(contests)
    .where(eq(contests.number, number))
  const batch = await newestBatch(ctx, contest?.id ?? '')
  // reckoned here and now: the job that was asked for finds it done
  const job = {
    id: batch?.jobId ?? '',
    payload: { batch: batch?.id },
    actorId: null,
    progress: async () => {},
  }
  await runBatch({ owner: { db: story.db } as never, zone: content().instance.timezone }, job)
  const done = await newestBatch(ctx, contest?.id ?? '')
  return { ctx, sha256: done?.sha256 ?? '' }
}

async function openAll(ctx: ActingCtx, number: number) {
  const { contest } = await contestByNumber(ctx, number)
  for (const { act } of await openingItems(ctx, contest)) await act(ctx)
}

async function accept(story: Story, number: number, day: number, does: (at: number) => boolean) {
  const rows = await story.db
    .select({ id: invitations.id, personId: seats.personId })
    .from(invitations)
    .innerJoin(seats, and(eq(seats.id, invitations.seatId), isNull(seats.leftAt)))
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .where(eq(contests.number, number))
    .orderBy(asc(submissions.code), asc(seats.rank))
  for (const [at, { id, personId }] of rows.entries())
    if (does(at)) await acceptInvitation(await expert(story, personId, day), id)
}

/** Marks that rise with the work and differ with the expert; every one has its reason. */
async function mark(story: Story, number: number, day: number, does: (at: number) => boolean) {
  const rows = await story.db
    .select({
      id: sheets.id,
      personId: seats.personId,
      code: submissions.code,
      form: contests.questionnaireVersionId,
    })
    .from(sheets)
    .innerJoin(seats, eq(seats.id, sheets.seatId))
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .innerJoin(contests, eq(contests.id, submissions.contestId))
    .where(and(eq(contests.number, number), isNull(sheets.sentAt)))
    .orderBy(asc(submissions.code), asc(seats.rank))
  const { form } = await formOf(story, rows[0]?.form ?? '')
  const { reasons, comment } = contestStories()
  const codes = [...new Set(rows.map(({ code }) => code))]
  for (const [at, { id, personId, code }] of rows.entries()) {
    if (!does(at)) continue
    const worth = 1 + ((codes.indexOf(code) * 7) % 4)
    const given = form.questions
      .filter(({ type }) => type !== 'section')
      .map(({ code: question, type, options }, place) => {
        const wide = at === 1 && place === 0 ? 3 : 0
        const value = Math.min(4, Math.max(0, worth + ((at + place) % 3 === 0 ? -1 : 0) + wide))
        return {
          ...{ question, notApplicable: false, blockId: null },
          value: type === 'scale' ? value : type === 'one' ? (options?.[0]?.code ?? '') : comment,
          reason: reasons[(at + place) % reasons.length] ?? '',
        }
      })
    await sendSheet(await expert(story, personId, day), id, given)
  }
}

async function expert({ db, cast, day }: Story, personId: string, offset: number): Promise<ActingCtx> {
  const [row] = await db.select({ number: people.number }).from(people).where(eq(people.id, personId))
  const actor = { ...cast.actor(0, dayAfter(day, offset)), personId, number: row?.number ?? 0 }
  return ctxAt(db, actor, moment(day, offset), content().instance.timezone)
}

function school({ db, cast, day }: Story, offset: number): ActingCtx {
  const actor = cast.actor('school', dayAfter(day, offset))
  return ctxAt(db, actor, moment(day, offset), content().instance.timezone)
}

const moment = (day: string, offset: number) => new Date(`${dayAfter(day, offset)}T06:00:00Z`)
