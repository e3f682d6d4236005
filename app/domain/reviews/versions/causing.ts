/** Causing: which remarks a changed unit answers: proposals put into it, accepted remarks whose passage stood in it. Pure. */

import type { Range, ResolutionStatus } from '#app/domain/reviews/anchors/passages.ts'
import type { RemarkShown } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import type { DiffRow } from './comparing.ts'

/** Remarks by unit: put into the newer text; standing in the older one; standing in the newer one. */
export interface Causing {
  applied: ReadonlyMap<string, readonly string[]>
  stood: ReadonlyMap<string, readonly string[]>
  stand: ReadonlyMap<string, readonly string[]>
}

const uncertain = ['deleted', 'ambiguous']

/** The ids of the causes of each row, once each; none of an unchanged one. */
export function causesOfRows(rows: readonly DiffRow[], causing: Causing): string[][] {
  return rows.map(({ change, olds, news }) => {
    if (change === 'same') return []
    const put = [...olds, ...news].flatMap((id) => causing.applied.get(id) ?? [])
    const meant = olds.flatMap((id) => causing.stood.get(id) ?? [])
    // A unit that was not there before belongs to the passages that reach into it: a paragraph was divided.
    const fresh = olds.length > 0 ? [] : news.flatMap((id) => causing.stand.get(id) ?? [])
    return [...new Set([...put, ...meant, ...fresh])]
  })
}

/** Units with the remarks whose passage begins or ends in them. */
export function coverOf(
  remarks: readonly {
    id: string
    /** on the document as a whole: no unit is meant */
    general: boolean
    place: (Range & { status: ResolutionStatus }) | null
  }[],
): Map<string, string[]> {
  const cover = new Map<string, string[]>()
  for (const { id, general, place } of remarks) {
    if (!place || general || uncertain.includes(place.status)) continue
    for (const unit of new Set([place.fromBlockId, place.toBlockId]))
      cover.set(unit, [...(cover.get(unit) ?? []), id])
  }
  return cover
}

/** Its decision promises a change of the text. */
export function isPromise({ decision }: Pick<RemarkShown, 'decision'>): boolean {
  return decision?.decision === 'accepted' || decision?.decision === 'partly'
}
