/** What changed between two versions, with the remarks that caused it. */

import { diffOf } from '#app/domain/reviews/queries.server.ts'
import { causesBetween } from '#app/domain/reviews/versions/causes.server.ts'
import type { DiffRow } from '#app/domain/reviews/versions/comparing.ts'
import { shortId } from '#app/routes/drafts.$slug/layout.ts'
import { remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import type { Cell } from './cells.ts'

/** Rows in the order of the newer version; runs without a change become one row that counts them. */
export async function comparisonOf({ ctx, t }: Args, draftId: string, a: number, b: number) {
  const { from, to, rows } = await diffOf(ctx, draftId, a, b)
  const causes = await causesBetween(ctx, draftId, [from, to], rows)
  const changed = rows.map((row, at) => ({
    change: row.change,
    id: shortId(row.block.blockId),
    kind: row.block.kind,
    address: row.block.address,
    from: row.from,
    parts: row.parts,
    cell: cellOf(row),
    because: (causes[at] ?? []).map(({ remark, applied }) => ({ ...remarkView(remark, t), applied })),
  }))
  return { rows: folded(changed), counts: countsOf(rows) }
}

export type ComparisonRow = Awaited<ReturnType<typeof comparisonOf>>['rows'][number]

function countsOf(rows: readonly DiffRow[]) {
  const counts = { same: 0, inserted: 0, deleted: 0, edited: 0, moved: 0 }
  for (const { change } of rows) counts[change] += 1
  return counts
}

/** Where a cell stands; null for what is none. */
export function cellOf({ block }: DiffRow): Cell | null {
  return block.data.column && block.parentId ? { row: block.parentId, column: block.data.column } : null
}

/** Unchanged headings stay, so that the reader knows where a change stands. */
function folded<R extends { change: string; kind: string; id: string }>(rows: readonly R[]) {
  const result: (R | { change: 'unchanged'; id: string; count: number })[] = []
  for (const row of rows) {
    const last = result.at(-1)
    if (row.change !== 'same' || row.kind === 'heading') result.push(row)
    else if (last?.change === 'unchanged' && 'count' in last) last.count += 1
    else result.push({ change: 'unchanged', id: `same-${row.id}`, count: 1 })
  }
  return result
}
