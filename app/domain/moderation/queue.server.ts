/** The queue of cases, one case with all that helps to decide it, and what was done about one's own words. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { caseVisibleTo } from '#db/reach/moderation.ts'
import { appeals, interventions, moderationCases, reports } from '#db/schema/index.ts'
import { type CaseRow, caseFacts } from './cases.server.ts'
import { moderationRules } from './rules.ts'
import type { TextKinds, TextShown } from './texts.ts'

export type CaseListed = Pick<CaseRow, 'id' | 'origin' | 'openedAt' | 'closedAt'> & {
  kind: string
  reports: number
  text: TextShown
}

export interface QueueFilter {
  closed?: boolean
  /** id of the last case shown */
  after?: string
}

const PAGE = 30

/** Cases within reach: appeals first, then those that wait longest; closed ones newest first. */
export async function queueOf(
  ctx: Ctx,
  kinds: TextKinds,
  { closed = false, after }: QueueFilter,
  limit = PAGE,
): Promise<{ rows: CaseListed[]; next?: string }> {
  const state = closed ? isNotNull(moderationCases.closedAt) : isNull(moderationCases.closedAt)
  const rows = await ctx.db
    .select({ ...listed, appealed })
    .from(moderationCases)
    .where(and(state, caseVisibleTo(viewerOf(ctx)), after ? beyond(after, closed) : undefined))
    .orderBy(
      ...(closed
        ? [desc(moderationCases.id)]
        : [desc(appealed), asc(moderationCases.openedAt), asc(moderationCases.id)]),
    )
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const texts = await textsOf(ctx, kinds, page)
  const next = rows.length > limit ? page.at(-1)?.id : undefined
  return {
    // A text that left the viewer's reach between two queries is not listed.
    rows: page.flatMap(({ objectId, appealed: _, ...row }) => {
      const text = texts.get(objectId)
      return text ? [{ ...row, text }] : []
    }),
    ...(next ? { next } : {}),
  }
}

const appealed = sql<boolean>`${moderationCases.origin} = 'appeal'`
const listed = {
  id: moderationCases.id,
  origin: moderationCases.origin,
  openedAt: moderationCases.openedAt,
  closedAt: moderationCases.closedAt,
  kind: moderationCases.objectKind,
  objectId: moderationCases.objectId,
  reports: sql<number>`(select count(*)::int from reports r where r.case_id = "moderation_cases"."id")`,
}

function beyond(after: string, closed: boolean): SQL {
  if (closed) return sql`${moderationCases.id} < ${after}`
  return sql`(not (${moderationCases.origin} = 'appeal'), ${moderationCases.openedAt}, ${moderationCases.id}) >
    (select not (c.origin = 'appeal'), c.opened_at, c.id from moderation_cases c where c.id = ${after})`
}

/** How many cases wait for somebody who moderates where the actor does. */
export async function waitingCases(ctx: ActingCtx): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(moderationCases)
    .where(and(isNull(moderationCases.closedAt), caseVisibleTo(ctx.actor)))
  return row?.n ?? 0
}

/** A case with its text, reports, the appeal, the history of its author, and whether the actor may decide it. */
export async function caseOf(ctx: ActingCtx, kinds: TextKinds, id: string) {
  const [known] = await ctx.db
    .select()
    .from(moderationCases)
    .where(and(eq(moderationCases.id, id), caseVisibleTo(ctx.actor)))
  const row = found(known)
  const text = found((await found(kinds[row.objectKind]).shown(ctx, [row.objectId]))[0])
  const { organisationId, draftId } = row
  const facts = await caseFacts(ctx, row, { place: { organisationId }, draftId })
  const said = await ctx.db
    .select({ id: reports.id, reason: reports.reason, words: reports.words, at: reports.createdAt })
    .from(reports)
    .where(eq(reports.caseId, id))
    .orderBy(asc(reports.id))
  const [appeal] = await ctx.db
    .select({
      words: appeals.words,
      at: appeals.createdAt,
      reason: interventions.reason,
      because: interventions.words,
    })
    .from(appeals)
    .innerJoin(interventions, eq(interventions.id, appeals.interventionId))
    .where(eq(appeals.caseId, id))
  return {
    ...{ row, text, reports: said, appeal: appeal ?? null },
    denial: moderationRules.decide(ctx.actor, facts),
    history: row.authorId === null ? [] : await historyOf(ctx, row.authorId),
    next: await nextCase(ctx, row),
  }
}

