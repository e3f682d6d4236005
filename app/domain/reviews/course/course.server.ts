/** The course of a discussion («ход обсуждения»): what was done and why, and what came by itself with the days. */
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { DraftShown } from '#app/domain/reviews/queries.server.ts'
import type { OutcomeKind } from '#app/domain/reviews/summary/outcome-kind.ts'
import { outcomes, procedureSteps, summaries, versions } from '#db/schema/index.ts'

type Step = typeof procedureSteps.$inferSelect
export type CourseEntry =
  | ({ at: Date; kind: Step['kind'] } & Pick<Step, 'stage' | 'reason' | 'ground' | 'facts'>)
  | { at: Date; kind: 'version'; number: number; note: string }
  | { at: Date; kind: 'summary'; number: number }
  | { at: Date; kind: 'outcome'; outcome: OutcomeKind }
  | { day: string; kind: 'began' | 'ended'; stage: string }

/** Everything that has happened by now, newest first. The draft is within reach: it comes from `draftBySlug`. */
export async function courseOf(
  ctx: Ctx,
  { draft, stages, halt }: Pick<DraftShown, 'draft' | 'stages' | 'halt'>,
): Promise<CourseEntry[]> {
  const steps = await ctx.db
    .select()
    .from(procedureSteps)
    .where(eq(procedureSteps.draftId, draft.id))
    .orderBy(asc(procedureSteps.id))
  const published = await ctx.db
    .select({ number: versions.number, note: versions.note, at: versions.publishedAt })
    .from(versions)
    .where(and(eq(versions.draftId, draft.id), isNotNull(versions.publishedAt)))
  const summed = await ctx.db
    .select({ number: summaries.revision, at: summaries.publishedAt })
    .from(summaries)
    .where(eq(summaries.draftId, draft.id))
  const ended = await ctx.db
    .select({ outcome: outcomes.kind, at: outcomes.enteredAt })
    .from(outcomes)
    .where(eq(outcomes.draftId, draft.id))
  // What was called off, summed up early or waits goes on with no day of its plan.
  const stop = halt?.cancelledAt ?? halt?.closedAt ?? halt?.pausedAt ?? ctx.now
  const entries: CourseEntry[] = [
    ...steps.map(({ kind, stage, reason, ground, facts, madeAt }) => ({
      kind,
      stage,
      reason,
      ground,
      facts,
      at: madeAt,
    })),
    ...published.flatMap(({ number, note, at }) =>
      at ? [{ kind: 'version' as const, number, note, at }] : [],
    ),
    ...summed.map(({ number, at }) => ({ kind: 'summary' as const, number, at })),
    ...ended.map(({ outcome, at }) => ({ kind: 'outcome' as const, outcome, at })),
    ...boundaries(stages, dayOf(stop, ctx.zone)),
  ]
  const order = (entry: CourseEntry) =>
    'at' in entry
      ? `${dayOf(entry.at, ctx.zone)} 1 ${entry.at.toISOString()}`
      : `${entry.day} ${entry.kind === 'began' ? 0 : 2}`
  return entries.sort((a, b) => (order(a) < order(b) ? 1 : -1))
}

/** Beginnings and ends of stages that the days have brought so far. Pure. */
export function boundaries(
  stages: readonly { title: string; firstDay: string; lastDay: string }[],
  today: string,
): Extract<CourseEntry, { day: string }>[] {
  return stages.flatMap(({ title, firstDay, lastDay }) => [
    ...(firstDay <= today ? [{ kind: 'began' as const, day: firstDay, stage: title }] : []),
    ...(lastDay < today ? [{ kind: 'ended' as const, day: lastDay, stage: title }] : []),
  ])
}
