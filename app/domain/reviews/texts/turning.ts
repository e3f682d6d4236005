/**
 * Turning: the same text from one way of writing into another, and what the new way has no words for. Pure; the
 * browser does it, so that it needs no connection.
 */
import type { DocJson } from '#app/editor/check.ts'
import { type BlockInput, blocksOf } from './blocks.ts'
import { type Loss, Losses } from './losses.ts'
import { docOfSource, markdownOf, type Way } from './sources.ts'

export interface Turned {
  source: string
  /** the document that Markdown was made of, as JSON: its signs are read by it */
  base: string
  losses: Loss[]
}

/** The words of `source` in the other way; an empty text stays empty. */
export function turned(source: string, from: Way, to: Way, base = ''): Turned {
  if (source.trim() === '') return { source: '', base: '', losses: [] }
  // the words of a text area are the same words in both
  if (from !== 'rich' && to !== 'rich') return { source, base, losses: [] }
  const before = docFrom(base)
  const { doc, losses } = docOfSource(from, source, before && { signs: before, saved: before })
  if (to === 'rich') return { source: JSON.stringify(doc), base: '', losses }
  if (to === 'plain') return { source: plainOf(doc), base: '', losses: lostIn(doc, null) }
  const markdown = markdownOf(doc)
  const back = docOfSource('markdown', markdown, { signs: doc, saved: doc }).doc
  return { source: markdown, base: JSON.stringify(doc), losses: lostIn(doc, back) }
}

function docFrom(json: string): DocJson | undefined {
  return json === '' ? undefined : (JSON.parse(json) as DocJson)
}

/** The words of each unit with its number, a row of a table in one line. */
function plainOf(doc: DocJson): string {
  const lines: { row: string | null; text: string }[] = []
  for (const { kind, parentId, number, text, data } of blocksOf(doc)) {
    if (text.trim() === '') continue
    const words = number && !data.numberInText ? `${number} ${text}` : text
    const last = lines.at(-1)
    if (kind === 'cell' && last && last.row === parentId) last.text += ` | ${words}`
    else lines.push({ row: kind === 'cell' ? parentId : null, text: words })
  }
  return lines.map(({ text }) => text).join('\n\n')
}

/** The units that are not what they were; without a document after it, those that plain text cannot show. */
function lostIn(doc: DocJson, after: DocJson | null): Loss[] {
  const losses = new Losses()
  const now = new Map(after && blocksOf(after).map((block) => [block.blockId, seen(block)]))
  for (const block of blocksOf(doc)) {
    const kept = after ? now.get(block.blockId) === seen(block) : isPlain(block)
    if (kept || block.kind === 'row') continue
    losses.add(block.kind === 'image' ? 'image' : 'look', block.address)
  }
  return losses.list()
}

/** The unit as a reader sees it: two spaces are one. */
function seen({ kind, depth, number, text, data: { marks = [], ...data } }: BlockInput): string {
  const words = (from = 0, to?: number) => text.slice(from, to).replace(/\s+/g, ' ').trim()
  const looks = marks.map(({ from, to, type, href, note }) => [type, words(from, to), href, note])
  return JSON.stringify([kind, depth, number, words(), looks, Object.entries(data).sort()])
}

function isPlain({ kind, data }: BlockInput): boolean {
  return kind === 'paragraph' && !data.marks && !data.pageBreak
}
