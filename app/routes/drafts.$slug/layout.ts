/**
 * How the units of a version become a page: groups of clauses with the remarks that stand beside them.
 *
 * A group begins with a unit that has remarks and takes the units after it until the next such unit or heading, so
 * that notes have the height of the whole group beside them and the text is not torn apart.
 */
import type { BlockView, NoteView } from './views.ts'

export interface Unit {
  block: BlockView
  /** rows and cells of a table, or further paragraphs of a cell */
  inside: BlockView[]
  notes: NoteView[]
}

export interface Group {
  units: Unit[]
  notes: NoteView[]
}

export interface Section {
  heading: Unit | null
  groups: Group[]
}

/** The short name of a unit in addresses: the last letters of its id, unique within any draft we can hold. */
export const shortId = (blockId: string) => `b-${blockId.slice(-10)}`

/** Units in reading order with their remarks; a table is one unit. */
export function unitsOf(blocks: readonly BlockView[], notes: readonly NoteView[]): Unit[] {
  const units: Unit[] = []
  const ownerOf = new Map<string, Unit>()
  for (const block of blocks) {
    const owner = block.parentId ? ownerOf.get(block.parentId) : undefined
    const inTable = owner?.block.kind === 'table'
    const unit = inTable && owner ? owner : { block, inside: [], notes: [] }
    if (inTable && owner) owner.inside.push(block)
    else units.push(unit)
    ownerOf.set(block.blockId, unit)
  }
  for (const note of notes) ownerOf.get(note.place.fromBlockId)?.notes.push(note)
  return units
}

/** Sections by heading, each with its groups. */
export function sectionsOf(units: readonly Unit[]): Section[] {
  const sections: Section[] = [{ heading: null, groups: [] }]
  for (const unit of units) {
    if (unit.block.kind === 'heading') {
      sections.push({ heading: unit, groups: [] })
      if (unit.notes.length > 0) sections.at(-1)?.groups.push({ units: [], notes: unit.notes })
      continue
    }
    const groups = sections.at(-1)?.groups ?? []
    const last = groups.at(-1)
    if (!last || unit.notes.length > 0) groups.push({ units: [unit], notes: unit.notes })
    else last.units.push(unit)
  }
  return sections.filter((section) => section.heading || section.groups.length > 0)
}

// How many letters of text take the height of one note beside it; measured on the page at its full width.
const LETTERS_BESIDE_A_NOTE = 300

/** How many notes stand open beside a group without tearing its text apart: at least one, at most five. */
export function notesWithRoom({ units, notes }: Group): number {
  const letters = units.reduce(
    (sum, { block, inside }) => sum + 60 + block.text.length + inside.length * 40,
    0,
  )
  return Math.min(Math.max(Math.round(letters / LETTERS_BESIDE_A_NOTE), 1), 5, notes.length)
}

export interface Run {
  from: number
  to: number
  text: string
  bold: boolean
  italic: boolean
  href?: string
  small?: 'superscript' | 'subscript'
  /** the footnote that stands after these letters */
  note?: string
  /** numbers of the remarks whose passage covers this run, the narrowest first */
  remarks: number[]
}

/** The text of a unit cut where formatting or a remark's passage begins or ends. */
export function runsOf(block: BlockView, passages: readonly Passage[]): Run[] {
  const { text } = block
  const marks = block.data.marks ?? []
  const edges = new Set([0, text.length])
  for (const { from, to } of [...marks, ...passages])
    edges.add(clamp(from, text.length)).add(clamp(to, text.length))
  const points = [...edges].sort((a, b) => a - b)
  return points.slice(0, -1).map((from, at) => {
    const to = points[at + 1] ?? text.length
    const over = marks.filter((mark) => mark.from <= from && mark.to >= to)
    const covering = passages.filter((passage) => passage.from <= from && passage.to >= to)
    return {
      from,
      to,
      text: text.slice(from, to),
      bold: over.some(({ type }) => type === 'bold'),
      italic: over.some(({ type }) => type === 'italic'),
      href: over.find(({ type }) => type === 'link')?.href,
      small: over.map(({ type }) => type).find((type) => type === 'superscript' || type === 'subscript'),
      note: over.find((mark) => mark.type === 'noteRef' && mark.to === to)?.note,
      remarks: covering.sort((a, b) => a.to - a.from - (b.to - b.from)).map(({ remark }) => remark),
    }
  })
}

export interface Passage {
  remark: number
  from: number
  to: number
}

/** For each unit the parts of it that phrases point at; a remark on a whole unit marks no words unless it was divided. */
export function passagesOf(blocks: readonly BlockView[], notes: readonly NoteView[]): Map<string, Passage[]> {
  const positions = new Map(blocks.map((block, at) => [block.blockId, at]))
  const passages = new Map<string, Passage[]>()
  for (const { number, whole, place } of notes) {
    if (place.status === 'deleted' || (whole && !place.parts)) continue
    for (const { blockId, from, to } of place.parts ?? partsOf(blocks, positions, place)) {
      if (to <= from) continue
      passages.set(blockId, [...(passages.get(blockId) ?? []), { remark: number, from, to }])
    }
  }
  return passages
}

/** A range as one part a unit. */
function partsOf(blocks: readonly BlockView[], positions: Map<string, number>, place: NoteView['place']) {
  const [first, last] = [positions.get(place.fromBlockId), positions.get(place.toBlockId)]
  if (first === undefined || last === undefined) return []
  return blocks.slice(first, last + 1).map(({ blockId, text }) => ({
    blockId,
    from: blockId === place.fromBlockId ? place.fromOffset : 0,
    to: blockId === place.toBlockId ? place.toOffset : text.length,
  }))
}

const clamp = (offset: number, length: number) => Math.min(Math.max(offset, 0), length)
