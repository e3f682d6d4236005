/** Deciding: «не препятствует, потому что…» on a conflict that only warns, and taking that back. */
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { lockPanel } from '#app/domain/panels/facts.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { conflictDecisions, conflicts } from '#db/schema/index.ts'
import { fingerprintOf, keepConflicts } from './keeping.server.ts'
import type { ConflictKind } from './kinds.ts'
import { conflictRules } from './rules.ts'
import { conflictsOfSeats } from './seated.server.ts'

/** Lets a member stay in spite of a warning. It covers these facts: other facts of the same kind are asked about anew. */
export async function waiveConflict(
  ctx: ActingCtx,
  panelId: string,
  { seatId, kind, ground }: { seatId: string; kind: ConflictKind; ground: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(conflictRules.read, ctx.actor, state.facts)
    const seat = found(state.seats.find(({ id }) => id === seatId))
    const { personId } = seat
    const findings = (await conflictsOfSeats(ctx, state, [seat])).get(personId) ?? []
    const finding = findings.find((one) => one.kind === kind)
    if (!finding) throw new Problem('conflict-gone')
    const fingerprint = fingerprintOf(finding.facts)
    const decisions = await decisionsOf(ctx, panelId)
    const decided = decisions.some(
      ({ conflict }) =>
        conflict.personId === personId && conflict.kind === kind && conflict.fingerprint === fingerprint,
    )
    authorize(conflictRules.decide, ctx.actor, { ...state.facts, weight: finding.weight, decided })
    await keepConflicts(ctx, panelId, [{ personId, findings }])
    const same = and(
      ...[eq(conflicts.panelId, panelId), eq(conflicts.personId, personId), eq(conflicts.kind, kind)],
      ...[eq(conflicts.fingerprint, fingerprint), isNull(conflicts.clearedAt)],
    )
    const [row] = await ctx.db.select({ id: conflicts.id }).from(conflicts).where(same)
    const conflictId = found(row).id
    await ctx.db.insert(conflictDecisions).values({
      ...{ id: uuidv7(), conflictId, ground },
      ...{ decidedById: ctx.actor.personId, decidedAt: ctx.now },
    })
    await record(ctx, 'panel.conflict-waived', { kind: 'panel', id: panelId }, { conflict: conflictId })
  })
}

/** Takes a decision back; the warning asks for one again. */
export async function recallWaiver(ctx: ActingCtx, panelId: string, decisionId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(conflictRules.recall, ctx.actor, state.facts)
    const { decision } = found(
      (await decisionsOf(ctx, panelId)).find(({ decision }) => decision.id === decisionId),
    )
    await ctx.db
      .update(conflictDecisions)
      .set({ recalledById: ctx.actor.personId, recalledAt: ctx.now })
      .where(eq(conflictDecisions.id, decision.id))
    await record(ctx, 'panel.waiver-recalled', { kind: 'panel', id: panelId }, { decision: decisionId })
  })
}

/** Decisions that stand, with the conflicts as they were found. */
export async function decisionsOf(ctx: Pick<Ctx, 'db'>, panelId: string) {
  return ctx.db
    .select({ decision: conflictDecisions, conflict: conflicts })
    .from(conflictDecisions)
    .innerJoin(conflicts, eq(conflicts.id, conflictDecisions.conflictId))
    .where(
      and(eq(conflicts.panelId, panelId), isNull(conflictDecisions.recalledAt), isNull(conflicts.clearedAt)),
    )
}
