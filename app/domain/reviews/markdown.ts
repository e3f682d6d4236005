/**
 * Markdown → draft document. What the schema cannot hold (images, code, HTML) is counted as a loss, not passed on.
 */
import { marked, type Token, type Tokens } from 'marked'
import type { NodeJson } from '#app/editor/check.ts'
import { isSafeHref } from '#app/editor/extensions.ts'
import type { Losses } from './losses.ts'

type Mark = NonNullable<NodeJson['marks']>[number]

/** The nodes of a Markdown text, without ids. */
export function nodesOfMarkdown(markdown: string, losses: Losses): NodeJson[] {
  return blocks(marked.lexer(markdown, { gfm: true }), losses)
}

function blocks(tokens: Token[], losses: Losses): NodeJson[] {
  return tokens.flatMap((token) => block(token, losses))
}

function block(token: Token, losses: Losses): NodeJson[] {
  switch (token.type) {
    case 'heading':
      return [
        {
          type: 'heading',
          attrs: { level: Math.min(token.depth as number, 4) },
          content: inline(token.tokens, losses),
        },
      ]
    case 'paragraph':
    case 'text':
      return [{ type: 'paragraph', content: inline(token.tokens ?? [token], losses) }]
    case 'list':
      return [list(token as Tokens.List, losses)]
    case 'table':
      return [table(token as Tokens.Table, losses)]
    case 'blockquote':
      return [{ type: 'blockquote', content: filled(blocks(token.tokens ?? [], losses)) }]
    case 'code':
      losses.add('code', token.text as string)
      return (token.text as string)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => paragraph([words(line)]))
    case 'html':
      losses.add('html', token.text as string)
      return []
    case 'hr':
      losses.add('rule', '')
      return []
    default:
      return []
  }
}

function list(token: Tokens.List, losses: Losses): NodeJson {
  const content = token.items.map((item) => {
    const children = blocks(item.tokens, losses)
    // a list item begins with a paragraph, whatever the author began it with
    return {
      type: 'listItem',
      content: children[0]?.type === 'paragraph' ? children : [paragraph([]), ...children],
    }
  })
  if (!token.ordered) return { type: 'bulletList', content }
  return { type: 'orderedList', attrs: { start: token.start === '' ? 1 : token.start }, content }
}

function table(token: Tokens.Table, losses: Losses): NodeJson {
  const row = (cells: Tokens.TableCell[], type: 'tableCell' | 'tableHeader') => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type, content: linesOf(inline(cell.tokens, losses)).map(paragraph) })),
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

function inline(tokens: Token[] | undefined, losses: Losses, marks: Mark[] = []): NodeJson[] {
  return trimmed((tokens ?? []).flatMap((token) => span(token, losses, marks)))
}

function span(token: Token, losses: Losses, marks: Mark[]): NodeJson[] {
  const inside = (mark?: Mark) =>
    (token as Tokens.Generic).tokens?.flatMap((child) =>
      span(child, losses, mark ? [...marks, mark] : marks),
    ) ?? []
  switch (token.type) {
    case 'strong':
      return inside({ type: 'bold' })
    case 'em':
      return inside({ type: 'italic' })
    case 'link':
      if (isSafeHref(token.href as string)) return inside({ type: 'link', attrs: { href: token.href } })
      losses.add('link', token.text as string)
      return inside()
    case 'image':
      losses.add('image', token.text as string)
      return []
    case 'br':
      return [{ type: 'hardBreak' }]
    case 'html':
      if (/^<br\s*\/?>$/i.test(token.raw.trim())) return [{ type: 'hardBreak' }]
      losses.add('html', token.raw)
      return []
    case 'del':
      losses.add('strike', token.text as string)
      return inside()
    default:
      if ((token as Tokens.Generic).tokens) return inside()
      return words(unescaped((token as Tokens.Text).text ?? ''), marks).text === ''
        ? []
        : [words(unescaped((token as Tokens.Text).text), marks)]
  }
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

/** Neighbours with the same marks joined, and no spaces at the edges: a browser does not show them, an anchor counts them. */
function trimmed(nodes: NodeJson[]): NodeJson[] {
  const joined: NodeJson[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.text !== undefined && node.text !== undefined && sameMarks(last, node)) last.text += node.text
    else joined.push({ ...node })
  }
  const trim = (node: NodeJson | undefined, edge: RegExp) => {
    if (node?.text !== undefined) node.text = node.text.replace(edge, '')
  }
  trim(joined[0], /^ +/)
  trim(joined.at(-1), / +$/)
  return joined.filter((node) => node.text !== '')
}

function sameMarks(a: NodeJson, b: NodeJson): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])
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
