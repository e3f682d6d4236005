/** Words of a textblock as runs: looks, links, line breaks, references to notes, the ends of comments between them. */
import type { NodeJson } from '#app/editor/check.ts'
import { escaped, run } from './ooxml.ts'
import type { CommentSign } from './places.ts'

export interface Links {
  /** the relation of a link; null when it leads nowhere that a file can lead to */
  link: (href: string) => string | null
  /** the number of a note in its part; null when there is no such note */
  note: (id: string) => { kind: 'foot' | 'end'; number: number } | null
}

const looks: Record<string, string> = {
  bold: '<w:b/>',
  italic: '<w:i/>',
  superscript: '<w:vertAlign w:val="superscript"/>',
  subscript: '<w:vertAlign w:val="subscript"/>',
}

/** The runs of a textblock with the comments that begin and end in it. */
export function runsOf(content: readonly NodeJson[], signs: readonly CommentSign[], links: Links): string {
  const waiting = [...signs]
  let [offset, written] = [0, '']
  const settle = (upTo: number) => {
    while (waiting[0] && waiting[0].offset <= upTo) written += commentSign(waiting.shift() as CommentSign)
  }
  for (const node of content) {
    const length = node.text?.length ?? 1
    const cuts = signs.map((one) => one.offset - offset).filter((at) => at > 0 && at < length)
    let from = 0
    for (const to of [...new Set(cuts), length]) {
      settle(offset + from)
      written += piece(node, node.text?.slice(from, to), links)
      from = to
    }
    offset += length
    written += references(node, links)
  }
  settle(Number.MAX_SAFE_INTEGER)
  return written
}

function piece(node: NodeJson, text: string | undefined, links: Links): string {
  if (text === undefined) return node.type === 'hardBreak' ? '<w:r><w:br/></w:r>' : ''
  const marks = node.marks ?? []
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href
  const id = typeof href === 'string' ? links.link(href) : null
  const own = marks.map(({ type }) => looks[type] ?? '').join('')
  if (id === null) return run(text, own)
  return `<w:hyperlink r:id="${escaped(id)}">${run(text, `<w:rStyle w:val="Hyperlink"/>${own}`)}</w:hyperlink>`
}

function references(node: NodeJson, links: Links): string {
  return (node.marks ?? [])
    .filter(({ type }) => type === 'noteRef')
    .map(({ attrs }) => {
      const note = links.note(String(attrs?.note ?? ''))
      const name = note?.kind === 'end' ? 'endnoteReference' : 'footnoteReference'
      return note
        ? `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:${name} w:id="${note.number}"/></w:r>`
        : ''
    })
    .join('')
}

function commentSign({ at, comment }: CommentSign): string {
  const begins = `<w:commentRangeStart w:id="${comment}"/>`
  const ends = `<w:commentRangeEnd w:id="${comment}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${comment}"/></w:r>`
  return at === 'start' ? begins : at === 'end' ? ends : begins + ends
}
