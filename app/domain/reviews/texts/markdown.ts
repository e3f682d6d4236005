/**
 * Markdown → draft document. What the schema cannot hold (images, code, HTML) is counted as a loss, not passed on.
 */
import type { Token, Tokens } from 'marked'
import { joined, loss } from '#app/domain/reviews/importing/pieces.ts'
import type { NodeJson } from '#app/editor/check.ts'
import { isSafeHref } from '#app/editor/links.ts'
import { marked } from './markdown-signs.ts'

type Mark = NonNullable<NodeJson['marks']>[number]

/** The nodes of a Markdown text, without ids. */
export function nodesOfMarkdown(markdown: string): NodeJson[] {
  return blocks(marked.lexer(markdown))
}

function blocks(tokens: Token[]): NodeJson[] {
  return tokens.flatMap((token) => block(token))
}

function block(token: Token): NodeJson[] {
  switch (token.type) {
    case 'heading':
      return [
        {
          type: 'heading',
          attrs: { level: Math.min(token.depth as number, 4) },
          content: inline(token.tokens),
        },
      ]
    case 'paragraph':
    case 'text':
      return [{ type: 'paragraph', content: inline(token.tokens ?? [token]) }]
    case 'list':
      return [list(token as Tokens.List)]
    case 'table':
      return [table(token as Tokens.Table)]
    case 'blockquote':
      return [{ type: 'blockquote', content: filled(blocks(token.tokens ?? [])) }]
    case 'code':
      return (token.text as string)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, at) => paragraph([words(line), ...(at === 0 ? [loss('code')] : [])]))
    case 'html':
      return [loss('html')]
    case 'hr':
      return [loss('rule')]
    default:
      return []
  }
}

function list(token: Tokens.List): NodeJson {
  const content = token.items.map((item) => {
    const children = blocks(item.tokens)
    // a list item begins with a paragraph, whatever the author began it with
    return {
      type: 'listItem',
      content: children[0]?.type === 'paragraph' ? children : [paragraph([]), ...children],
    }
  })
  if (!token.ordered) return { type: 'bulletList', content }
  return { type: 'orderedList', attrs: { start: token.start === '' ? 1 : token.start }, content }
}

function table(token: Tokens.Table): NodeJson {
  const row = (cells: Tokens.TableCell[], type: 'tableCell' | 'tableHeader') => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type, content: linesOf(inline(cell.tokens)).map(paragraph) })),
  })
  const head = token.header.some((cell) => cell.text.trim() !== '') ? [row(token.header, 'tableHeader')] : []
  const rows = [...head, ...token.rows.map((cells) => row(cells, 'tableCell'))]
  return { type: 'table', content: rows.length > 0 ? rows : [row(token.header, 'tableHeader')] }
}

/** A cell's lines, divided by its hard breaks: each line is a unit of its own. */
function linesOf(nodes: NodeJson[]): NodeJson[][] {
  const lines: NodeJson[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines
}

function inline(tokens: Token[] | undefined, marks: Mark[] = []): NodeJson[] {
  return joined((tokens ?? []).flatMap((token) => span(token, marks)))
}

function span(token: Token, marks: Mark[]): NodeJson[] {
  const inside = (mark?: Mark) =>
    (token as Tokens.Generic).tokens?.flatMap((child) => span(child, withMark(marks, mark))) ?? []
  switch (token.type) {
    case 'strong':
      return inside({ type: 'bold' })
    case 'em':
      return inside({ type: 'italic' })
    case 'superscript':
    case 'subscript':
    case 'bold':
    case 'italic':
      return inside({ type: token.type })
    case 'link':
      if (isSafeHref(token.href as string)) return inside({ type: 'link', attrs: { href: token.href } })
      return [...inside(), loss('link')]
    case 'image':
      return [loss('image')]
    case 'br':
      return [{ type: 'hardBreak' }]
    case 'html':
      if (/^<br\s*\/?>$/i.test(token.raw.trim())) return [{ type: 'hardBreak' }]
      return [loss('html')]
    case 'del':
      return [...inside(), loss('strike')]
    default:
      if ((token as Tokens.Generic).tokens) return inside()
      return words(unescaped((token as Tokens.Text).text ?? ''), marks).text === ''
        ? []
        : [words(unescaped((token as Tokens.Text).text), marks)]
  }
}

const small = ['superscript', 'subscript']

/** Letters are raised or lowered, never both: the inner sign counts. */
function withMark(marks: Mark[], mark?: Mark): Mark[] {
  if (!mark) return marks
  return [...marks.filter(({ type }) => !(small.includes(mark.type) && small.includes(type))), mark]
}

function words(text: string, marks: Mark[] = []): NodeJson {
  const unique = marks.filter((mark, at) => marks.findIndex(({ type }) => type === mark.type) === at)
  return {
    type: 'text',
    text: text.replace(/[\t\n\r ]+/g, ' '),
    ...(unique.length > 0 ? { marks: unique } : {}),
  }
}

function paragraph(content: NodeJson[]): NodeJson {
  return { type: 'paragraph', content }
}

function filled(nodes: NodeJson[]): NodeJson[] {
  return nodes.length > 0 ? nodes : [paragraph([])]
}

// marked leaves entities of the source as they are in `text`
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
}
function unescaped(text: string): string {
  return text.replace(/&(#39|[a-z]+);/g, (whole, name: string) => entities[name] ?? whole)
}
