/** What becomes of directions from one list to the next: compared row by row, by their stable codes. Pure. */
import { latinOf } from '#app/domain/latin.ts'
import type { DraftDirection } from '#db/schema/direction-drafts.ts'

export type { DraftDirection }

/** What a list says of a direction, in the order in which a reader is told of a change. */
export const worded = [
  ...(['tier', 'title', 'shortTitle', 'group', 'content', 'procedures'] as const),
  ...(['participants', 'approving', 'note'] as const),
]
export type Worded = (typeof worded)[number]

export type Fate = 'same' | 'changed' | 'new' | 'leaves'

/** The words of the former and of the new list, line by line. */
export interface Change {
  field: Worded
  before: string[]
  after: string[]
}

/** What became of the direction, whose former words are given, if it had any. */
export function fateOf(row: DraftDirection, before: DraftDirection | undefined): Fate {
  if (row.leaves) return 'leaves'
  if (!before) return 'new'
  return changesOf(row, before).length > 0 ? 'changed' : 'same'
}

/** Which words differ; the place in the list is not one of them. */
export function changesOf(row: DraftDirection, before: DraftDirection): Change[] {
  return worded.flatMap((field) => {
    const [was, is] = [linesOf(before[field]), linesOf(row[field])]
    return was.join('\n') === is.join('\n') ? [] : [{ field, before: was, after: is }]
  })
}

function linesOf(value: string | readonly string[]): string[] {
  return typeof value === 'string' ? (value === '' ? [] : [value]) : [...value]
}

/**
 * A code of a new direction: its short title in Latin letters, never the printed number, and none of those taken.
 * It stands in addresses for ever, so it is at most 60 signs long.
 */
export function directionCode(shortTitle: string, taken: ReadonlySet<string>): string {
  const word = latinOf(shortTitle)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 56)
    .replace(/-$/, '')
  const base = word === '' ? 'direction' : word
  return free(base, taken)
}

/** The code of a list: the year in which it begins, and a number when the year has several. */
export function listCode(firstDay: string, taken: ReadonlySet<string>): string {
  return free(firstDay.slice(0, 4), taken)
}

// `new` is the page on which a direction is added.
function free(base: string, taken: ReadonlySet<string>): string {
  const busy = (code: string) => code === 'new' || taken.has(code)
  let [code, at] = [base, 1]
  while (busy(code)) {
    at += 1
    code = `${base}-${at}`
  }
  return code
}

/** The rows with one put at its place (from 1); another of the same code gives way. */
export function placed(
  rows: readonly DraftDirection[],
  row: DraftDirection,
  place: number,
): DraftDirection[] {
  const others = rows.filter(({ code }) => code !== row.code)
  const at = Math.min(Math.max(place - 1, 0), others.length)
  return [...others.slice(0, at), row, ...others.slice(at)]
}

/** The same rows, where nothing is replaced by what is not in the new list. */
export function withLivingSuccessors(rows: readonly DraftDirection[]): DraftDirection[] {
  const living = new Set(rows.filter(({ leaves }) => !leaves).map(({ code }) => code))
  return rows.map((row) => ({
    ...row,
    replacedBy: row.leaves ? row.replacedBy.filter((code) => living.has(code)) : [],
  }))
}
