/**
 * Deciding: the developer's answer to a remark. A later answer supersedes, the earlier ones stay; an answer taken back
 * is superseded by itself.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { standsInFor } from '#app/domain/accounts/standing-in.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { DecisionKind, RemarkKind } from '#content/types.ts'
import { decisions } from '#db/schema/index.ts'
import { lockRemark, type RemarkState } from './facts.server.ts'
import { reviewRules } from './rules.ts'
import { cleanWords } from './words.ts'

export interface DecisionInput {
  decision: DecisionKind
  reason: string
  /** the decision the answerer saw, null for none; Problem('stale') when there is another by now */
  seen?: string | null
}

/** Decisions that suit a kind of remark, in the order of the reference data. */
export function decisionsFor(kind: RemarkKind): DecisionKind[] {
  return content().remarks.kinds.find(({ code }) => code === kind)?.decisions ?? []
}

/** Answers a remark; its author is told. */
export async function decide(ctx: ActingCtx, remarkId: string, input: DecisionInput): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockRemark(ctx, remarkId)
    authorize(reviewRules.decide, ctx.actor, state.facts)
    const before = await currentOf(ctx, remarkId, input.seen)
    const id = uuidv7()
    await ctx.db.insert(decisions).values({
      id,
      remarkId,
      decision: suited(state.remark.kind, input.decision),
      reason: reasonFor(input),
      decidedById: ctx.actor.personId,
      deputyOfId: standsInFor(ctx.actor, 'remark.decide', state.facts.place) ?? null,
      decidedAt: ctx.now,
    })
    if (before) await ctx.db.update(decisions).set({ supersededById: id }).where(eq(decisions.id, before))
    const deputyOfId = standsInFor(ctx.actor, 'remark.decide', state.facts.place)
    const facts = { decision: input.decision, id, ...(before ? { supersedes: before } : {}) }
    await record(
      ctx,
      'remark.decided',
      { kind: 'remark', id: remarkId },
      facts,
      deputyOfId ? { deputyOfId } : {},
    )
    await tellAuthor(ctx, state, id)
    return id
  })
}

/** Takes the answer back: the remark waits again. */
export async function reopen(ctx: ActingCtx, remarkId: string, seen?: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockRemark(ctx, remarkId)
    authorize(reviewRules.decide, ctx.actor, facts)
    const before = await currentOf(ctx, remarkId, seen)
    if (!before) throw new Problem('conflict')
    await ctx.db.update(decisions).set({ supersededById: before }).where(eq(decisions.id, before))
    await record(ctx, 'remark.reopened', { kind: 'remark', id: remarkId }, { decision: before })
  })
}

async function currentOf(
  ctx: ActingCtx,
  remarkId: string,
  seen: string | null | undefined,
): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.remarkId, remarkId), isNull(decisions.supersededById)))
  const current = row?.id ?? null
  if (seen !== undefined && seen !== current) throw new Problem('stale')
  return current
}

function suited(kind: RemarkKind, decision: DecisionKind): DecisionKind {
  if (!decisionsFor(kind).includes(decision)) throw new Problem('decision-kind', {}, 'decision')
  return decision
}

function reasonFor({ decision, reason }: DecisionInput): string {
  const { remarks, settings } = content()
  const required = remarks.decisions.find(({ code }) => code === decision)?.reasonRequired ?? true
  return cleanWords(reason, 'reason', settings.text.reason, { required })
}

async function tellAuthor(ctx: ActingCtx, { remark, draft }: RemarkState, decisionId: string): Promise<void> {
  await notify(ctx, remark.authorId, 'remark.decided', {
    objectKind: 'decision',
    objectId: decisionId,
    address: `/drafts/${draft.slug}?remark=${remark.number}`,
    facts: { title: draft.title, number: remark.number },
  })
}
