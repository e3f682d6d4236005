/**
 * Wording: a proposed change as the sentence of a legal text says it: «слова «…» заменить словами «…»», «после слов «…»
 * дополнить словами «…»», «слова «…» исключить». Only the words that differ are named, whole words, with what stands
 * beside them where words are only added. Pure.
 */
export const wordingWays = ['replace', 'after', 'before', 'remove'] as const
export type Way = (typeof wordingWays)[number]

export interface WordingChange {
  way: Way | 'same'
  /** words that go; of `after` and `before`: the words beside which others come */
  old: string
  /** words that come */
  fresh: string
}

const BESIDE = 4 // words named beside an insertion

/** What a person asks for, as the wording of the whole passage. */
export function wordingOf(way: Way, exact: string, words: string): string {
  if (way === 'remove') return ''
  if (way === 'after') return exact + (joins(words) ? '' : ' ') + words
  return way === 'before' ? `${words} ${exact}` : words
}

/** How a form shows a proposed wording of a whole passage: '' leaves its words out, null proposes none. */
export function wayOf(replacement: string | null): 'none' | 'replace' | 'remove' {
  if (replacement === null) return 'none'
  return replacement === '' ? 'remove' : 'replace'
}

/** What such a form asks for; a form without a way means its words, if there are any. */
export function proposedBy(way: Way | 'none' | undefined, replacement: string) {
  if (way === 'none' || (way === undefined && replacement === '')) return {}
  return { replacement, way: way ?? ('replace' as const) }
}

/** The smallest change of whole words that turns one wording into the other. */
export function wordingChange(before: string, after: string): WordingChange {
  if (before === after) return { way: 'same', old: '', fresh: '' }
  const [old, fresh] = [piecesOf(before), piecesOf(after)]
  const head = commonHead(old, fresh)
  const tail = commonHead(old.slice(head).reverse(), fresh.slice(head).reverse())
  const [gone, come] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)]
  if (gone.length > 0 && come.length > 0) return { way: 'replace', old: said(gone), fresh: said(come) }
  if (gone.length > 0) return { way: 'remove', old: said(gone), fresh: '' }
  const beside = old.slice(Math.max(0, head - BESIDE), head)
  if (beside.length > 0) return { way: 'after', old: said(beside), fresh: said(come) }
  return { way: 'before', old: said(old.slice(0, BESIDE)), fresh: said(come) }
}

const joins = (words: string) => /^[\s,.;:!?)»]/.test(words)
const said = (pieces: readonly string[]) => pieces.join('').trim()

/** Words with the space before them: signs of punctuation are words of their own. */
function piecesOf(text: string): string[] {
  return text.match(/\s*[\p{L}\p{N}\p{M}]+(?:[-–’'][\p{L}\p{N}\p{M}]+)*|\s*[^\s\p{L}\p{N}\p{M}]|\s+$/gu) ?? []
}

function commonHead(one: readonly string[], other: readonly string[]): number {
  let at = 0
  while (at < one.length && at < other.length && one[at]?.trim() === other[at]?.trim()) at += 1
  return at
}
