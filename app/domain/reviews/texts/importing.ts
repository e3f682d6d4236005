/**
 * Importing: Markdown, plain text or the editor's JSON → a draft document with block ids, and what was lost.
 *
 * Printed numbers («3.2.», «а)») become the number of their unit and leave its words; a number that is not printed is
 * never made up. Rich text from Word or a browser is converted by the editor's own paste and arrives here as JSON.
 */
import { uuidv7 } from 'uuidv7'
import { finish } from '#app/domain/reviews/importing/finishing.ts'
import { loss } from '#app/domain/reviews/importing/pieces.ts'
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import { identified } from '#app/editor/identified.ts'
import type { Loss } from './losses.ts'
import { nodesOfMarkdown } from './markdown.ts'
import { leadingNumber } from './numbers.ts'

export type Imported = { doc: DocJson; losses: Loss[] }

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/gu

// Marks that open lists and quotes inside one another. What a document of ours may nest is far less (check.ts); a
// thousand of them keep the parser busy for a minute.
const opening = String.raw`(?:[ \t>*+-]|\d{1,9}[.)][ \t])`
const nested = new RegExp(`^(${opening}{60})${opening}+`, 'gm')
// Runs of stars and underscores in one paragraph: the parser weighs each against all others.
const TANGLED = 3000

/** The document of a Markdown text. */
export function docFromMarkdown(markdown: string): Imported {
  const { text: clean, signs } = cleaned(markdown)
  const text = clean.replace(nested, '$1')
  const nodes = nodesOfMarkdown(isTangled(text) ? text.replace(/[*_]/g, '\\$&') : text)
  const { doc, losses } = finish([...signs, ...nodes])
  return { doc, losses }
}

function isTangled(text: string): boolean {
  let runs = 0
  return text.split('\n').some((line) => {
    runs = /^\s*(\||$)/.test(line) ? 0 : runs + (line.match(/[*_]+/g)?.length ?? 0)
    return runs > TANGLED
  })
}

/** The document of a plain text: paragraphs are divided by blank lines, a single new line is a line break. */
export function docFromPlain(text: string): Imported {
  const { text: clean, signs } = cleaned(text)
  const nodes = clean
    .split(/\n[ \t\u00a0]*\n+/)
    .flatMap((part) => numberedLines(part))
    .map((lines): NodeJson => ({ type: 'paragraph', content: lines.flatMap(lineNodes) }))
  const { doc, losses } = finish([...signs, ...nodes])
  return { doc, losses }
}

/** The same document with ids where they are missing or doubled; for JSON that a browser without our plugin made. */
export function withIds(doc: DocJson): DocJson {
  const seen = new Set<string>()
  const visit = (node: NodeJson): NodeJson => {
    const content = node.content?.map(visit)
    const rest = content ? { ...node, content } : node
    if (!(identified as readonly string[]).includes(node.type)) return rest
    const id = node.attrs?.id
    const own = typeof id === 'string' && !seen.has(id) ? id : uuidv7()
    seen.add(own)
    return { ...rest, attrs: { ...node.attrs, id: own } }
  }
  return visit(doc) as DocJson
}

/** Lines of one paragraph; a line that begins with a printed number begins a paragraph of its own. */
function numberedLines(part: string): string[][] {
  const paragraphs: string[][] = []
  for (const line of part
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')) {
    const last = paragraphs.at(-1)
    if (last && !leadingNumber(line)) last.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

function lineNodes(line: string, at: number): NodeJson[] {
  const words: NodeJson = { type: 'text', text: line.replace(/[ \t]+/g, ' ') }
  return at === 0 ? [words] : [{ type: 'hardBreak' }, words]
}

/** The text that can be stored, and a sign of what could not. */
function cleaned(text: string): { text: string; signs: NodeJson[] } {
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/^\ufeff/, '')
  const removed = lines.match(unstorable)?.length ?? 0
  return { text: lines.replace(unstorable, ''), signs: removed > 0 ? [loss('control', removed)] : [] }
}
