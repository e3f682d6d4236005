/**
 * A stored document as HTML for reading: only what the schema knows, every word escaped, links limited to safe ones.
 * Headings begin at the level that the page gives them. Pure.
 */
import type { NodeJson } from './check.ts'
import { isSafeHref } from './links.ts'

/** `top`: the level of the document's highest heading. */
export function docHtml(doc: Pick<NodeJson, 'content'>, top = 3): string {
  return inside(doc, top)
}

const simple: Record<string, string> = {
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  hardBreak: 'br',
  footnote: 'p',
}
const marks: Record<string, string> = { bold: 'strong', italic: 'em', superscript: 'sup', subscript: 'sub' }

function html(node: NodeJson, top: number): string {
  const { type, attrs = {} } = node
  if (type === 'text') return marked(node)
  if (type === 'hardBreak') return '<br>'
  if (type === 'paragraph') return `<p>${inside(node, top)}</p>`
  if (type === 'heading') {
    const level = Math.min(6, top - 1 + (Number(attrs.level) || 1))
    return `<h${level}>${inside(node, top)}</h${level}>`
  }
  if (type === 'orderedList') {
    const start = Number(attrs.start) > 1 ? ` start="${Number(attrs.start)}"` : ''
    return `<ol${start}>${inside(node, top)}</ol>`
  }
  // a wide table scrolls sideways on a phone: the keyboard must reach it
  if (type === 'table') return `<table tabindex="0"><tbody>${inside(node, top)}</tbody></table>`
  if (type === 'tableCell' || type === 'tableHeader') {
    const name = type === 'tableCell' ? 'td' : 'th'
    return `<${name}${span('colspan', attrs.colspan)}${span('rowspan', attrs.rowspan)}>${inside(node, top)}</${name}>`
  }
  const name = simple[type]
  return name ? `<${name}>${inside(node, top)}</${name}>` : inside(node, top)
}

const inside = ({ content = [] }: Pick<NodeJson, 'content'>, top: number) =>
  content.map((child) => html(child, top)).join('')

const span = (name: string, value: unknown) => (Number(value) > 1 ? ` ${name}="${Number(value)}"` : '')

function marked({ text = '', marks: worn = [] }: NodeJson): string {
  return worn.reduce((words, { type, attrs }) => {
    const href = String(attrs?.href ?? '')
    if (type === 'link')
      return isSafeHref(href) ? `<a href="${escaped(href)}" rel="noopener nofollow">${words}</a>` : words
    const name = marks[type]
    return name ? `<${name}>${words}</${name}>` : words
  }, escaped(text))
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
