/**
 * Words of a passage, and the difference between two wordings.
 *
 * A token is a word or one sign of punctuation, so that a phrase can begin and end anywhere a person would point at.
 * Pure and small: the form runs it in the browser, the action on the server.
 */
export interface Token {
  from: number
  to: number
  text: string
}

/** The words and signs of a text with their UTF-16 offsets. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[-–.’'][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu)].map(
    (found) => ({
      from: found.index,
      to: found.index + found[0].length,
      text: found[0],
    }),
  )
}

/** The numbers (from 1) of the tokens that a range of offsets touches; null when it touches none. */
export function tokensIn(
  tokens: readonly Token[],
  from: number,
  to: number,
): { first: number; last: number } | null {
  const first = tokens.findIndex((token) => token.to > from)
  const last = tokens.findLastIndex((token) => token.from < to)
  return first < 0 || last < first ? null : { first: first + 1, last: last + 1 }
}

export interface Change {
  kind: 'same' | 'inserted' | 'deleted'
  text: string
}

/** What changes word by word from one wording to the other: the longest common subsequence of words. */
export function changesOf(before: string, after: string): Change[] {
  const [old, fresh] = [piecesOf(before), piecesOf(after)]
  // Above this the table costs more than the reader gains; the whole passage is then shown as replaced.
  if (old.length * fresh.length > 250_000)
    return merged([change('deleted', before), change('inserted', after)])
  const lengths = commonLengths(old, fresh)
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < fresh.length) {
    if (alike(old[i], fresh[j])) {
      // the space that stood between a word that goes and the one that becomes the first
      if (changes.at(-1)?.kind === 'deleted') changes.push(change('deleted', spaceLost(old[i], fresh[j])))
      changes.push(change('same', fresh[j] ?? ''))
      i += 1
      j += 1
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
      changes.push(change('deleted', old[i++] ?? ''))
    else changes.push(change('inserted', fresh[j++] ?? ''))
  }
  changes.push(...old.slice(i).map((text) => change('deleted', text)))
  changes.push(...fresh.slice(j).map((text) => change('inserted', text)))
  return merged(changes)
}

/** The space before a word is no part of it: a phrase may begin with the word. */
function alike(one: string | undefined, other: string | undefined): boolean {
  return one?.trimStart() === other?.trimStart()
}

function spaceLost(old = '', fresh = ''): string {
  return /^\s/.test(fresh) ? '' : (/^\s+/.exec(old)?.[0] ?? '')
}

/** Words with the space before them, so that the pieces joined are the text again. */
function piecesOf(text: string): string[] {
  return text.match(/\s*[\p{L}\p{N}\p{M}]+|\s*[^\s\p{L}\p{N}\p{M}]|\s+$/gu) ?? []
}

function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []]
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      row[j] = alike(old[i], fresh[j]) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

const change = (kind: Change['kind'], text: string): Change => ({ kind, text })

function merged(changes: readonly Change[]): Change[] {
  const result: Change[] = []
  for (const next of changes) {
    const last = result.at(-1)
    if (last?.kind === next.kind) last.text += next.text
    else result.push({ ...next })
  }
  return result
}
