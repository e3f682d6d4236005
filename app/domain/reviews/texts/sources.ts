/** Sources: the text of a document as a form sends it, and a document as Markdown for a browser without the editor. */

import { Problem } from '#app/domain/problem.ts'
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import { withNotesInOrder } from '#app/editor/ordered.ts'
import { continued } from './continuing.ts'
import { withoutSigns, withSigns } from './holding-places.ts'
import { docFromMarkdown, docFromPlain, type Imported, withIds } from './importing.ts'
import { plainStart, wordsMarkdown } from './markdown-words.ts'

export type Way = 'rich' | 'markdown' | 'plain'

/** The documents that a Markdown was typed over. */
export interface Before {
  /** the one that it was made of: what its signs stand for comes from there */
  signs: DocJson
  /** the one that is saved now: its units go on as they were */
  saved: DocJson
}

/** The document that was typed in one of the ways. JSON of the editor is checked where it is stored. */
export function docOfSource(way: Way, source: string, before?: Before): Imported {
  if (way === 'markdown') {
    const { doc, losses } = docFromMarkdown(source)
    if (!before) return { doc, losses }
    const { signs, saved } = before
    const whole = withIds(withNotesInOrder(withIds(withoutSigns(doc, signs)), signs))
    const kept = signs === saved ? whole : continued(whole, signs)
    return { doc: withIds(continued(kept, saved)), losses }
  }
  if (way === 'plain') return docFromPlain(source)
  try {
    const doc: unknown = JSON.parse(source)
    if (isDoc(doc)) return { doc: withIds(doc), losses: [] }
  } catch {
    // not JSON: told at the field
  }
  throw new Problem('invalid', {}, 'source')
}

/** The document as Markdown that reads back to the same structure, with signs for what Markdown cannot say. */
export function markdownOf(doc: DocJson): string {
  return withSigns(doc)
    .content.map((node) => blockMarkdown(node, ''))
    .join('\n\n')
}

function isDoc(value: unknown): value is DocJson {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'doc' &&
    'content' in value &&
    Array.isArray(value.content)
  )
}

function blockMarkdown(node: NodeJson, indent: string): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.level ?? 1))} ${numbered(node)}`
    case 'blockquote':
      return (node.content ?? []).map((child) => `> ${blockMarkdown(child, indent)}`).join('\n>\n')
    case 'bulletList':
    case 'orderedList':
      return listMarkdown(node, indent)
    case 'table':
      return tableMarkdown(node)
    default:
      return plainStart(numbered(node))
  }
}

function listMarkdown(list: NodeJson, indent: string): string {
  const start = Number(list.attrs?.start ?? 1)
  return (list.content ?? [])
    .map((item, at) => {
      const sign = list.type === 'orderedList' ? `${start + at}. ` : '- '
      const inner = `${indent}${' '.repeat(sign.length)}`
      const [first, ...rest] = (item.content ?? []).map((child) => blockMarkdown(child, inner))
      return [
        `${indent}${sign}${first ?? ''}`,
        ...rest.map((text) => (text.startsWith(inner) ? text : inner + text)),
      ].join('\n')
    })
    .join('\n')
}

function tableMarkdown(table: NodeJson): string {
  const rows = (table.content ?? []).map((row) =>
    (row.content ?? []).map((cell) =>
      (cell.content ?? [])
        .map((one) => wordsMarkdown(one.content ?? []))
        .join(' ')
        .replaceAll('|', '\\|')
        .replaceAll('\n', ' '),
    ),
  )
  const width = Math.max(...rows.map((row) => row.length), 1)
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n')
}

function numbered(node: NodeJson): string {
  const number = node.attrs?.number
  const text = wordsMarkdown(node.content ?? [])
  return [typeof number === 'string' ? number : '', text].filter((part) => part !== '').join(' ')
}
