/**
 * Continuing: a text that was typed as Markdown over a document. A unit that is the same unit keeps its id and what
 * Markdown has no words for: the page that it begins, a number of unusual form, the kind of its list, the header cells
 * of its table. Pure.
 */
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import { blocksOf } from './blocks.ts'
import { carryIds } from './carrying.ts'

/** The document with ids and attributes of `before` wherever its units continue that document's. */
export function continued(doc: DocJson, before: DocJson): DocJson {
  const known = new Map<string, NodeJson>()
  walk(before, (node) => known.set(keyOf(node), node))
  const taken = new Set<string>()
  walk(doc, ({ attrs }) => known.has(String(attrs?.id)) && taken.add(String(attrs?.id)))
  return restored(settled(doc, carryIds(blocksOf(before), doc), taken), known) as DocJson
}

/** An id that came back with its sign stays: footnotes are named by it. The others are the carried ones. */
function settled(node: NodeJson, carried: NodeJson | undefined, taken: ReadonlySet<string>): NodeJson {
  const content = node.content?.map((child, at) => settled(child, carried?.content?.[at], taken))
  const own = content ? { ...node, content } : node
  const [id, other] = [node.attrs?.id, carried?.attrs?.id]
  if (typeof id !== 'string' || typeof other !== 'string' || taken.has(id) || taken.has(other)) return own
  return { ...own, attrs: { ...node.attrs, id: other } }
}

function restored(node: NodeJson, known: ReadonlyMap<string, NodeJson>): NodeJson {
  const old = known.get(keyOf(node))
  const content = node.content?.map((child) => restored(child, known))
  const own = content ? { ...node, content } : node
  if (old?.type !== node.type) return own
  const { pageBreak, type } = old.attrs ?? {}
  const attrs = {
    ...(pageBreak === true ? { pageBreak } : {}),
    ...(node.type === 'orderedList' && type ? { type } : {}),
  }
  const kept = Object.keys(attrs).length > 0 ? { ...own, attrs: { ...own.attrs, ...attrs } } : own
  return node.type === 'tableRow' ? withCells(kept, old) : withNumber(kept, old)
}

/** A row of Markdown is a header by its place alone; this one goes on as it was. */
function withCells(row: NodeJson, old: NodeJson): NodeJson {
  if (row.content?.length !== old.content?.length) return row
  const content = row.content?.map((cell, at) => {
    const was = old.content?.[at]
    return was ? { ...cell, type: was.type, attrs: { ...was.attrs, ...cell.attrs } } : cell
  })
  return content ? { ...row, content } : row
}

/** A number that is not read as one stands before the words: it becomes the number again. */
function withNumber(node: NodeJson, old: NodeJson): NodeJson {
  const number = old.attrs?.number
  const [first, ...rest] = node.content ?? []
  if (typeof number !== 'string' || node.attrs?.number || !first?.text?.startsWith(`${number} `)) return node
  const text = first.text.slice(number.length + 1)
  const content = text === '' ? rest : [{ ...first, text }, ...rest]
  return { ...node, attrs: { ...node.attrs, number }, content }
}

/** A unit is known by its id; a list, which has none, by its first unit. */
function keyOf(node: NodeJson): string {
  const id = node.attrs?.id
  if (typeof id === 'string') return id
  return node.type.endsWith('List') ? `${node.type} ${firstId(node)}` : ''
}

function firstId(node: NodeJson): string {
  for (let at: NodeJson | undefined = node; at; at = at.content?.[0])
    if (typeof at.attrs?.id === 'string') return at.attrs.id
  return ''
}

function walk(node: NodeJson, seen: (node: NodeJson) => void): void {
  seen(node)
  for (const child of node.content ?? []) walk(child, seen)
}
