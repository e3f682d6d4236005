/** Reads of reviews. Every read passes through reach; a page takes a handful of queries however many remarks it shows. */
import { and, asc, desc, eq } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { discussionState, type Halt, type Progress, stageNow } from '#app/domain/reviews/course/staging.ts'
import { type RemarkShown, remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { type OutcomeKind, outcomeKind } from '#app/domain/reviews/summary/outcome-kind.ts'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import { blocksShown } from '#app/domain/reviews/texts/stored-blocks.server.ts'
import { compare, type DiffRow } from '#app/domain/reviews/versions/comparing.ts'
import { type ErratumShown, errataOf } from '#app/domain/reviews/versions/correcting.server.ts'
import { keptComparison } from '#app/domain/reviews/versions/kept-comparisons.ts'
import { developedBy, draftVisibleTo, versionVisibleTo } from '#db/reach/reviews.ts'
import { discussions, drafts, organisations, stages, versions } from '#db/schema/index.ts'
import { type DraftRow, factsFor, type StageRow } from './facts.server.ts'
import type { DraftFacts } from './rules.ts'

export interface VersionHead {
  id: string
  number: number
  note: string
  edition: number
  publishedAt: Date | null
  sha256: string | null
  /** what was open when it was published, and why it was published so */
  flags: { unanswered: number; unkept: number; unexplained: number } | null
  unansweredReason: string | null
  unkeptReason: string | null
}
export interface DraftShown {
  draft: DraftRow
  developer: { id: string; name: string; shortName: string; code: string }
  /** the entry that counts; a discussion called off has none */
  outcome: OutcomeKind | null
  process: string | null
  closedAt: Date | null
  stages: StageRow[]
  stage: StageRow | null
  progress: Progress
  daysLeft: number | null
  talk: 'open' | 'not-open' | 'closed'
  halt: Halt | null
  /** published ones, newest first; for the developer's people also the one being edited */
  versions: VersionHead[]
  /** the last published one */
  current: VersionHead | null
  /** what the rules of the page need */
  facts: DraftFacts
}

/** A draft by its address with stages and versions. Problem('gone') with the reason once it is withdrawn. */
export async function draftBySlug(ctx: Ctx, slug: string): Promise<DraftShown> {
  const viewer = viewerOf(ctx)
  const [row] = await ctx.db
    .select({
      draft: drafts,
      developer,
      municipalityId: organisations.municipalityId,
      discussion: discussions,
      staff: developedBy(viewer),
      outcome: outcomeKind,
    })
    .from(drafts)
    .innerJoin(organisations, eq(organisations.id, drafts.developerId))
    .leftJoin(discussions, eq(discussions.draftId, drafts.id))
    .where(and(eq(drafts.slug, slug), draftVisibleTo(viewer)))
  const { draft, discussion, ...rest } = found(row)
  if (draft.withdrawnAt && !rest.staff) {
    throw new Problem('gone', { reason: draft.withdrawReason ?? '', title: draft.title })
  }
  const days = discussion
    ? await ctx.db
        .select()
        .from(stages)
        .where(eq(stages.discussionId, discussion.id))
        .orderBy(asc(stages.position))
    : []
  const heads = await versionHeads(ctx, draft.id)
  return {
    draft,
    developer: rest.developer,
    outcome: rest.outcome,
    process: discussion?.process ?? null,
    closedAt: discussion?.closedAt ?? null,
    stages: days,
    ...stageNow(days, ctx.now, ctx.zone, discussion),
    talk: discussionState(days, ctx.now, ctx.zone, discussion),
    halt: discussion && {
      pausedAt: discussion.pausedAt,
      cancelledAt: discussion.cancelledAt,
      closedAt: discussion.closedAt,
    },
    versions: heads,
    current: heads.find(({ publishedAt }) => publishedAt !== null) ?? null,
    facts: await factsFor(ctx, { draft, discussion, stages: days, municipalityId: rest.municipalityId }),
  }
}

const developer = {
  id: organisations.id,
  name: organisations.name,
  shortName: organisations.shortName,
  code: organisations.code,
}

async function versionHeads(ctx: Ctx, draftId: string): Promise<VersionHead[]> {
  return ctx.db
    .select({
      id: versions.id,
      number: versions.number,
      note: versions.note,
      edition: versions.edition,
      publishedAt: versions.publishedAt,
      sha256: versions.sha256,
      flags: versions.flags,
      unansweredReason: versions.unansweredReason,
      unkeptReason: versions.unkeptReason,
    })
    .from(versions)
    .innerJoin(drafts, eq(drafts.id, versions.draftId))
    .where(and(eq(versions.draftId, draftId), versionVisibleTo(viewerOf(ctx))))
    .orderBy(desc(versions.number))
}

export interface TocEntry {
  blockId: string
  number: string | null
  title: string
  depth: number
  address: string
  /** remarks whose place is in this section, sections below it included */
  remarks: number
}
export interface VersionShown {
  version: VersionHead
  blocks: BlockInput[]
  remarks: RemarkShown[]
  toc: TocEntry[]
  /** «исправлена техническая ошибка»: the words themselves stay as published */
  errata: ErratumShown[]
}

/** A published version with its units and every remark that has a place in it. Within reach of the draft. */
export async function versionView(ctx: Ctx, draftId: string, number: number): Promise<VersionShown> {
  const version = await publishedVersion(ctx, draftId, number)
  const units = await blocksShown(ctx, version.id)
  const all = await remarkRows(ctx, draftId, version.id)
  const shown = all.filter(({ place }) => place !== null)
  const errata = await errataOf(ctx, version.id)
  return { version, blocks: units, remarks: shown, toc: tocOf(units, shown), errata }
}

/** Headings with the count of remarks in each section. Pure. */
export function tocOf(
  units: readonly BlockInput[],
  remarks: readonly Pick<RemarkShown, 'place'>[],
): TocEntry[] {
  const counts = new Map<string, number>()
  for (const { place } of remarks)
    if (place) counts.set(place.fromBlockId, (counts.get(place.fromBlockId) ?? 0) + 1)
  const toc: TocEntry[] = []
  const open: TocEntry[] = []
  for (const unit of units) {
    if (unit.kind === 'heading') {
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= unit.depth) open.pop()
      const { blockId, number, text, depth, address } = unit
      const entry: TocEntry = {
        blockId,
        number: unit.data.numberInText ? null : number,
        title: text,
        depth,
        address,
        remarks: 0,
      }
      toc.push(entry)
      open.push(entry)
    }
    for (const entry of open) entry.remarks += counts.get(unit.blockId) ?? 0
  }
  return toc
}

