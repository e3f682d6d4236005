/**
 * Agreeing: the head sends the text, each member agrees, or agrees with a dissent that is printed with the conclusion.
 * An answer belongs to the hash of the text it was given to: a changed text asks everybody again.
 */
import { and, eq, isNull, lte } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { conclusionAnswers, conclusionEditions, conclusions } from '#db/schema/index.ts'
import { type ConclusionState, lockConclusion, lockedConclusion } from './facts.server.ts'
import { conclusionRules } from './rules.ts'

/**
 * Sends the text as it stands to the members; answers are awaited until the end of the day. Problems: stale (another
 * edition was shown), required (nothing is written), conclusion-sent.
 */
export async function sendForAgreement(
  ctx: ActingCtx,
  panelId: string,
  { revision, lastDay }: { revision: number; lastDay: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.send, ctx.actor, state.facts)
    const [row, body] = [found(state.row), found(state.body)]
    if (body.edition !== revision) throw new Problem('stale')
    if (body.text.trim() === '') throw new Problem('required', {}, 'text')
    const today = dayOf(ctx.now, ctx.zone)
    if (lastDay < today) throw new Problem('day-past', {}, 'lastDay')
    const id = uuidv7()
    await ctx.db.insert(conclusionEditions).values({
      ...{ id, conclusionId: row.id, edition: body.edition, body: { ...body }, sha256: sha256(body) },
      ...{ sentAt: ctx.now, sentById: ctx.actor.personId, lastDay },
    })
    await record(
      ctx,
      'conclusion.sent',
      { kind: 'conclusion', id: row.id },
      { edition: body.edition, lastDay },
    )
    await tellMembers(ctx, state, 'conclusion.to-agree', id, { until: lastDay })
  })
}

/** Agrees with the text of this hash; words of dissent make it an agreement with an own opinion. Problem('stale'). */
export async function answerText(
  ctx: ActingCtx,
  panelId: string,
  { hash, dissent }: { hash: string; dissent: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.answer, ctx.actor, state.facts)
    const edition = found(state.edition)
    if (edition.sha256 !== hash) throw new Problem('stale')
    const words = dissent.replace(/\r\n?/g, '\n').trim()
    const answer = words ? ('dissented' as const) : ('agreed' as const)
    const { personId } = ctx.actor
    const row = { id: uuidv7(), editionId: edition.id, personId, answer, dissent: words, answeredAt: ctx.now }
    await ctx.db.insert(conclusionAnswers).values(row)
    const about = { kind: 'conclusion', id: edition.conclusionId }
    await record(ctx, 'conclusion.answered', about, { answer, edition: edition.edition })
    const waited = waitedFor(state).filter((one) => one !== personId)
    if (waited.length === 0) await tellHead(ctx, state, 'conclusion.agreed', edition.id)
  })
}

/** The text was changed after it had been sent: answers and signatures to it count no longer. Runs in the command that changed it. */
export async function supersedeEdition(ctx: Ctx, state: ConclusionState): Promise<void> {
  const { edition } = state
  if (!edition) return
  await ctx.db
    .update(conclusionEditions)
    .set({ supersededAt: ctx.now })
    .where(eq(conclusionEditions.id, edition.id))
  const about = { kind: 'conclusion', id: edition.conclusionId }
  await record(ctx, 'conclusion.taken-back', about, { edition: edition.edition })
  await tellMembers(ctx, state, 'conclusion.changed', edition.id, {})
}

/** Takes the text back from the members without changing it: to word it anew. */
export async function takeBackText(ctx: ActingCtx, panelId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.edit, ctx.actor, state.facts)
    if (!state.edition) throw new Problem('conflict')
    await takeBack(ctx, state)
  })
}

/** What is with the members comes back; the next sending is of another edition, though its words may be the same. */
export async function takeBack(ctx: Ctx, state: ConclusionState): Promise<void> {
  if (!state.edition) return
  await supersedeEdition(ctx, state)
  const body = found(state.body)
  await ctx.db
    .update(conclusions)
    .set({ body: { ...body, edition: body.edition + 1 }, savedAt: ctx.now })
    .where(eq(conclusions.id, found(state.row).id))
}

/** Reminds whose answer is awaited when the term ends soon; run daily, tells each once. Returns how many texts wait. */
export async function remindOfTexts(ctx: Ctx): Promise<number> {
  const soon = dayAfter(dayOf(ctx.now, ctx.zone), content().settings.panels.conclusion.remindDays)
  const waiting = await ctx.db
    .select({ id: conclusionEditions.id, panelId: conclusions.panelId })
    .from(conclusionEditions)
    .innerJoin(conclusions, eq(conclusions.id, conclusionEditions.conclusionId))
    .where(
      and(
        isNull(conclusionEditions.supersededAt),
        isNull(conclusionEditions.openedAt),
        lte(conclusionEditions.lastDay, soon),
      ),
    )
  for (const { id, panelId } of waiting)
    await atomically(ctx, async (ctx) => {
      const state = await lockedConclusion(ctx, panelId)
      if (state.edition?.id !== id || state.facts.stage !== 'agreement' || state.facts.cancelled) return
      if (state.facts.agreed) return tellHead(ctx, state, 'conclusion.term-over', id)
      const notice = noticeOf(state, id, { until: state.edition.lastDay })
      await notifyAll(ctx, waitedFor(state), 'conclusion.agree-soon', notice)
    })
  return waiting.length
}

/** Members whose answer is still awaited. */
export function waitedFor({ facts }: Pick<ConclusionState, 'facts'>): string[] {
  return facts.memberIds.filter((one) => !facts.answeredIds.includes(one))
}

/** Tells everybody of the panel but the head. */
export async function tellMembers(
  ctx: Ctx,
  state: ConclusionState,
  kind: string,
  objectId: string,
  facts: Record<string, string | number>,
): Promise<void> {
  const others = state.facts.memberIds.filter((one) => one !== state.facts.headId)
  await notifyAll(ctx, others, kind, noticeOf(state, objectId, facts))
}

export async function tellHead(
  ctx: Ctx,
  state: ConclusionState,
  kind: string,
  objectId: string,
): Promise<void> {
  const { headId } = state.facts
  if (headId) await notifyAll(ctx, [headId], kind, noticeOf(state, objectId, {}))
}

function noticeOf({ panel }: ConclusionState, objectId: string, facts: Record<string, string | number>) {
  const address = `/panels/${panel.panel.number}/conclusion`
  const { title } = panel.object
  return { objectKind: 'conclusion-edition', objectId, address, facts: { title, ...facts } }
}
