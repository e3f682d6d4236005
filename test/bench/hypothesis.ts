/**
 * The peer of the bench `anchors`: how Hypothesis finds a quote again, from its published algorithm and weights
 * (position first, then approximate search; quote 50, prefix 20, suffix 20, position 2; 32 characters of context).
 */
import search from 'approx-string-match'

export interface Quote {
  from: number
  to: number
  exact: string
  prefix: string
  suffix: string
}

const CONTEXT = 32
const MAX_ERRORS = 256

export function quoteOf(text: string, from: number, to: number): Quote {
  return {
    from,
    to,
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
  }
}

/** Where the quote is said to stand, or null. */
export function findQuote(text: string, quote: Quote): { from: number; to: number } | null {
  const { from, to, exact } = quote
  if (text.slice(from, to) === exact) return { from, to }
  const scored = matches(text, exact, Math.min(MAX_ERRORS, Math.floor(exact.length / 2))).map((match) => ({
    ...match,
    score: scoreOf(text, match, quote),
  }))
  const best = scored.sort((a, b) => b.score - a.score)[0]
  return best ? { from: best.start, to: best.end } : null
}

interface Match {
  start: number
  end: number
  errors: number
}

function matches(text: string, words: string, maxErrors: number): Match[] {
  const exact: Match[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 })
  return exact.length > 0 ? exact : search(text, words, maxErrors)
}

function scoreOf(
  text: string,
  { start, end, errors }: Match,
  { from, exact, prefix, suffix }: Quote,
): number {
  const quote = 1 - errors / exact.length
  const before = prefix ? likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1
  const after = suffix ? likeness(text.slice(end, end + suffix.length), suffix) : 1
  const position = 1 - Math.abs(start - from) / text.length
  return (50 * quote + 20 * before + 20 * after + 2 * position) / 92
}

function likeness(text: string, words: string): number {
  if (text.length === 0) return 0
  return 1 - (matches(text, words, words.length)[0]?.errors ?? words.length) / words.length
}