/** The last decisions on the words of an author, newest first, as far as the viewer moderates there. */
async function historyOf(ctx: ActingCtx, authorId: string) {
  return ctx.db
    .select({
      ...{
        id: interventions.id,
        kind: interventions.objectKind,
        step: interventions.step,
        at: interventions.at,
      },
      ...{ reason: interventions.reason, words: interventions.words },
    })
    .from(interventions)
    .innerJoin(moderationCases, eq(moderationCases.id, interventions.caseId))
    .where(and(eq(interventions.authorId, authorId), caseVisibleTo(ctx.actor)))
    .orderBy(desc(interventions.id))
    .limit(20)
}

async function nextCase(ctx: ActingCtx, { id }: CaseRow): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: moderationCases.id })
    .from(moderationCases)
    .where(and(isNull(moderationCases.closedAt), ne(moderationCases.id, id), caseVisibleTo(ctx.actor)))
    .orderBy(desc(appealed), asc(moderationCases.openedAt), asc(moderationCases.id))
    .limit(1)
  return row?.id ?? null
}

/** What moderators did about the actor's words, newest first, and what of it still waits for a check. */
export async function ownInterventions(ctx: ActingCtx, kinds: TextKinds) {
  const steps = await ctx.db
    .select({ step: interventions, appealed: appeals.id, latest })
    .from(interventions)
    .leftJoin(appeals, eq(appeals.interventionId, interventions.id))
    .where(eq(interventions.authorId, ctx.actor.personId))
    .orderBy(desc(interventions.id))
    .limit(100)
  const waiting = await ctx.db
    .select(listed)
    .from(moderationCases)
    .where(
      and(
        eq(moderationCases.authorId, ctx.actor.personId),
        isNull(moderationCases.closedAt),
        ne(moderationCases.origin, 'report'),
      ),
    )
    .orderBy(asc(moderationCases.id))
  const refs = [...waiting, ...steps.map(({ step }) => ({ kind: step.objectKind, objectId: step.objectId }))]
  const texts = await textsOf(ctx, kinds, refs)
  const rows = steps.map(({ step, appealed, latest }) => ({
    ...{
      id: step.id,
      kind: step.objectKind,
      step: step.step,
      reason: step.reason,
      words: step.words,
      at: step.at,
    },
    ...{ appealed: appealed !== null, latest, text: texts.get(step.objectId) ?? null },
  }))
  return { rows, waiting: waiting.map((row) => ({ ...row, text: texts.get(row.objectId) ?? null })) }
}

const latest = sql<boolean>`not exists (select 1 from interventions later
  where later.object_id = "interventions"."object_id" and later.id > "interventions"."id")`

async function textsOf(
  ctx: Ctx,
  kinds: TextKinds,
  refs: readonly { kind: string; objectId: string }[],
): Promise<Map<string, TextShown>> {
  const texts = new Map<string, TextShown>()
  for (const kind of new Set(refs.map((ref) => ref.kind))) {
    const ids = refs.filter((ref) => ref.kind === kind).map(({ objectId }) => objectId)
    for (const text of (await kinds[kind]?.shown(ctx, [...new Set(ids)])) ?? []) texts.set(text.id, text)
  }
  return texts
}

/** Whether moderators have ever touched the actor's words, or have them to check. */
export async function wasModerated(ctx: ActingCtx): Promise<boolean> {
  const [row] = await ctx.db.execute<{ yes: boolean }>(sql`select
    exists (select from interventions i where i.author_id = ${ctx.actor.personId})
    or exists (select from moderation_cases c where c.author_id = ${ctx.actor.personId}
      and c.origin <> 'report' and c.closed_at is null) as yes`)
  return row?.yes ?? false
}

/** Reports on words of several ids, so that a page of one text can tell its moderator. */
export async function openCasesOf(ctx: ActingCtx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: moderationCases.id, objectId: moderationCases.objectId })
    .from(moderationCases)
    .where(
      and(
        inArray(moderationCases.objectId, [...ids]),
        isNull(moderationCases.closedAt),
        caseVisibleTo(ctx.actor),
      ),
    )
  return new Map(rows.map(({ id, objectId }) => [objectId, id]))
}
