/** The facts that rules weigh, read under the lock of the draft: stages, lateness and numbers are judged there. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { closedStanding, ofCircle, standsOutside } from '#app/domain/reviews/course/participating.server.ts'
import { discussionState, type Halt } from '#app/domain/reviews/course/staging.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { discussions, drafts, organisations, remarks, stages } from '#db/schema/index.ts'
import type { DraftFacts, RemarkFacts } from './rules.ts'

export type DraftRow = typeof drafts.$inferSelect
export type StageRow = typeof stages.$inferSelect
export type RemarkRow = typeof remarks.$inferSelect
export interface DraftState {
  draft: DraftRow
  discussion: typeof discussions.$inferSelect | null
  stages: StageRow[]
  facts: DraftFacts
}

/** The draft within reach with what rules need; Problem('not-found') otherwise. */
export async function draftState(ctx: Ctx, draftId: string): Promise<DraftState> {
  const [row] = await ctx.db
    .select({ draft: drafts, municipalityId: organisations.municipalityId, discussion: discussions })
    .from(drafts)
    .innerJoin(organisations, eq(organisations.id, drafts.developerId))
    .leftJoin(discussions, eq(discussions.draftId, drafts.id))
    .where(and(eq(drafts.id, draftId), draftVisibleTo(viewerOf(ctx))))
  const { draft, discussion, municipalityId } = found(row)
  const days = discussion
    ? await ctx.db
        .select()
        .from(stages)
        .where(eq(stages.discussionId, discussion.id))
        .orderBy(asc(stages.position))
    : []
  return {
    draft,
    discussion,
    stages: days,
    facts: await factsFor(ctx, { draft, discussion, stages: days, municipalityId }),
  }
}

/** The same, after waiting for whoever changes the draft, its stages or its remarks now. */
export async function lockDraft(ctx: Ctx, draftId: string): Promise<DraftState> {
  await ctx.db.select({ id: drafts.id }).from(drafts).where(eq(drafts.id, draftId)).for('update')
  return draftState(ctx, draftId)
}

interface FactsRow {
  draft: DraftRow
  discussion: Halt | null
  stages: StageRow[]
  municipalityId: string | null
}

/** The facts of a draft for this actor. */
export async function factsFor(ctx: Ctx, row: FactsRow): Promise<DraftFacts> {
  const plain = draftFacts(ctx, row)
  const facts = plain.closed ? { ...plain, ...(await closedStanding(ctx, row.draft.id)) } : plain
  const { draft, stages: days, discussion: halt } = row
  const outside = await standsOutside(ctx, { id: draft.id, place: facts.place, stages: days, halt })
  if (!facts.inner) return { ...facts, outside }
  return { ...facts, outside: outside || facts.inner !== 'open' || !ofCircle(ctx, facts) }
}

function draftFacts({ now, zone }: Ctx, row: FactsRow): DraftFacts {
  return {
    place: { organisationId: row.draft.developerId, municipalityId: row.municipalityId },
    published: row.draft.publishedAt !== null,
    withdrawn: row.draft.withdrawnAt !== null,
    discarded: row.draft.discardedAt !== null,
    closed: row.stages.some(({ audience }) => audience === 'closed'),
    staged: row.stages.length > 0,
    talk: discussionState(row.stages, now, zone, row.discussion),
    paused: row.discussion !== null && row.discussion.pausedAt !== null,
    cancelled: row.discussion !== null && row.discussion.cancelledAt !== null,
    summarised: row.discussion !== null && row.discussion.closedAt !== null,
  }
}

export interface RemarkState extends Omit<DraftState, 'facts'> {
  remark: RemarkRow
  facts: RemarkFacts
}

/** A remark under the lock of its draft: decisions, numbers and lateness cannot race. */
export async function lockRemark(ctx: Ctx, remarkId: string): Promise<RemarkState> {
  const [known] = await ctx.db
    .select({ draftId: remarks.draftId })
    .from(remarks)
    .where(eq(remarks.id, remarkId))
  const state = await lockDraft(ctx, found(known).draftId)
  const [row] = await ctx.db
    .select({ remark: remarks, decided: decidedFact, answered: answeredFact })
    .from(remarks)
    .where(eq(remarks.id, remarkId))
  const { remark, decided, answered } = found(row)
  const facts: RemarkFacts = {
    ...state.facts,
    authorId: remark.authorId,
    withdrawnRemark: remark.withdrawnAt !== null,
    hiddenRemark: remark.hiddenAt !== null,
    shut: remark.hiddenAt !== null && (remark.veil ?? 'hidden') === 'hidden',
    fromPaper: remark.intakeId !== null,
    decided,
    answered,
  }
  return { ...state, remark, facts }
}

// Drizzle leaves out the table's name in the fields of a query of one table, so the outer row is named here by hand.
const decidedFact = sql<boolean>`exists (
  select 1 from decisions d where d.remark_id = "remarks"."id" and d.superseded_by_id is null)`
const answeredFact = sql<boolean>`(
  exists (select 1 from replies r where r.remark_id = "remarks"."id" and r.author_id <> "remarks"."author_id")
  or exists (select 1 from supports s where s.remark_id = "remarks"."id"))`
