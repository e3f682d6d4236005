/**
 * Causes: the remarks that changed a unit from one version to another: proposals whose words were put into the text,
 * and accepted remarks whose passage stood in the unit.
 */
import { and, eq, gt, lte } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { VersionHead } from '#app/domain/reviews/queries.server.ts'
import { type RemarkShown, remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { appliedProposals, versions } from '#db/schema/index.ts'
import { causesOfRows, coverOf, isPromise } from './causing.ts'
import type { DiffRow } from './comparing.ts'

export interface Cause {
  remark: RemarkShown
  /** its own words stand in the text now */
  applied: boolean
}

/** For each row of a comparison within reach its causes, in order of their numbers; none of an unchanged row. */
export async function causesBetween(
  ctx: Ctx,
  draftId: string,
  [a, b]: readonly [VersionHead, VersionHead],
  rows: readonly DiffRow[],
): Promise<Cause[][]> {
  const [older, newer] = a.number < b.number ? [a, b] : [b, a]
  const applied = await appliedBetween(ctx, draftId, older.number, newer.number)
  const [before, after] = [await remarkRows(ctx, draftId, older.id), await remarkRows(ctx, draftId, newer.id)]
  const answered = (remark: RemarkShown) => isCause(remark, older.number, newer.number)
  const reversed = a !== older
  const causing = {
    applied,
    stood: coverOf((reversed ? after : before).filter(answered)),
    stand: coverOf((reversed ? before : after).filter(answered)),
  }
  const remarkOf = new Map(after.map((remark) => [remark.id, remark]))
  const put = new Set([...applied.values()].flat())
  return causesOfRows(rows, causing).map((ids) =>
    ids
      .flatMap((id) => remarkOf.get(id) ?? [])
      .filter(({ withdrawn, hidden }) => !withdrawn && !hidden)
      .sort((x, y) => x.number - y.number)
      .map((remark) => ({ remark, applied: put.has(remark.id) })),
  )
}

function isCause(remark: RemarkShown, older: number, newer: number): boolean {
  const landed = remark.decision?.changedVersion ?? null
  return (
    isPromise(remark) &&
    remark.versionNumber <= older &&
    (landed === null || (landed > older && landed <= newer))
  )
}

async function appliedBetween(ctx: Ctx, draftId: string, older: number, newer: number) {
  const rows = await ctx.db
    .select({ remarkId: appliedProposals.remarkId, blockId: appliedProposals.blockId })
    .from(appliedProposals)
    .innerJoin(versions, eq(versions.id, appliedProposals.versionId))
    .where(and(eq(versions.draftId, draftId), gt(versions.number, older), lte(versions.number, newer)))
  const byUnit = new Map<string, string[]>()
  for (const { blockId, remarkId } of rows) byUnit.set(blockId, [...(byUnit.get(blockId) ?? []), remarkId])
  return byUnit
}
