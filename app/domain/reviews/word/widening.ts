/**
 * Widening: tracked changes as replacements of whole words. Pure.
 *
 * A change may touch half a word or nothing but a space, and an insertion has no passage at all. A proposal needs words
 * that it is about, and its own words are stored without spaces at the edges. So each change takes in the words that it
 * touches, or the one before it; changes with nothing but spaces and signs between them are one.
 */
import type { FileSuggestion } from '#app/domain/reviews/importing/imported.ts'

export interface WidenedChange {
  author: string
  date: string | null
  blockId: string
  from: number
  to: number
  replacement: string
}

type Edit = Pick<FileSuggestion, 'from' | 'to' | 'replacement'>

/** The changes of a file block by block; `texts` are the words that they were made in. */
export function widened(
  suggestions: readonly FileSuggestion[],
  texts: ReadonlyMap<string, string>,
): WidenedChange[] {
  const found: (WidenedChange & { edits: Edit[] })[] = []
  for (const one of suggestions) {
    const text = texts.get(one.blockId)
    if (text === undefined) continue
    const last = found.at(-1)
    const joins =
      last?.blockId === one.blockId &&
      last.author === one.author &&
      one.from >= (last.edits.at(-1)?.to ?? 0) &&
      !/[\p{L}\p{N}]/u.test(text.slice(last.to, Math.max(last.to, one.from)))
    const edits = joins && last ? [...last.edits, one] : [one]
    const change = { author: one.author, date: one.date, blockId: one.blockId, edits, ...widen(text, edits) }
    if (joins) found[found.length - 1] = change
    else found.push(change)
  }
  return found.map(({ edits: _made, ...change }) => change)
}

/** One replacement for edits in reading order: whole words, something to replace, no spaces at the edges. */
export function widen(
  text: string,
  edits: readonly Edit[],
): { from: number; to: number; replacement: string } {
  let from = edits[0]?.from ?? 0
  let to = edits.at(-1)?.to ?? 0
  const isSpace = (at: number) => /\s/.test(text[at] ?? ' ')
  const backWord = () => {
    while (from > 0 && !isSpace(from - 1)) from -= 1
  }
  const onWord = () => {
    while (to < text.length && !isSpace(to)) to += 1
  }
  backWord()
  onWord()
  while (!stands(text.slice(from, to), applied(text, from, to, edits)) && (from > 0 || to < text.length)) {
    if (from > 0) {
      while (from > 0 && isSpace(from - 1)) from -= 1
      backWord()
    } else {
      while (to < text.length && isSpace(to)) to += 1
      onWord()
    }
  }
  return { from, to, replacement: applied(text, from, to, edits) }
}

/** Whether words can be replaced with others and nothing of either be lost when they are trimmed. */
function stands(old: string, fresh: string): boolean {
  return old !== '' && old === old.trim() && fresh === fresh.trim()
}

function applied(text: string, from: number, to: number, edits: readonly Edit[]): string {
  let [made, at] = ['', from]
  for (const edit of edits) {
    made += text.slice(at, edit.from) + edit.replacement
    at = edit.to
  }
  return made + text.slice(at, to)
}
