/**
 * HTML → pieces: what a browser would show as text, also the HTML that Word writes.
 *
 * Word prints the numbers of its lists into a span of their own; that is where they are read. Nothing of a script, a
 * frame or a form is kept.
 */
import { parse } from 'parse5'
import type { NodeJson } from '#app/editor/check.ts'
import { listItems, orderedItems, wordItem } from './html-lists.ts'
import { type HtmlNode, isHidden, nameOf, plainText, styleOf } from './html-nodes.ts'
import { type HtmlReading, inlineHtml } from './html-words.ts'
import { withLists } from './lists.ts'
import { hasWords, loss } from './pieces.ts'

const silent = ['head', 'style', 'script', 'template', 'noscript', 'title', 'meta', 'link', 'colgroup', 'xml']
const active = [
  'script',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'canvas',
  'svg',
  'form',
  'math',
  'frameset',
]
const holders = [
  'html',
  'body',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'nav',
  'center',
]
const more = ['figure', 'figcaption', 'address', 'dl', 'dt', 'dd', 'fieldset', 'details', 'summary', 'form']
const blockNames = new Set([
  ...[...holders, ...more, 'p', 'ul', 'ol', 'table', 'blockquote', 'pre', 'hr', 'li'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
])
const DEEPEST = 120
const NESTED = 2

/** The pieces of a page and the pictures that it carries within itself. */
export function piecesOfHtml(html: string, reading: HtmlReading): NodeJson[] {
  const root = parse(html) as unknown as HtmlNode
  return withLists(blocksIn(root, reading, { depth: 0, tables: 0 }))
}

type Where = { depth: number; tables: number }

function blocksIn(parent: HtmlNode, reading: HtmlReading, where: Where): NodeJson[] {
  const blocks: NodeJson[] = []
  let buffer: HtmlNode[] = []
  const flush = () => {
    const content = buffer.flatMap((node) => inlineHtml(node, reading, []))
    if (content.length > 0) blocks.push({ type: 'paragraph', content })
    buffer = []
  }
  for (const node of parent.childNodes ?? []) {
    if (!holdsBlocks(node, 0)) buffer.push(node)
    else {
      flush()
      blocks.push(...block(node, reading, { ...where, depth: where.depth + 1 }))
    }
  }
  flush()
  return blocks
}

/** An element of blocks, or of words with blocks inside. */
function holdsBlocks(node: HtmlNode, depth: number): boolean {
  if (blockNames.has(nameOf(node))) return true
  return depth < 30 && (node.childNodes ?? []).some((one) => holdsBlocks(one, depth + 1))
}

function block(node: HtmlNode, reading: HtmlReading, where: Where): NodeJson[] {
  const name = nameOf(node)
  if (isHidden(node)) return plainText(node).trim() === '' ? [] : [loss('hidden')]
  if (where.depth > DEEPEST) return [loss('nested'), paragraph([{ type: 'text', text: plainText(node) }])]
  if (active.includes(name) && name !== 'form') return [loss('html')]
  if (silent.includes(name)) return []
  const inner = () => blocksIn(node, reading, where)
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(node, Number(name.slice(1)), reading, inner)
    case 'p':
      return [wordItem(node, reading) ?? titled(node, reading)]
    case 'ul':
    case 'ol':
      return listBlocks(node, name, (item) => blocksIn(item, reading, where))
    case 'table':
      return tableBlocks(node, reading, where)
    case 'blockquote':
      return [{ type: 'blockquote', content: inner() }]
    case 'pre':
      return [...preLines(node), loss('code')]
    case 'hr':
      return [loss('rule')]
    case 'form':
      return [loss('form'), ...inner()]
    default:
      return inner()
  }
}

function paragraph(content: NodeJson[]): NodeJson {
  return { type: 'paragraph', content }
}

function heading(node: HtmlNode, level: number, reading: HtmlReading, inner: () => NodeJson[]): NodeJson[] {
  if ((node.childNodes ?? []).some((one) => holdsBlocks(one, 0))) return inner()
  const item = wordItem(node, reading)
  const content = [...(item?.content ?? inlineHtml(node, reading, [])), ...(level > 4 ? [loss('level')] : [])]
  const number = typeof item?.attrs?.number === 'string' ? { number: item.attrs.number } : {}
  return [{ type: 'heading', attrs: { ...number, level: Math.min(level, 4) }, content }]
}

function titled(node: HtmlNode, reading: HtmlReading): NodeJson {
  const content = inlineHtml(node, reading, [])
  const isTitle = /\bMsoTitle\b/.test(styleOf(node, 'class')) && hasWords(content)
  return isTitle ? { type: 'heading', attrs: { level: 1 }, content } : paragraph(content)
}

function listBlocks(node: HtmlNode, name: 'ul' | 'ol', blocks: (item: HtmlNode) => NodeJson[]): NodeJson[] {
  if (name === 'ul')
    return [{ type: 'bulletList', content: listItems(node, (item) => withLists(blocks(item))) }]
  return orderedItems(node, (item) => withLists(blocks(item)))
}

function tableBlocks(node: HtmlNode, reading: HtmlReading, where: Where): NodeJson[] {
  const rows = rowsOf(node)
  const caption = (node.childNodes ?? []).filter((one) => nameOf(one) === 'caption')
  const before = caption.map((one) => paragraph(inlineHtml(one, reading, [])))
  if (where.tables >= NESTED)
    return [loss('nested'), ...rows.map((row) => paragraph([{ type: 'text', text: plainText(row) }]))]
  const inner = { ...where, tables: where.tables + 1 }
  const content = rows.map((row) => ({
    type: 'tableRow',
    content: (row.childNodes ?? [])
      .filter((cell) => ['td', 'th'].includes(nameOf(cell)))
      .slice(0, 100)
      .map((cell) => cellOf(cell, withLists(blocksIn(cell, reading, inner)))),
  }))
  return content.some((row) => row.content.length > 0) ? [...before, { type: 'table', content }] : before
}

function rowsOf(node: HtmlNode): HtmlNode[] {
  return (node.childNodes ?? []).flatMap((one) => {
    if (nameOf(one) === 'tr') return [one]
    return ['thead', 'tbody', 'tfoot'].includes(nameOf(one)) ? rowsOf(one) : []
  })
}

function cellOf(cell: HtmlNode, content: NodeJson[]): NodeJson {
  const span = (name: 'colspan' | 'rowspan') => {
    const value = Number(styleOf(cell, name))
    return Number.isInteger(value) && value > 1 && value <= 100 ? { [name]: value } : {}
  }
  // a heading inside a cell would begin a section of the document
  const plain = content.map((one) =>
    one.type === 'heading' ? { type: 'paragraph', content: one.content ?? [] } : one,
  )
  return {
    type: nameOf(cell) === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { ...span('colspan'), ...span('rowspan') },
    content: plain.length > 0 ? plain : [{ type: 'paragraph' }],
  }
}

function preLines(node: HtmlNode): NodeJson[] {
  return plainText(node)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph([{ type: 'text', text: line.replace(/[ \t]+/g, ' ') }]))
}
