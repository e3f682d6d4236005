/**
 * Blocks: the structural units of a document in reading order, each with its address.
 *
 * A unit with words is exactly a textblock of the document, so offsets in `text` are ProseMirror offsets inside it;
 * a hard break is one character, "\n".
 */
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import { Addresses } from './addresses.ts'
import { leadingNumber } from './numbers.ts'

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'table'
  | 'row'
  | 'cell'
  | 'quote'
  | 'note'
  | 'image'

export interface MarkRange {
  from: number
  to: number
  type: 'bold' | 'italic' | 'link' | 'superscript' | 'subscript' | 'noteRef'
  href?: string
  /** the footnote that stands after these letters */
  note?: string
}

/** What a page needs to draw the unit from its row alone. */
export type BlockData = {
  marks?: MarkRange[]
  list?: 'bullet' | 'ordered'
  header?: boolean
  /** of a cell: which in its row, from 1 */
  column?: number
  colspan?: number
  rowspan?: number
  /** the printed number is also at the beginning of `text`; do not print it again */
  numberInText?: boolean
  /** begins a page when printed */
  pageBreak?: boolean
  image?: { file: string; alt: string; width: number | null; height: number | null }
  /** of a note: at the end of the document, not of the page */
  endnote?: boolean
}

export interface BlockInput {
  blockId: string
  parentId: string | null
  position: number
  kind: BlockKind
  depth: number
  number: string | null
  address: string
  text: string
  data: BlockData
}

type Place = {
  parentId: string | null
  kind: BlockKind
  depth: number
  number: string | null
  data: BlockData
}

const paragraphPlace: Place = { parentId: null, kind: 'paragraph', depth: 0, number: null, data: {} }

/** The units of a checked document; empty paragraphs are not units. Pure. */
export function blocksOf(doc: DocJson): BlockInput[] {
  const blocks: BlockInput[] = []
  const addresses = new Addresses()
  const add = (node: NodeJson, place: Place, text = '', data: BlockData = {}) => {
    const block = {
      blockId: String(node.attrs?.id ?? ''),
      parentId: place.parentId,
      position: blocks.length + 1,
      kind: place.kind,
      depth: place.depth,
      number: place.number,
      text,
      data: { ...place.data, ...data },
    }
    blocks.push({ ...block, address: addresses.next(block) })
    return block.blockId
  }
  for (const node of doc.content) visit(node, paragraphPlace, add)
  return blocks
}

type Add = (node: NodeJson, place: Place, text?: string, data?: BlockData) => string

function visit(node: NodeJson, place: Place, add: Add): string | null {
  switch (node.type) {
    case 'heading':
      return words(node, { ...place, kind: 'heading', depth: Number(node.attrs?.level ?? 1) }, add)
    case 'paragraph':
      return words(node, place, add)
    case 'footnote': {
      const data: BlockData = node.attrs?.kind === 'end' ? { endnote: true } : {}
      return words(node, { ...paragraphPlace, parentId: place.parentId, kind: 'note', data }, add)
    }
    case 'figure':
      return add(node, { ...paragraphPlace, parentId: place.parentId, kind: 'image', data: imageOf(node) })
    case 'blockquote':
      for (const child of node.content ?? []) visit(child, { ...place, kind: 'quote' }, add)
      return null
    case 'bulletList':
    case 'orderedList':
      return list(node, place, add)
    case 'table':
      return table(node, place, add)
    default:
      return null
  }
}

/** A heading or paragraph; null when it has no words. */
function words(node: NodeJson, place: Place, add: Add): string | null {
  const { text, marks } = readInline(node.content ?? [])
  if (text.trim() === '') return null
  const own = typeof node.attrs?.number === 'string' ? node.attrs.number : null
  const inText =
    own === null && place.number === null && !['cell', 'note'].includes(place.kind)
      ? leadingNumber(text)
      : null
  const data: BlockData = {
    ...(marks.length > 0 ? { marks } : {}),
    ...(inText ? { numberInText: true } : {}),
    ...(node.attrs?.pageBreak === true ? { pageBreak: true } : {}),
  }
  return add(node, { ...place, number: own ?? place.number ?? inText?.number ?? null }, text, data)
}

function list(node: NodeJson, place: Place, add: Add): null {
  const ordered = node.type === 'orderedList'
  const start = Number(node.attrs?.start ?? 1)
  const depth = place.kind === 'item' ? place.depth + 1 : 1
  node.content?.forEach((item, at) => {
    const [first, ...rest] = item.content ?? []
    const number = ordered ? `${start + at}.` : null
    const own: Place = {
      parentId: place.parentId,
      kind: 'item',
      depth,
      number,
      data: { list: ordered ? 'ordered' : 'bullet' },
    }
    const itemId = first ? visit(first, own, add) : null
    for (const child of rest) {
      const inside = { ...paragraphPlace, parentId: itemId ?? place.parentId }
      visit(child, child.type.endsWith('List') ? { ...own, parentId: inside.parentId } : inside, add)
    }
  })
  return null
}

function table(node: NodeJson, place: Place, add: Add): string {
  const tableId = add(node, { ...paragraphPlace, parentId: place.parentId, kind: 'table' }, '', {
    ...(node.attrs?.pageBreak === true ? { pageBreak: true } : {}),
  })
  for (const row of node.content ?? []) {
    const rowId = add(row, { ...paragraphPlace, parentId: tableId, kind: 'row' })
    for (const [at, cell] of (row.content ?? []).entries()) cellWords(cell, at + 1, rowId, add)
  }
  return tableId
}

/** A cell is known by its first unit with words; what follows in the cell belongs to that unit. */
function cellWords(cell: NodeJson, column: number, rowId: string, add: Add): void {
  const data: BlockData = {
    column,
    ...(cell.type === 'tableHeader' ? { header: true } : {}),
    ...spanOf('colspan', cell),
    ...spanOf('rowspan', cell),
  }
  let firstId: string | null = null
  for (const child of cell.content ?? []) {
    const place: Place = { ...paragraphPlace, parentId: firstId ?? rowId, data }
    const id = visit(child, child.type === 'paragraph' ? { ...place, kind: 'cell' } : place, add)
    firstId ??= id
  }
}

function imageOf({ attrs }: NodeJson): BlockData {
  const size = (value: unknown) => (typeof value === 'number' ? value : null)
  return {
    image: {
      file: String(attrs?.file ?? ''),
      alt: String(attrs?.alt ?? ''),
      width: size(attrs?.width),
      height: size(attrs?.height),
    },
  }
}

function spanOf(name: 'colspan' | 'rowspan', cell: NodeJson): BlockData {
  const span = Number(cell.attrs?.[name] ?? 1)
  return span > 1 ? { [name]: span } : {}
}

function readInline(nodes: NodeJson[]): { text: string; marks: MarkRange[] } {
  let text = ''
  const marks: MarkRange[] = []
  for (const node of nodes) {
    const from = text.length
    text += node.type === 'hardBreak' ? '\n' : (node.text ?? '')
    for (const mark of node.marks ?? []) {
      const type = mark.type as MarkRange['type']
      const href = type === 'link' ? String(mark.attrs?.href ?? '') : undefined
      const note = type === 'noteRef' ? String(mark.attrs?.note ?? '') : undefined
      const last = marks.findLast(
        (range) => range.type === type && range.to === from && range.href === href && note === undefined,
      )
      if (last) last.to = text.length
      else
        marks.push({
          from,
          to: text.length,
          type,
          ...(href === undefined ? {} : { href }),
          ...(note === undefined ? {} : { note }),
        })
    }
  }
  return { text, marks }
}
