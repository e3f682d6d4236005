/**
 * Flags: what must be seen before a text is published: changes that answer no remark, promised changes that did not
 * happen, remarks without a decision. Judged over the very text that would be published.
 */
import { sql } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { resolveAll, textBetween } from '#app/domain/reviews/anchors/anchoring.ts'
import { isContainer } from '#app/domain/reviews/anchors/units.ts'
import { type RemarkShown, remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { type BlockInput, blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { carryIds } from '#app/domain/reviews/texts/carrying.ts'
import { blocksShown } from '#app/domain/reviews/texts/stored-blocks.server.ts'
import { remarks } from '#db/schema/index.ts'
import { causesOfRows, coverOf, isPromise } from './causing.ts'
import { compare, type DiffRow } from './comparing.ts'
import { type AppliedRow, appliedIn, type Workplace } from './suggestions.server.ts'

/** `applied`: its words stand in the text; `changed`: the place reads otherwise now; `same`: it reads as before; `lost`:
 * its words were put in and written over since. */
export type PromiseState = 'applied' | 'changed' | 'same' | 'lost'
export interface Promised {
  remark: RemarkShown
  state: PromiseState
}
export interface Flags {
  /** changes that answer no remark */
  unexplained: DiffRow[]
  /** every accepted remark whose change has not been published, in order of number */
  promises: Promised[]
  /** remarks that wait for a decision */
  unanswered: RemarkShown[]
  /** names these very changes: who sends it back has seen them */
  seen: string
}

/** What publishing the text being prepared would leave open. The caller may publish. */
export async function flagsOf(
  ctx: Ctx,
  draftId: string,
  { base, next }: { base: Workplace['base']; next: NonNullable<Workplace['next']> },
): Promise<Flags> {
  const before = await blocksShown(ctx, base.id)
  const body = carryIds(before, next.body)
  const after = blocksOf(body)
  const all = await remarkRows(ctx, draftId, base.id, sql`${remarks.withdrawnAt} is null`)
  const promised = all.filter((remark) => isPromise(remark) && remark.decision?.changedVersion === null)
  const applied = renamed(await appliedIn(ctx, next.id), blocksOf(next.body), after)
  const places = placesAfter(before, after, promised)
  const rows = compare(before, after)
  const causes = causesOfRows(rows, {
    applied: byUnit(promised.flatMap(({ id }) => applied.get(id) ?? [])),
    stood: coverOf(promised),
    stand: coverOf(promised.map(({ id, general }) => ({ id, general, place: places.get(id) ?? null }))),
  })
  const unexplained = rows.filter(({ change }, at) => change !== 'same' && causes[at]?.length === 0)
  return {
    unexplained,
    promises: promised.map((remark) => ({
      remark,
      state: stateOf(applied.get(remark.id), places.get(remark.id)?.status, after),
    })),
    unanswered: all.filter(({ decision, kind, hidden }) => !decision && kind !== 'support' && !hidden),
    seen: sha256(
      unexplained.map(({ change, block, parts }) => ({ change, unit: block.address, parts })),
    ).slice(0, 16),
  }
}

/** Promised changes that are not in the text and that nobody says it brings. */
export function unkept({ promises }: Flags, answers: readonly string[]): Promised[] {
  return promises.filter(
    ({ remark, state }) => (state === 'same' || state === 'lost') && !answers.includes(remark.id),
  )
}

/** Ids of the units as the published version will have them: they stand in the same order. */
function renamed(
  applied: ReadonlyMap<string, AppliedRow>,
  now: readonly BlockInput[],
  after: readonly BlockInput[],
): Map<string, AppliedRow> {
  const fresh = new Map(now.map(({ blockId }, at) => [blockId, after[at]?.blockId ?? blockId]))
  return new Map(
    [...applied].map(([id, row]) => [id, { ...row, blockId: fresh.get(row.blockId) ?? row.blockId }]),
  )
}

function byUnit(rows: readonly AppliedRow[]): Map<string, string[]> {
  const units = new Map<string, string[]>()
  for (const { blockId, remarkId } of rows) units.set(blockId, [...(units.get(blockId) ?? []), remarkId])
  return units
}

/** Where the passage of each remark stands in the text being prepared; nowhere when it was lost already. */
function placesAfter(
  before: readonly BlockInput[],
  after: readonly BlockInput[],
  promised: readonly RemarkShown[],
) {
  const words = before.filter(({ kind }) => !isContainer(kind))
  const standing = promised.flatMap(({ id, whole, place }) =>
    place && !['deleted', 'ambiguous'].includes(place.status) ? [{ id, whole, place }] : [],
  )
  const passages = standing.map(({ place, whole }) => ({ ...place, exact: textBetween(words, place), whole }))
  const found = resolveAll(before, after, passages)
  return new Map(standing.flatMap(({ id }, at) => (found[at] ? [[id, found[at]] as const] : [])))
}

function stateOf(
  applied: AppliedRow | undefined,
  status: string | undefined,
  after: readonly BlockInput[],
): PromiseState {
  if (applied) return stillThere(applied, after) ? 'applied' : 'lost'
  return status === undefined || status === 'exact' || status === 'moved' ? 'same' : 'changed'
}

function stillThere({ blockId, before, after: words }: AppliedRow, after: readonly BlockInput[]): boolean {
  const text = after.find((unit) => unit.blockId === blockId)?.text ?? ''
  return words.trim() === '' ? !text.includes(before) : text.includes(words)
}
