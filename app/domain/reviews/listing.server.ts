/** The list of drafts, newest first, by keyset. */
import { and, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { type Progress, stageNow } from '#app/domain/reviews/course/staging.ts'
import { type OutcomeKind, outcomeKind } from '#app/domain/reviews/summary/outcome-kind.ts'
import { developedBy, draftVisibleTo } from '#db/reach/reviews.ts'
import { discussions, drafts, organisations, remarks, stages, versions } from '#db/schema/index.ts'
import type { StageRow } from './facts.server.ts'

export interface DraftFilter {
  /** open: remarks are taken today; ahead: will be; past: were; unpublished: the developer's own work */
  state?: 'open' | 'ahead' | 'past' | 'unpublished'
  kind?: string
  developerId?: string
  /** words of the title */
  words?: string
  /** only drafts of organisations for which the viewer works */
  mine?: boolean
}
export interface DraftListed {
  id: string
  number: number
  slug: string
  title: string
  kind: string
  lang: string
  developer: string
  publishedAt: Date | null
  withdrawnAt: Date | null
  discardedAt: Date | null
  outcome: OutcomeKind | null
  version: number | null
  remarks: number
  undecided: number
  people: number
  stages: StageRow[]
  stage: StageRow | null
  progress: Progress
  daysLeft: number | null
}

/** A page of drafts; `after` is the id of the last one shown. Withdrawn ones are listed to the developer's people only. */
export async function listDrafts(
  ctx: Ctx,
  { filter = {}, after, limit = 20 }: { filter?: DraftFilter; after?: string; limit?: number } = {},
): Promise<{ rows: DraftListed[]; next?: string }> {
  const viewer = viewerOf(ctx)
  const shown = or(and(isNull(drafts.withdrawnAt), isNull(drafts.discardedAt)), developedBy(viewer))
  const page = await ctx.db
    .select({
      id: drafts.id,
      number: drafts.number,
      slug: drafts.slug,
      title: drafts.title,
      kind: drafts.kind,
      lang: drafts.lang,
      developer: organisations.shortName,
      publishedAt: drafts.publishedAt,
      withdrawnAt: drafts.withdrawnAt,
      discardedAt: drafts.discardedAt,
      outcome: outcomeKind,
    })
    .from(drafts)
    .innerJoin(organisations, eq(organisations.id, drafts.developerId))
    .where(
      and(
        draftVisibleTo(viewer),
        shown,
        ...filters(filter, viewer.today, developedBy(viewer)),
        after ? beyond(after) : undefined,
      ),
    )
    .orderBy(desc(order), desc(drafts.id))
    .limit(limit + 1)
  const rows = await withFigures(ctx, page.slice(0, limit))
  return { rows, ...(page.length > limit ? { next: rows.at(-1)?.id } : {}) }
}

// unpublished ones stand by the day they were begun
const order = sql`coalesce(${drafts.publishedAt}, ${drafts.createdAt})`

function beyond(after: string): SQL {
  return sql`(${order}, ${drafts.id}) < (select coalesce(d.published_at, d.created_at), d.id from drafts d where d.id = ${after})`
}

function filters(
  { state, kind, developerId, words, mine }: DraftFilter,
  today: string,
  own: SQL,
): (SQL | undefined)[] {
  const talk = (
    days: SQL,
  ) => sql`exists (select 1 from ${discussions} join ${stages} on ${stages.discussionId} = ${discussions.id}
    where ${discussions.draftId} = ${drafts.id} and ${stages.kind} = 'discussion' and ${days})`
  const runs = sql`${discussions.pausedAt} is null and ${discussions.cancelledAt} is null and ${discussions.closedAt} is null`
  const open = talk(sql`${today}::date between ${stages.firstDay} and ${stages.lastDay} and ${runs}`)
  const ahead = talk(
    sql`${stages.firstDay} > ${today}::date and ${discussions.cancelledAt} is null and ${discussions.closedAt} is null`,
  )
  const past = talk(sql`(${stages.lastDay} < ${today}::date or ${discussions.closedAt} is not null)`)
  const states = {
    open,
    ahead: and(ahead, sql`not ${open}`),
    past: and(past, sql`not ${open}`, sql`not ${ahead}`),
    unpublished: isNull(drafts.publishedAt),
  }
  return [
    state && states[state],
    kind ? eq(drafts.kind, kind) : undefined,
    developerId ? eq(drafts.developerId, developerId) : undefined,
    words
      ? sql`strpos(translate(lower(${drafts.title}), 'ё', 'е'), translate(lower(${words}), 'ё', 'е')) > 0`
      : undefined,
    mine ? own : undefined,
  ]
}

type Listed = Omit<
  DraftListed,
  'version' | 'remarks' | 'undecided' | 'people' | 'stages' | 'stage' | 'progress' | 'daysLeft'
>

async function withFigures(ctx: Ctx, page: Listed[]): Promise<DraftListed[]> {
  const ids = page.map(({ id }) => id)
  if (ids.length === 0) return []
  const figures = await figuresOf(ctx, ids)
  const all = await ctx.db
    .select({ draftId: discussions.draftId, stage: stages, halt })
    .from(stages)
    .innerJoin(discussions, eq(discussions.id, stages.discussionId))
    .where(inArray(discussions.draftId, ids))
    .orderBy(stages.position)
  const published = await ctx.db
    .select({ draftId: versions.draftId, version: sql<number>`max(${versions.number})` })
    .from(versions)
    .where(and(inArray(versions.draftId, ids), sql`${versions.publishedAt} is not null`))
    .groupBy(versions.draftId)
  return page.map((draft) => {
    const days = all.filter(({ draftId }) => draftId === draft.id)
    const own = days.map(({ stage }) => stage)
    const version = published.find(({ draftId }) => draftId === draft.id)?.version ?? null
    return {
      ...draft,
      ...(figures.get(draft.id) ?? none),
      version,
      stages: own,
      ...stageNow(own, ctx.now, ctx.zone, days[0]?.halt),
    }
  })
}

const halt = {
  pausedAt: discussions.pausedAt,
  cancelledAt: discussions.cancelledAt,
  closedAt: discussions.closedAt,
}

const none = { remarks: 0, undecided: 0, people: 0 }

/** Counts of remarks that stand, of those without a decision, and of their authors. */
export async function figuresOf(ctx: Ctx, draftIds: string[]): Promise<Map<string, typeof none>> {
  const rows = await ctx.db
    .select({
      draftId: remarks.draftId,
      remarks: sql<number>`count(*)::int`,
      undecided: sql<number>`(count(*) filter (where not exists (
        select 1 from decisions d where d.remark_id = "remarks"."id" and d.superseded_by_id is null)))::int`,
      // who filed a position spoke for an organisation
      people: sql<number>`(count(distinct ${remarks.authorId}) filter (where ${remarks.positionId} is null))::int`,
    })
    .from(remarks)
    .where(and(inArray(remarks.draftId, draftIds), isNull(remarks.withdrawnAt), isNull(remarks.hiddenAt)))
    .groupBy(remarks.draftId)
  return new Map(rows.map(({ draftId, ...figures }) => [draftId, figures]))
}
