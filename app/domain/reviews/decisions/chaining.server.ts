/**
 * Chaining: how an answer comes about in a draft: an executor recommends, the head of the unit decides (from then on
 * readers see it), the signatory confirms before the summary. Deciding is never left out; the steps around it can be.
 */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { chains, decisions, remarks } from '#db/schema/index.ts'

export interface Chain {
  /** a decision needs a recommendation before it */
  executor: boolean
  /** the summary needs confirmed decisions */
  signatory: boolean
}

/** The chain of a draft; both steps are off until somebody sets them. */
export async function chainOf(ctx: Ctx, draftId: string): Promise<Chain> {
  const [row] = await ctx.db
    .select({ executor: chains.executor, signatory: chains.signatory })
    .from(chains)
    .where(eq(chains.draftId, draftId))
  return row ?? { executor: false, signatory: false }
}

/** Sets the chain of a draft from now on; decisions already taken stay. */
export async function changeChain(ctx: ActingCtx, draftId: string, chain: Chain): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.changeChain, ctx.actor, facts)
    const values = { ...chain, changedById: ctx.actor.personId, changedAt: ctx.now }
    await ctx.db
      .insert(chains)
      .values({ draftId, ...values })
      .onConflictDoUpdate({ target: chains.draftId, set: values })
    await record(ctx, 'draft.chain', { kind: 'draft', id: draftId }, { ...chain })
  })
}

/** Confirms every decision that stands and waits for it; returns how many. */
export async function confirmDecisions(ctx: ActingCtx, draftId: string): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.confirmDecisions, ctx.actor, facts)
    const confirmed = await ctx.db
      .update(decisions)
      .set({ confirmedById: ctx.actor.personId, confirmedAt: ctx.now })
      .where(unconfirmedOf(ctx, draftId))
      .returning({ id: decisions.id })
    if (confirmed.length > 0)
      await record(ctx, 'decisions.confirmed', { kind: 'draft', id: draftId }, { n: confirmed.length })
    return confirmed.length
  })
}

/** How many standing decisions nobody has confirmed. */
export async function unconfirmedIn(ctx: Ctx, draftId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(decisions)
    .where(unconfirmedOf(ctx, draftId))
  return row?.n ?? 0
}

/** Problem('decisions-unconfirmed') when the chain asks for a signatory and decisions wait for one. */
export async function assertConfirmed(ctx: Ctx, draftId: string): Promise<void> {
  if (!(await chainOf(ctx, draftId)).signatory) return
  const n = await unconfirmedIn(ctx, draftId)
  if (n > 0) throw new Problem('decisions-unconfirmed', { n })
}

function unconfirmedOf(ctx: Ctx, draftId: string) {
  const own = ctx.db.select({ id: remarks.id }).from(remarks).where(eq(remarks.draftId, draftId))
  return and(
    inArray(decisions.remarkId, own),
    isNull(decisions.supersededById),
    isNull(decisions.confirmedAt),
  )
}
