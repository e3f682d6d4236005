/** Paragraphs: what each is — heading, numbered unit, item of a list, quote — and the words in it. */
import type { NodeJson } from '#app/editor/check.ts'
import type { Context } from './context.ts'
import { inlineOf, type Surroundings } from './inline.ts'
import type { Printed } from './numbering.ts'
import { asSign, hasWords, loss, sign, words } from './pieces.ts'
import { type NumberingRef, numberingOf, type ParagraphStyle, runStyleOf } from './styles.ts'
import { child, type El, toggle, val, whole } from './xml.ts'

/** Headings deeper than this are kept at this level. */
const DEEPEST = 4
// What the gate takes for a number; anything else that Word prints there stays among the words.
const number = /^[\p{L}\p{N}.,:()«»"№§*/ –—-]{1,40}$/u

export interface Reading {
  ctx: Context
  /** words of a paragraph whose mark is gone: they begin the next one */
  pending: NodeJson[]
  /** the next block begins a page */
  page: boolean
  inCell: boolean
  /** of a text box: its blocks */
  box: (content: El) => NodeJson[]
}

/** The blocks of a paragraph: none when it is part of a table of contents or joins the next. */
export function paragraph(el: El, reading: Reading): NodeJson[] {
  const { ctx } = reading
  const properties = ctx.properties(child(el, 'w:pPr'), 'w:pPrChange')
  const style = ctx.styles.paragraph(val(properties, 'w:pStyle'))
  const before = ctx.inContents
  const around: Surroundings = { style, marks: [], boxes: [] }
  const inline = [...reading.pending.splice(0), ...inlineOf(el, ctx, around)]
  const boxes = around.boxes.flatMap(reading.box)
  if (joinsNext(child(child(el, 'w:pPr'), 'w:rPr'), ctx, inline)) {
    reading.pending = inline
    return boxes
  }
  if (before || ctx.inContents || style.kind === 'contents' || style.kind === 'erratum')
    return leftOut(inline, style.kind === 'erratum' ? 'erratum' : 'contents')
  const hiddenMark = runStyleOf(child(properties, 'w:rPr')).hidden === true && !hasWords(inline)
  const printed = hiddenMark ? null : ctx.numbering.next(refOf(properties, style))
  const first = (toggle(properties, 'w:pageBreakBefore') ?? style.pageBreak ?? false) || reading.page
  reading.page = endsSection(child(el, 'w:pPr'))
  const parts = pagesOf(inline)
  if (parts.trailing) reading.page = true
  const nodes = parts.pages.map((content, at) =>
    at === 0
      ? blockOf(content, { style, printed, properties, inCell: reading.inCell })
      : { type: 'paragraph', content },
  )
  if (first && nodes[0] && !hasWords(parts.pages[0] ?? []) && nodes.length === 1 && !printed)
    reading.page = true
  return [...nodes.map((node, at) => (at > 0 || first || parts.leading ? breaking(node) : node)), ...boxes]
}

/** Lines that are no part of the text: comments on them stay, and a change of their words is told. */
function leftOut(inline: readonly NodeJson[], kind: 'contents' | 'erratum'): NodeJson[] {
  const comments = inline.filter(({ type }) => type === '#comment')
  const changed = kind === 'erratum' && inline.some(({ type }) => type === '#change')
  return [...comments, ...(hasWords(inline) ? [loss(kind)] : []), ...(changed ? [loss('revision')] : [])]
}

/** Whether the mark of the paragraph is deleted (or its insertion refused). */
function joinsNext(mark: El | undefined, ctx: Context, inline: NodeJson[]): boolean {
  const added = child(mark, 'w:ins') ?? child(mark, 'w:moveTo')
  const removed = child(mark, 'w:del') ?? child(mark, 'w:moveFrom')
  if (added) ctx.counts.inserted += 1
  if (removed) ctx.counts.deleted += 1
  if (ctx.accepts) return removed !== undefined
  // a paragraph that is to be joined with the next one, and is not deleted itself
  if (removed && ctx.policy === 'suggest' && keepsWords(inline)) inline.push(loss('revision'))
  if (added) inline.push(sign({ type: '#change', attrs: { at: 'insert', key: ctx.change(added, '\n') } }))
  return added !== undefined
}

/** Whether any word stands outside of what is deleted. */
function keepsWords(inline: readonly NodeJson[]): boolean {
  let deleted = 0
  return inline.some((one) => {
    const found = asSign(one)
    if (found?.type === '#change') deleted += found.attrs.at === 'from' ? 1 : found.attrs.at === 'to' ? -1 : 0
    return deleted === 0 && hasWords([one])
  })
}

function refOf(properties: El | undefined, style: ParagraphStyle): NumberingRef | undefined {
  const own = numberingOf(properties)
  if (!own) return style.numbering
  if (own.numId === undefined) return { numId: style.numbering?.numId, ilvl: own.ilvl }
  return { numId: own.numId, ilvl: own.ilvl ?? 0 }
}

type About = {
  style: ParagraphStyle
  printed: Printed | null
  properties: El | undefined
  inCell: boolean
}

function blockOf(inline: NodeJson[], { style, printed, properties, inCell }: About): NodeJson {
  const outline = whole(val(properties, 'w:outlineLvl')) ?? style.outline
  const content = [...inline]
  if (printed?.unknown) content.push(loss('number'))
  const label = printed?.label ?? null
  const fits = label !== null && number.test(label)
  if (label !== null && !fits) content.unshift(words(`${label} `))
  const attrs = fits ? { number: label } : {}
  const isHeading = (outline !== undefined && outline >= 0 && outline < 9) || style.kind === 'title'
  if (isHeading && !inCell) {
    const level = style.kind === 'title' && outline === undefined ? 1 : (outline ?? 0) + 1
    if (level > DEEPEST) content.push(loss('level'))
    return { type: 'heading', attrs: { ...attrs, level: Math.min(level, DEEPEST) }, content }
  }
  const plain: NodeJson = { type: 'paragraph', attrs, content }
  if (printed?.bullet) return { type: '#item', attrs: { level: printed.level }, content: [plain] }
  return style.kind === 'quote' && !inCell ? { type: 'blockquote', content: [plain] } : plain
}

/** Page breaks among the words: before them, after them, or between two parts. */
function pagesOf(inline: readonly NodeJson[]): { pages: NodeJson[][]; leading: boolean; trailing: boolean } {
  const pages: NodeJson[][] = [[]]
  for (const one of inline) {
    if (one.type === '#page') pages.push([])
    else pages.at(-1)?.push(one)
  }
  if (pages.length === 1) return { pages, leading: false, trailing: false }
  const signs = pages.map((page) => hasWords(page))
  const [first, last] = [signs.indexOf(true), signs.lastIndexOf(true)]
  if (first < 0) return { pages: [pages.flat()], leading: false, trailing: true }
  const before = pages.slice(0, first).flat()
  const after = pages.slice(last + 1).flat()
  const kept = pages.slice(first, last + 1)
  kept[0] = [...before, ...(kept[0] ?? [])]
  kept[kept.length - 1] = [...(kept.at(-1) ?? []), ...after]
  return { pages: kept, leading: first > 0, trailing: last < pages.length - 1 }
}

/** The same block at the top of a page; inside an item or a quote it is the paragraph that begins one. */
export function breaking(node: NodeJson): NodeJson {
  if (node.type === '#item' || node.type === 'blockquote') {
    const [first, ...rest] = node.content ?? []
    return first ? { ...node, content: [breaking(first), ...rest] } : node
  }
  const takes = ['paragraph', 'heading', 'table'].includes(node.type)
  return takes ? { ...node, attrs: { ...node.attrs, pageBreak: true } } : node
}

function endsSection(properties: El | undefined): boolean {
  const section = child(properties, 'w:sectPr')
  return section !== undefined && !['continuous', 'nextColumn'].includes(val(section, 'w:type') ?? 'nextPage')
}
