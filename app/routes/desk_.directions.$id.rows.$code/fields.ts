/** A direction of the draft as the fields of its form. Pure. */
import type { DraftDirection } from '#app/domain/experts/direction-lists.ts'

export function fieldsOf(
  row: DraftDirection | undefined,
  at: number,
  names: ReadonlyMap<string, string>,
): Record<string, string> {
  const place = String(at + 1)
  if (!row) return { place, fate: 'stays' }
  const { tier, title, shortTitle, group, note } = row
  return {
    ...{ place, tier, title, shortTitle, group, note, fate: row.leaves ? 'leaves' : 'stays' },
    ...{ content: row.content.join('\n'), procedures: row.procedures.join('\n') },
    participants: row.participants.map((code) => names.get(code) ?? code).join('\n'),
    approving: row.approving.join('\n'),
  }
}
