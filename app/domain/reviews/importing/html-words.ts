/** Words of HTML: text with marks, line breaks, links and pictures that the page carries within itself. */
import type { NodeJson } from '#app/editor/check.ts'
import { isSafeHref } from '#app/editor/links.ts'
import { type HtmlNode, isHidden, nameOf, plainText, styleOf } from './html-nodes.ts'
import { loss, type Mark, sign, words } from './pieces.ts'

export interface HtmlReading {
  /** keeps a picture, given as base64; its hash, null when it is not taken */
  image: (base64: string) => string | null
}

const nothing = [
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'meta',
  'link',
  '#comment',
  'wbr',
]
const active = ['iframe', 'object', 'embed', 'video', 'audio', 'canvas', 'svg', 'math', 'map']
const forms = ['input', 'select', 'button', 'textarea']
const DEEPEST = 200

export function inlineHtml(node: HtmlNode, reading: HtmlReading, marks: Mark[], depth = 0): NodeJson[] {
  const name = nameOf(node)
  if (name === '#text') {
    const text = (node.value ?? '').replace(/[\t\n\r\f ]+/g, ' ')
    return text === '' ? [] : [words(text, marks)]
  }
  if (name === 'script') return [loss('html')]
  if (nothing.includes(name)) return []
  if (active.includes(name)) return [loss('html')]
  if (forms.includes(name)) return [loss('form')]
  if (name === 'br') return [{ type: 'hardBreak' }]
  if (name === 'img') return picture(node, reading)
  if (isHidden(node)) return plainText(node).trim() === '' ? [] : [loss('hidden')]
  if (depth > DEEPEST) return [words(plainText(node).replace(/\s+/g, ' '), marks)]
  const inner = (more: Mark[]) =>
    (node.childNodes ?? []).flatMap((one) => inlineHtml(one, reading, [...marks, ...more], depth + 1))
  if (name === 'a') return link(node, inner)
  const pieces = inner(marksOf(name, styleOf(node, 'style')))
  if (['del', 's', 'strike'].includes(name)) pieces.push(loss('strike'))
  if (['u', 'mark'].includes(name)) pieces.push(loss('format'))
  return pieces
}

function marksOf(name: string, style: string): Mark[] {
  const marks: Mark[] = []
  if (name === 'b' || name === 'strong' || /font-weight\s*:\s*(bold|[6-9]00)/i.test(style))
    marks.push({ type: 'bold' })
  if (name === 'i' || name === 'em' || /font-style\s*:\s*italic/i.test(style)) marks.push({ type: 'italic' })
  const vertical = /vertical-align\s*:\s*(super|sub)\b/i.exec(style)?.[1]?.toLowerCase()
  if (name === 'sup' || vertical === 'super') marks.push({ type: 'superscript' })
  if (name === 'sub' || vertical === 'sub') marks.push({ type: 'subscript' })
  return marks
}

function link(node: HtmlNode, inner: (more: Mark[]) => NodeJson[]): NodeJson[] {
  const href = styleOf(node, 'href')
  if (href === '') return inner([])
  // a place of that page is no place of ours
  if (href.startsWith('#') || href.startsWith('/') || !isSafeHref(href)) return [...inner([]), loss('link')]
  return inner([{ type: 'link', attrs: { href } }])
}

function picture(node: HtmlNode, reading: HtmlReading): NodeJson[] {
  const data = /^data:image\/(?:png|jpe?g);base64,([a-z0-9+/=\s]+)$/i.exec(styleOf(node, 'src'))?.[1]
  const file = data === undefined ? null : reading.image(data)
  if (file === null) return [loss('image')]
  const alt = styleOf(node, 'alt').replace(/\s+/g, ' ').trim().slice(0, 400)
  return [
    sign({ type: '#image', attrs: { file, alt, width: size(node, 'width'), height: size(node, 'height') } }),
  ]
}

function size(node: HtmlNode, name: string): number | null {
  const value = Math.round(Number(styleOf(node, name)))
  return value >= 1 && value <= 4000 ? value : null
}
