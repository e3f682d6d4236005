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
import { lockRemark, type RemarkState } from '#app/domain/reviews/facts.server.ts'
import { decisionHash } from '#app/domain/reviews/remarks/said-hash.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { DecisionKind, RemarkKind } from '#content/types.ts'
import { decisions, recommendations } from '#db/schema/index.ts'
import { boilerplateText } from './boilerplating.server.ts'
import { chainOf } from './chaining.server.ts'
import { companionsOf } from './companions.server.ts'

export interface DecisionInput {
  decision: DecisionKind
  reason: string
  /** the decision the answerer saw, null for none; Problem('stale') when there is another by now */
  seen?: string | null
  /** also the other remarks of its group */
  together?: boolean
  /** the ready answer it began with; an empty reason is taken from it */
  boilerplateId?: string | null
}

/** Decisions that suit a kind of remark, in the order of the reference data. */
export function decisionsFor(kind: RemarkKind): DecisionKind[] {
  return content().remarks.kinds.find(({ code }) => code === kind)?.decisions ?? []
}

/** Answers a remark, and with `together` each remark of its group; every author is told. Returns the answer's id. */
export async function decide(ctx: ActingCtx, remarkId: string, input: DecisionInput): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockRemark(ctx, remarkId)
    authorize(reviewRules.decide, ctx.actor, state.facts)
    const before = await currentOf(ctx, remarkId, input.seen)
    await assertRecommended(ctx, state)
    const words = input.boilerplateId
      ? {
          ...input,
          reason: input.reason || (await boilerplateText(ctx, state.draft.id, input.boilerplateId)),
        }
      : input
    const id = await answer(ctx, state, words, before)
    if (!input.together) return id
    for (const companion of await companionsOf(ctx, remarkId)) {
      const other = await lockRemark(ctx, companion.id)
      authorize(reviewRules.decide, ctx.actor, other.facts)
      await answer(ctx, other, words, await currentOf(ctx, companion.id, undefined))
    }
    return id
  })
}

async function answer(
  ctx: ActingCtx,
  state: RemarkState,
  input: DecisionInput,
  before: string | null,
): Promise<string> {
  const id = uuidv7()
  const remarkId = state.remark.id
  const deputyOfId = standsInFor(ctx.actor, 'remark.decide', state.facts.place)
  const said = { id, decision: suited(state.remark.kind, input.decision), reason: reasonFor(input) }
  await ctx.db.insert(decisions).values({
    ...said,
    remarkId,
    decidedById: ctx.actor.personId,
    deputyOfId: deputyOfId ?? null,
    decidedAt: ctx.now,
    boilerplateId: input.boilerplateId ?? null,
  })
  if (before) await ctx.db.update(decisions).set({ supersededById: id }).where(eq(decisions.id, before))
  const facts = {
    ...{ decision: input.decision, id, words: decisionHash(said) },
    ...(before ? { supersedes: before } : {}),
  }
  await record(
    ctx,
    'remark.decided',
    { kind: 'remark', id: remarkId },
    facts,
    deputyOfId ? { deputyOfId } : {},
  )
  await tellAuthor(ctx, state, id)
  return id
}

/** Where the chain has an executor, nobody decides before somebody has recommended. */
async function assertRecommended(ctx: ActingCtx, { draft, remark }: RemarkState): Promise<void> {
  if (!(await chainOf(ctx, draft.id)).executor) return
  const [row] = await ctx.db
    .select({ id: recommendations.id })
    .from(recommendations)
    .where(eq(recommendations.remarkId, remark.id))
    .limit(1)
  if (!row) throw new Problem('recommendation-missing')
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

/** The decision, or a Problem of the field when it does not suit the kind of remark. */
export function suited(kind: RemarkKind, decision: DecisionKind): DecisionKind {
  if (!decisionsFor(kind).includes(decision)) throw new Problem('decision-kind', {}, 'decision')
  return decision
}

/** The clean reason; required where the reference data ask for one. */
export function reasonFor({ decision, reason }: Pick<DecisionInput, 'decision' | 'reason'>): string {
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
