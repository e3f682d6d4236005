/**
 * Suggestions: proposals with words of their own, as they stand against the text that is being prepared: which can be
 * put into it, which want different words in one place, which are in it already. For those who write the text.
 */
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { resolveAll, textBetween } from '#app/domain/reviews/anchors/anchoring.ts'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { type AnchorBlock, isContainer } from '#app/domain/reviews/anchors/units.ts'
import { type RemarkShown, remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import type { DocJson } from '#app/editor/check.ts'
import { appliedProposals, remarks, versions } from '#db/schema/index.ts'
import { type Edit, editOf, type Meeting, meetings, type SuggestionFault } from './suggesting.ts'

export type AppliedRow = typeof appliedProposals.$inferSelect
export interface Workplace {
  /** the last published version */
  base: { id: string; number: number; body: DocJson }
  /** the version being prepared; null while nobody has begun it */
  next: { id: string; number: number; edition: number; body: DocJson } | null
}
export interface Suggestion {
  remark: RemarkShown
  /** address of the unit in the text being prepared, or where the words stood */
  address: string
  edit: Edit | null
  fault: SuggestionFault | null
  /** what became of it in the text being prepared */
  applied: AppliedRow | null
  /** other proposals to the same words, decided or not */
  meets: { number: number; meeting: Meeting; remark: RemarkShown }[]
}

/** The text being prepared and the one it began with; null while nothing is published. */
export async function workplaceOf(ctx: Ctx, draftId: string): Promise<Workplace | null> {
  const rows = await ctx.db
    .select()
    .from(versions)
    .where(eq(versions.draftId, draftId))
    .orderBy(desc(versions.number))
    .limit(2)
  const base = rows.find(({ publishedAt }) => publishedAt !== null)
  const next = rows.find(({ publishedAt }) => publishedAt === null)
  if (!base) return null
  const body = (row: { body: unknown }) => row.body as DocJson
  return {
    base: { id: base.id, number: base.number, body: body(base) },
    next: next ? { id: next.id, number: next.number, edition: next.edition, body: body(next) } : null,
  }
}

/** Every standing proposal with words of its own that is neither refused nor published, in the order of the text. */
export async function suggestionsIn(ctx: Ctx, draftId: string, place: Workplace): Promise<Suggestion[]> {
  const wanted = sql`${remarks.kind} = 'proposal' and ${remarks.replacement} is not null
    and ${remarks.withdrawnAt} is null and ${remarks.hiddenAt} is null`
  const applied = place.next ? await appliedIn(ctx, place.next.id) : new Map<string, AppliedRow>()
  // what was put in and refused afterwards is shown, too: it must be taken out again
  const rows = (await remarkRows(ctx, draftId, place.base.id, wanted)).filter(
    ({ id, decision, replacement }) =>
      replacement !== null &&
      (applied.has(id) ||
        !decision ||
        (decision.changedVersion === null && ['accepted', 'partly'].includes(decision.decision))),
  )
  const units = blocksOf(place.next?.body ?? place.base.body)
  const found = await editsIn(ctx, place.base.id, units, rows)
  const met = meetings(rows.flatMap(({ id }) => (applied.has(id) ? [] : (found.get(id)?.edit ?? []))))
  const remarkOf = new Map(rows.map((remark) => [remark.id, remark]))
  const order = new Map(units.map(({ blockId }, at) => [blockId, at]))
  return rows
    .map((remark) => {
      const { edit = null, fault = null } = found.get(remark.id) ?? {}
      const blockId = applied.get(remark.id)?.blockId ?? edit?.blockId ?? remark.place?.fromBlockId ?? ''
      return {
        ...{ remark, edit, fault: applied.has(remark.id) ? null : fault },
        address: units[order.get(blockId) ?? -1]?.address ?? remark.address,
        at: (order.get(blockId) ?? units.length) * 100_000 + (edit?.from ?? 0),
        applied: applied.get(remark.id) ?? null,
        meets: (met.get(remark.id) ?? []).flatMap(({ other, meeting }) => {
          const known = remarkOf.get(other.remarkId)
          return known ? [{ number: other.number, meeting, remark: known }] : []
        }),
      }
    })
    .sort((a, b) => a.at - b.at || a.remark.number - b.remark.number)
}

/** Where the words of each proposal stand in the units, through their place in the version these began with. */
async function editsIn(
  ctx: Ctx,
  baseId: string,
  units: readonly AnchorBlock[],
  rows: readonly RemarkShown[],
): Promise<Map<string, { edit: Edit | null; fault: SuggestionFault | null }>> {
  const before = await blocksOfVersion(ctx, baseId)
  const words = before.filter(({ kind }) => !isContainer(kind))
  const standing = rows.flatMap(({ place, ...row }) =>
    place && !['deleted', 'ambiguous'].includes(place.status) ? [{ ...row, place }] : [],
  )
  const passages = standing.map(({ place, whole }) => ({ ...place, exact: textBetween(words, place), whole }))
  const places = resolveAll(before, units, passages)
  const byId = new Map(units.map((unit) => [unit.blockId, unit]))
  const found = standing.map(({ id, number, exact, replacement }, at) => {
    const place = places[at]
    const suggested = { remarkId: id, number, exact, replacement: replacement ?? '' }
    return [id, place ? editOf(byId, place, suggested) : ('proposal-gone' as const)] as const
  })
  const lost = rows.filter(({ place }) => !place || ['deleted', 'ambiguous'].includes(place.status))
  return new Map([
    ...found.map(([id, edit]) =>
      typeof edit === 'string'
        ? ([id, { edit: null, fault: edit }] as const)
        : ([id, { edit, fault: null }] as const),
    ),
    ...lost.map(({ id, place }) => {
      const fault = place?.status === 'ambiguous' ? 'proposal-doubtful' : 'proposal-gone'
      return [id, { edit: null, fault }] as const
    }),
  ] as [string, { edit: Edit | null; fault: SuggestionFault | null }][])
}

/** What was put into a version, by remark. */
export async function appliedIn(ctx: Ctx, versionId: string): Promise<Map<string, AppliedRow>> {
  const rows = await ctx.db.select().from(appliedProposals).where(eq(appliedProposals.versionId, versionId))
  return new Map(rows.map((row) => [row.remarkId, row]))
}

/** How many accepted proposals wait to be put into the text. */
export async function waitingProposals(ctx: Ctx, draftId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(remarks)
    .where(
      and(
        eq(remarks.draftId, draftId),
        isNotNull(remarks.replacement),
        isNull(remarks.withdrawnAt),
        isNull(remarks.hiddenAt),
        sql`exists (select 1 from decisions d where d.remark_id = ${remarks.id} and d.superseded_by_id is null
          and d.decision in ('accepted', 'partly') and d.changed_version_id is null)`,
        sql`not exists (select 1 from applied_proposals a join versions v on v.id = a.version_id
          where a.remark_id = ${remarks.id} and v.published_at is null)`,
      ),
    )
  return row?.n ?? 0
}