/** What changed from version `a` to version `b`, unit by unit. */
export async function diffOf(
  ctx: Ctx,
  draftId: string,
  a: number,
  b: number,
): Promise<{ from: VersionHead; to: VersionHead; rows: readonly DiffRow[] }> {
  const from = await publishedVersion(ctx, draftId, a)
  const to = await publishedVersion(ctx, draftId, b)
  const rows = await keptComparison(`${from.id}:${to.id}`, async () =>
    compare(await blocksShown(ctx, from.id), await blocksShown(ctx, to.id)),
  )
  return { from, to, rows }
}

/** The body of a version for the editor, published or not; for the developer's people when it is not. */
export async function versionBody(ctx: Ctx, versionId: string): Promise<typeof versions.$inferSelect> {
  const viewer = viewerOf(ctx)
  const [row] = await ctx.db
    .select({ version: versions })
    .from(versions)
    .innerJoin(drafts, eq(drafts.id, versions.draftId))
    .where(and(eq(versions.id, versionId), draftVisibleTo(viewer), versionVisibleTo(viewer)))
  return found(row).version
}

async function publishedVersion(ctx: Ctx, draftId: string, number: number): Promise<VersionHead> {
  const [row] = await ctx.db
    .select({ id: versions.id })
    .from(versions)
    .innerJoin(drafts, eq(drafts.id, versions.draftId))
    .where(and(eq(versions.draftId, draftId), eq(versions.number, number), draftVisibleTo(viewerOf(ctx))))
  found(row)
  const heads = await versionHeads(ctx, draftId)
  return found(heads.find((head) => head.number === number && head.publishedAt !== null))
}
