/**
 * Suggesting: a proposal as a change of the text that is being prepared, whether it can be made, and which proposals
 * want different words in one place. Pure.
 */

import { normalise } from '#app/domain/reviews/anchors/normalising.ts'
import type { Resolution } from '#app/domain/reviews/anchors/passages.ts'
import { type AnchorBlock, isContainer } from '#app/domain/reviews/anchors/units.ts'
import type { Hunk } from '#app/domain/reviews/texts/putting.ts'
import { wordParts } from './comparing.ts'

export type SuggestionFault =
  | 'proposal-gone' // the words are no longer in the text
  | 'proposal-doubtful' // nobody has said which of two places is meant
  | 'proposal-several' // over several units
  | 'proposal-changed' // other words stand there now
export interface Suggested {
  remarkId: string
  number: number
  /** the words it was made to, and the words it wants instead of them */
  exact: string
  replacement: string
}
/** A proposal as it can be put into the text. */
export interface Edit {
  remarkId: string
  number: number
  blockId: string
  from: number
  to: number
  before: string
  after: string
  /** only the words that differ: those between them keep their formatting */
  hunks: Hunk[]
}

/** The change of a text, or why the proposal cannot be put into it as it is. */
export function editOf(
  units: ReadonlyMap<string, AnchorBlock>,
  place: Resolution,
  { remarkId, number, exact, replacement }: Suggested,
): Edit | SuggestionFault {
  if (place.status === 'deleted') return 'proposal-gone'
  if (place.status === 'ambiguous') return 'proposal-doubtful'
  const unit = units.get(place.fromBlockId)
  if (!unit || isContainer(unit.kind) || place.fromBlockId !== place.toBlockId) return 'proposal-several'
  if (normalise(unit.text.slice(place.fromOffset, place.toOffset)).text !== normalise(exact).text)
    return 'proposal-changed'
  const [from, to] = replacement === '' ? withSpace(unit.text, place) : [place.fromOffset, place.toOffset]
  const before = unit.text.slice(from, to)
  const hunks = hunksOf(before, replacement, from)
  return { remarkId, number, blockId: unit.blockId, from, to, before, after: replacement, hunks }
}

/** Words that are left out go with the space before them, so that one space is left between those around. */
function withSpace(text: string, { fromOffset, toOffset }: Resolution): [number, number] {
  const [before, after] = [text[fromOffset - 1], text[toOffset]]
  const closes = after === undefined || /[\s.,;:!?)»]/.test(after)
  if (before !== undefined && /\s/.test(before) && closes) return [fromOffset - 1, toOffset]
  return before === undefined && after === ' ' ? [fromOffset, toOffset + 1] : [fromOffset, toOffset]
}

/** The words that differ, with their offsets in the unit. */
export function hunksOf(before: string, after: string, offset: number): Hunk[] {
  const hunks: Hunk[] = []
  let at = offset
  let fresh = true
  for (const { op, text } of wordParts(before, after)) {
    if (op !== 'same' && fresh) hunks.push({ from: at, to: at, words: '' })
    fresh = op === 'same'
    const last = hunks.at(-1)
    if (last && op === 'ins') last.words += text
    if (last && op === 'del') last.to += text.length
    if (op !== 'ins') at += text.length
  }
  return hunks
}

/** `clash`: different words in one place, only one of them can be; `near`: in one phrase, both can be; `same`: alike. */
export type Meeting = 'clash' | 'near' | 'same'

/** How two proposals meet; null when they have nothing to do with one another. */
export function meetingOf(a: Edit, b: Edit): Meeting | null {
  if (a.blockId !== b.blockId) return null
  if (equalHunks(a.hunks, b.hunks)) return 'same'
  if (a.hunks.some((one) => b.hunks.some((other) => clashes(one, other)))) return 'clash'
  return a.from < b.to && b.from < a.to ? 'near' : null
}

/** Which of the proposals meet, by remark, in the order of the list. */
export function meetings(edits: readonly Edit[]): Map<string, { other: Edit; meeting: Meeting }[]> {
  const byUnit = new Map<string, Edit[]>()
  for (const edit of edits) byUnit.set(edit.blockId, [...(byUnit.get(edit.blockId) ?? []), edit])
  return new Map(
    edits.map((edit) => {
      const others = (byUnit.get(edit.blockId) ?? []).filter(({ remarkId }) => remarkId !== edit.remarkId)
      const found = others.flatMap((other) => {
        const meeting = meetingOf(edit, other)
        return meeting ? [{ other, meeting }] : []
      })
      return [edit.remarkId, found]
    }),
  )
}

/** All changes of each unit; a change that several proposals want is there once. */
export function hunksByUnit(edits: readonly Edit[]): Map<string, Hunk[]> {
  const byUnit = new Map<string, Hunk[]>()
  for (const { blockId, hunks } of edits) {
    const known = byUnit.get(blockId) ?? []
    byUnit.set(blockId, [...known, ...hunks.filter((hunk) => !known.some((other) => equal(hunk, other)))])
  }
  return byUnit
}

const equal = (a: Hunk, b: Hunk) => a.from === b.from && a.to === b.to && a.words === b.words

function equalHunks(a: readonly Hunk[], b: readonly Hunk[]): boolean {
  return a.length === b.length && a.every((hunk, at) => b[at] !== undefined && equal(hunk, b[at]))
}

/** An insertion beside changed words clashes, too: nobody can say which comes first. */
function clashes(a: Hunk, b: Hunk): boolean {
  if (equal(a, b)) return false
  const inserts = a.from === a.to || b.from === b.to
  return inserts ? a.from <= b.to && b.from <= a.to : a.from < b.to && b.from < a.to
}
