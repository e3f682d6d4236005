/**
 * Words of a document → Markdown that reads back to the same words with the same looks: what of the text would be taken
 * for a sign is written with a backslash before it. Pure.
 */
import type { NodeJson } from '#app/editor/check.ts'

const signs = { bold: '**', italic: '*', superscript: '^', subscript: '~' }
const tags = { bold: 'b', italic: 'i', superscript: 'sup', subscript: 'sub' }
type Look = keyof typeof signs
// from the outside in
const order = ['link', 'bold', 'italic', 'superscript', 'subscript'] as const

/** What stands on both sides of some words: one character each, or nothing. */
type Sides = { before: string; after: string }

/** Inline nodes with their marks as signs; a line break is one of Markdown. */
export function wordsMarkdown(nodes: readonly NodeJson[]): string {
  return level(nodes, 0, { before: '', after: '' })
}

/** A paragraph of which no line begins like a heading, a list, a quote or a rule. */
export function plainStart(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^[ \t]+/, '')
        .replace(/^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[=-]{2,}\s*$|_{3,}\s*$)/, '\\$1')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('\n')
}

function level(nodes: readonly NodeJson[], depth: number, sides: Sides): string {
  const mark = order[depth]
  if (mark === undefined) return nodes.map(plain).join('')
  const runs = runsOf(nodes, mark)
  return runs.reduce((written, { value, nodes }, at) => {
    const own = {
      before: written.at(-1) ?? sides.before,
      after: firstOf(runs[at + 1]?.nodes, depth) || sides.after,
    }
    const inner = level(nodes, depth + 1, own)
    if (value === null) return written + inner
    if (mark === 'link') return `${written}[${inner}](${addressOf(value)})`
    return written + looking(inner, mark, own)
  }, '')
}

/** Neighbours that share the mark, and those without it; of links: that lead to one place. */
function runsOf(nodes: readonly NodeJson[], mark: (typeof order)[number]) {
  const runs: { value: string | null; nodes: NodeJson[] }[] = []
  for (const node of nodes) {
    const own = node.marks?.find(({ type }) => type === mark)
    const value = own ? String(own.attrs?.href ?? '') : null
    const last = runs.at(-1)
    if (last && last.value === value) last.nodes.push(node)
    else runs.push({ value, nodes: [node] })
  }
  return runs
}

/** Spaces at the edges stand outside: beside them a sign would be no sign. */
function looking(text: string, look: Look, sides: Sides): string {
  const [, left = '', words = '', right = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (words === '') return text
  const near = { before: left === '' ? sides.before : ' ', after: right === '' ? sides.after : ' ' }
  return left + (isSmall(look) ? small(words, look) : strong(words, look, near)) + right
}

function isSmall(look: Look): look is 'superscript' | 'subscript' {
  return look === 'superscript' || look === 'subscript'
}

function small(words: string, look: 'superscript' | 'subscript'): string {
  if (/\n/.test(words)) return between(words, look)
  return signs[look] + words.replaceAll(' ', '\\ ') + signs[look]
}

function strong(words: string, look: Look, { before, after }: Sides): string {
  // GFM does not always count its tilde among the punctuation: inside it is, outside it is not
  const outside = (character: string) => character.trim() === '' || (character !== '~' && isMark(character))
  const opens = !isMark(words[0]) || outside(before)
  const closes = !isMark(words.at(-1)) || outside(after)
  // stars beside stars are read in more than one way
  const alone = before !== '*' && !/(?<!\\)\*/.test(words)
  return opens && closes && alone ? signs[look] + words + signs[look] : between(words, look)
}

function between(words: string, look: Look): string {
  return `<${tags[look]}>${words}</${tags[look]}>`
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && /[\p{P}\p{S}]/u.test(character)
}

/** The character that the next piece will begin with; the looks outside of `depth` are around both. */
function firstOf(nodes: readonly NodeJson[] | undefined, depth: number): string {
  const [node] = nodes ?? []
  const first = order.slice(depth).find((look) => node?.marks?.some(({ type }) => type === look))
  if (first !== undefined) return first === 'link' ? '[' : (signs[first][0] ?? '')
  return escaped(node?.text ?? '')[0] ?? ''
}

function plain(node: NodeJson): string {
  if (node.type === 'hardBreak') return '  \n'
  return escaped(node.text ?? '')
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*^~]|<(?=[a-z/!?])|\](?=[(:[])|&(?=#?\w+;)/gi, '\\$&')
    .replace(/_+/g, (run, at: number) => {
      // a line to sign on may stand at the edge of the words; of one or two nobody knows what they stand beside
      const edge = run.length > 2 ? ' ' : '.'
      const [before, after] = [text[at - 1] ?? edge, text[at + run.length] ?? edge]
      const alone = /\s/.test(before) && /\s/.test(after)
      const inWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
      return alone || inWord ? run : run.replaceAll('_', '\\_')
    })
}

function addressOf(href: string): string {
  const plain = href.replace(/[<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return /[()]/.test(plain) ? `<${plain}>` : plain
}
