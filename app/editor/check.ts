/**
 * The gate of drafts: what does not pass here is never stored.
 *
 * A document must fit the schema, carry unique ids, hold only harmless attributes and stay within limits. The stored
 * JSON is printed from the parsed document, so nothing that the schema does not know gets through.
 */
import { Node } from '@tiptap/pm/model'
import { isIdentified } from './block-ids.ts'
import { isSafeHref } from './links.ts'
import { isPrintedNumber } from './printed-number.ts'
import { draftSchema } from './schema.ts'

export type DocJson = { type: 'doc'; content: NodeJson[] }
export type NodeJson = {
  type: string
  attrs?: Record<string, unknown>
  content?: NodeJson[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

export interface DocLimits {
  characters: number
  nodes?: number
}
export type DocFault = 'document-invalid' | 'document-too-long' | 'document-empty'
export type CheckedDoc = { doc: DocJson; fault?: undefined } | { doc?: undefined; fault: DocFault }

const MAX_NODES = 250_000
// four lists inside one another, in a table inside a table
const MAX_DEPTH = 48
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
// PostgreSQL stores neither NUL nor half of a surrogate pair
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is looked for
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u

/** The document as it will be stored, or why it will not be. `json` may be anything a client sent. */
export function checkDoc(json: unknown, limits: DocLimits): CheckedDoc {
  if (!isShallow(json, MAX_DEPTH)) return { fault: 'document-invalid' }
  let node: Node
  try {
    node = Node.fromJSON(draftSchema(), json)
    node.check()
  } catch {
    return { fault: 'document-invalid' }
  }
  if (node.type.name !== 'doc') return { fault: 'document-invalid' }
  const fault = faultOf(node, limits)
  return fault ? { fault } : { doc: node.toJSON() as DocJson }
}

function faultOf(doc: Node, { characters, nodes = MAX_NODES }: DocLimits): DocFault | null {
  const ids = new Set<string>()
  let [count, letters, valid] = [0, 0, true]
  doc.descendants((node) => {
    count += 1
    letters += node.text?.length ?? 0
    valid &&= isHarmless(node)
    if (!isIdentified(node)) return
    const id: unknown = node.attrs.id
    if (typeof id !== 'string' || !uuid.test(id) || ids.has(id)) valid = false
    else ids.add(id)
  })
  if (count > nodes || letters > characters) return 'document-too-long'
  if (!valid) return 'document-invalid'
  return doc.textContent.trim() === '' ? 'document-empty' : null
}

function isHarmless(node: Node): boolean {
  if (node.text !== undefined && unstorable.test(node.text)) return false
  if (!Object.entries(node.attrs).every(([name, value]) => isHarmlessAttribute(name, value))) return false
  return node.marks.every((mark) =>
    Object.entries(mark.attrs).every(([name, value]) => isHarmlessAttribute(name, value)),
  )
}

/** Attributes come from the client: each has a closed set of values, the rest is refused. */
function isHarmlessAttribute(name: string, value: unknown): boolean {
  if (value === null || value === undefined) return !['href', 'file', 'note'].includes(name)
  switch (name) {
    case 'id':
      return true // judged with the others for uniqueness
    case 'href':
      return typeof value === 'string' && value.length <= 2000 && !unstorable.test(value) && isSafeHref(value)
    case 'number':
      return isPrintedNumber(value)
    case 'file':
      return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
    case 'note':
      return typeof value === 'string' && uuid.test(value)
    case 'kind':
      return value === 'foot' || value === 'end'
    case 'pageBreak':
      return value === true
    case 'width':
    case 'height':
      return isCount(value, 1, 4000)
    case 'alt':
      return typeof value === 'string' && value.length <= 400 && !unstorable.test(value)
    case 'level':
      return [1, 2, 3, 4].includes(value as number)
    case 'colspan':
    case 'rowspan':
      return isCount(value, 1, 100)
    case 'start':
      return isCount(value, 0, 100_000)
    case 'colwidth':
      return (
        Array.isArray(value) &&
        value.length <= 100 &&
        value.every((width) => width === 0 || isCount(width, 1, 5000))
      )
    case 'align':
      return ['left', 'center', 'right'].includes(value as string)
    case 'type':
      return ['1', 'a', 'A', 'i', 'I'].includes(value as string)
    case 'rel':
    case 'target':
      return ['noopener nofollow', 'noopener noreferrer nofollow', '_blank', ''].includes(value as string)
    case 'title':
      return typeof value === 'string' && value.length <= 400 && !unstorable.test(value)
    default:
      return value === ''
  }
}

function isCount(value: unknown, from: number, to: number): boolean {
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to
}

/** Plain data of bounded depth: a parser must not be asked to recurse as deep as a client likes. */
function isShallow(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true
  if (depth < 0) return false
  const content: unknown = Array.isArray(value) ? value : (value as { content?: unknown }).content
  if (Array.isArray(value)) return value.every((item) => isShallow(item, depth - 1))
  return content === undefined || isShallow(content, depth - 1)
}
