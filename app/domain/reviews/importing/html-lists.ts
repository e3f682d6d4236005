/** Lists of HTML with the numbers that a browser prints; lists of Word, whose numbers are words. */
import type { NodeJson } from '#app/editor/check.ts'
import { type HtmlNode, plainText, styleOf } from './html-nodes.ts'
import { type HtmlReading, inlineHtml } from './html-words.ts'
import { numberIn } from './number-formats.ts'

const types: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

export function listItems(list: HtmlNode, blocks: (item: HtmlNode) => NodeJson[]): NodeJson[] {
  return itemsOf(list).map((item) => ({ type: 'listItem', content: blocks(item) }))
}

function itemsOf(list: HtmlNode): HtmlNode[] {
  return (list.childNodes ?? []).filter(
    (one) => one.nodeName !== '#text' && one.nodeName !== '#comment' && plainText(one).trim() !== '',
  )
}

/** A plain list stays one; where a browser prints letters or own values, each item keeps the number that it prints. */
export function orderedItems(list: HtmlNode, blocks: (item: HtmlNode) => NodeJson[]): NodeJson[] {
  const items = itemsOf(list)
  const start = whole(styleOf(list, 'start')) ?? 1
  const format = types[styleOf(list, 'type')] ?? 'decimal'
  const plain = format === 'decimal' && items.every((item) => styleOf(item, 'value') === '') && start >= 0
  if (plain) return [{ type: 'orderedList', attrs: { start }, content: listItems(list, blocks) }]
  let number = start - 1
  return items.flatMap((item) => {
    number = whole(styleOf(item, 'value')) ?? number + 1
    const [first, ...rest] = blocks(item)
    const label = numberIn(format, number)
    if (first?.type !== 'paragraph' || !label) return first ? [first, ...rest] : []
    return [{ ...first, attrs: { ...first.attrs, number: `${label}.` } }, ...rest]
  })
}

/** A paragraph of Word that stands in a list: with the number printed before it, or an item when a bullet is. */
export function wordItem(node: HtmlNode, reading: HtmlReading): NodeJson | null {
  const level = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(styleOf(node, 'style'))?.[1]
  const ignored = level === undefined ? null : findIgnored(node)
  if (!ignored || level === undefined) return null
  const label = plainText(ignored)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  const content = inlineHtml(without(node, ignored), reading, [])
  const isNumber = /[\p{L}\p{N}]/u.test(label) && !/^[oqvü]$/.test(label)
  if (!isNumber)
    return { type: '#item', attrs: { level: Number(level) - 1 }, content: [{ type: 'paragraph', content }] }
  const fits = /^[\p{L}\p{N}.()«» №§-]{1,24}$/u.test(label)
  return fits
    ? { type: 'paragraph', attrs: { number: label }, content }
    : { type: 'paragraph', content: [{ type: 'text', text: `${label} ` }, ...content] }
}

function findIgnored(node: HtmlNode): HtmlNode | null {
  for (const one of node.childNodes ?? []) {
    if (/mso-list\s*:\s*Ignore/i.test(styleOf(one, 'style'))) return one
    const found = findIgnored(one)
    if (found) return found
  }
  return null
}

function without(node: HtmlNode, gone: HtmlNode): HtmlNode {
  if (!node.childNodes) return node
  return {
    ...node,
    childNodes: node.childNodes.filter((one) => one !== gone).map((one) => without(one, gone)),
  }
}

function whole(value: string): number | undefined {
  return /^-?\d{1,6}$/.test(value) ? Number(value) : undefined
}
