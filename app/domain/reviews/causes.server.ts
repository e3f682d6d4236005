/**
 * Causes: the remarks that changed a unit from one version to another: proposals whose words were put into the text,
 * and accepted remarks whose passage stood in the unit.
 */
import { and, eq, gt, lte } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { appliedProposals, versions } from '#db/schema/index.ts'
import type { DiffRow } from './comparing.ts'
import type { VersionHead } from './queries.server.ts'
import { type PlaceShown, type RemarkShown, remarkRows } from './remark-rows.server.ts'

export interface Cause {
  remark: RemarkShown
  /** its own words stand in the text now */
  applied: boolean
}

const uncertain = ['deleted', 'ambiguous']

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
  const [stood, stand] = [coverOf(before.filter(answered)), coverOf(after.filter(answered))]
  const remarkOf = new Map(after.map((remark) => [remark.id, remark]))
  return rows.map((row) => {
    if (row.change === 'same') return []
    const [was, now] = a === older ? [row.olds, row.news] : [row.news, row.olds]
    const put = [...was, ...now].flatMap((id) => applied.get(id) ?? [])
    const meant = [...was.flatMap((id) => stood.get(id) ?? []), ...fresh(was, now, stand)]
    return [...new Set([...put, ...meant])]
      .flatMap((id) => remarkOf.get(id) ?? [])
      .filter(({ withdrawn, hidden }) => !withdrawn && !hidden)
      .sort((x, y) => x.number - y.number)
      .map((remark) => ({ remark, applied: put.includes(remark.id) }))
  })
}

/** A unit that was not there before belongs to the passages that reach into it: a paragraph was divided. */
function fresh(was: readonly string[], now: readonly string[], stand: Map<string, string[]>): string[] {
  return was.length > 0 ? [] : now.flatMap((id) => stand.get(id) ?? [])
}

function isCause({ decision, versionNumber }: RemarkShown, older: number, newer: number): boolean {
  if (decision?.decision !== 'accepted' && decision?.decision !== 'partly') return false
  const landed = decision.changedVersion
  return versionNumber <= older && (landed === null || (landed > older && landed <= newer))
}

/** Units by id with the remarks whose passage begins or ends in them. */
function coverOf(remarks: readonly RemarkShown[]): Map<string, string[]> {
  const cover = new Map<string, string[]>()
  for (const { id, place } of remarks) {
    for (const unit of unitsIn(place)) cover.set(unit, [...(cover.get(unit) ?? []), id])
  }
  return cover
}

function unitsIn(place: PlaceShown | null): string[] {
  if (!place || uncertain.includes(place.status)) return []
  return [...new Set([place.fromBlockId, place.toBlockId])]
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
