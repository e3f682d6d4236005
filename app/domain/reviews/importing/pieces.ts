/**
 * Pieces: nodes of a document in the making. Beside real nodes there are signs of no width — a loss, a picture, a note,
 * the ends of a comment — which finishing.ts turns into places once the words stand still.
 */

import type { LossKind } from '#app/domain/reviews/texts/losses.ts'
import type { NodeJson } from '#app/editor/check.ts'

export type Mark = NonNullable<NodeJson['marks']>[number]

export type Sign =
  | { type: '#loss'; attrs: { kind: LossKind; count: number } }
  | { type: '#image'; attrs: { file: string; alt: string; width: number | null; height: number | null } }
  | { type: '#note'; attrs: { note: string } }
  | { type: '#comment'; attrs: { id: string; end: boolean } }
  | { type: '#change'; attrs: { at: 'from' | 'to' | 'insert'; key: string } }

export function loss(kind: LossKind, count = 1): NodeJson {
  return sign({ type: '#loss', attrs: { kind, count } })
}

export function sign(one: Sign): NodeJson {
  return one as NodeJson
}

export function isSign(node: NodeJson): boolean {
  return node.type.startsWith('#')
}

export function asSign(node: NodeJson): Sign | null {
  return isSign(node) ? (node as Sign) : null
}

/** Words with marks, each mark once. */
export function words(text: string, marks: readonly Mark[] = []): NodeJson {
  const unique = marks.filter((mark, at) => marks.findIndex(({ type }) => type === mark.type) === at)
  return { type: 'text', text, ...(unique.length > 0 ? { marks: unique } : {}) }
}

/** Whether inline nodes hold anything that is seen. */
export function hasWords(nodes: readonly NodeJson[]): boolean {
  return nodes.some((node) => node.text !== undefined && node.text.trim() !== '')
}

/** Neighbours with the same marks joined; no spaces at the edges and before line breaks: nobody sees them. */
export function joined(nodes: readonly NodeJson[]): NodeJson[] {
  const found: NodeJson[] = []
  let last: NodeJson | undefined
  for (const node of nodes) {
    if (isSign(node)) {
      found.push(node)
      continue
    }
    if (last?.text !== undefined && node.text !== undefined && sameMarks(last, node) && found.at(-1) === last)
      last.text += node.text
    else {
      last = { ...node }
      found.push(last)
    }
  }
  return trimmed(found)
}

function trimmed(nodes: NodeJson[]): NodeJson[] {
  let cut = true
  for (const node of nodes) {
    if (isSign(node)) continue
    if (cut && node.text !== undefined) node.text = node.text.replace(/^[ \t]+/, '')
    cut = node.type === 'hardBreak' || (cut && node.text === '')
  }
  for (const node of nodes.toReversed()) {
    if (isSign(node)) continue
    if (node.text === undefined) break
    node.text = node.text.replace(/[ \t]+$/, '')
    if (node.text !== '') break
  }
  return withoutBreaks(nodes.filter((node) => node.text !== ''))
}

/** Line breaks at the edges show nothing. */
function withoutBreaks(nodes: NodeJson[]): NodeJson[] {
  const seen = (node: NodeJson) => !isSign(node) && node.type !== 'hardBreak'
  const [first, last] = [nodes.findIndex(seen), nodes.findLastIndex(seen)]
  return nodes.filter((node, at) => isSign(node) || (at >= first && at <= last && first >= 0))
}

function sameMarks(a: NodeJson, b: NodeJson): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])
}
