/**
 * Matching: which word of a text is which word of another one.
 *
 * Method: what is common at the head and at the tail → Myers' difference for short texts; long ones are first divided
 * at runs of words that are unique in both and keep their order (patience). So a megabyte costs seconds at worst, and
 * texts with nothing in common have no matches instead of costing minutes.
 */
import { diffArrays } from 'diff'
import { longestChain } from './chain.ts'

const SHORT = 3000 // tokens of both texts that Myers' difference may see whole
const RUN = 5 // tokens of a run that is looked for
const MAX_EDITS = 3000
const MAX_WORK = 4_000_000 // tokens × edits, of a long text without unique runs

/** For each token of `a` its place in `b`, or -1; places only grow. */
export function matchTokens(a: readonly string[], b: readonly string[]): Int32Array {
  const matches = new Int32Array(a.length).fill(-1)
  matchRange(matches, a, b, { from: 0, to: a.length }, { from: 0, to: b.length })
  return matches
}

interface Span {
  from: number
  to: number
}

function matchRange(matches: Int32Array, a: readonly string[], b: readonly string[], x: Span, y: Span): void {
  let [left, right] = [{ ...x }, { ...y }]
  while (left.from < left.to && right.from < right.to && a[left.from] === b[right.from])
    matches[left.from++] = right.from++
  while (left.from < left.to && right.from < right.to && a[left.to - 1] === b[right.to - 1])
    matches[--left.to] = --right.to
  if (left.from === left.to || right.from === right.to) return
  const size = left.to - left.from + right.to - right.from
  const fixed = size > SHORT ? uniqueRuns(a, b, left, right) : []
  if (fixed.length === 0) {
    difference(matches, a, b, left, right, size)
    return
  }
  for (const [i, j] of fixed) {
    if (i < left.from || j < right.from) continue
    matchRange(matches, a, b, { from: left.from, to: i }, { from: right.from, to: j })
    let run = 0
    while (i + run < left.to && j + run < right.to && a[i + run] === b[j + run]) {
      matches[i + run] = j + run
      run += 1
    }
    ;[left, right] = [
      { from: i + run, to: left.to },
      { from: j + run, to: right.to },
    ]
  }
  matchRange(matches, a, b, left, right)
}

/** Beginnings of runs that stand once on both sides, in the longest order they keep. */
function uniqueRuns(a: readonly string[], b: readonly string[], x: Span, y: Span): [number, number][] {
  const [olds, news] = [runsOf(a, x), runsOf(b, y)]
  const pairs: [number, number][] = []
  for (const [run, i] of olds) {
    const j = news.get(run)
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j])
  }
  const chain = longestChain(pairs.map(([, j]) => j))
  return pairs.filter((_, at) => chain.has(at))
}

/** Runs with their beginnings, in order; -1 for a run that stands more than once. */
function runsOf(tokens: readonly string[], { from, to }: Span): Map<string, number> {
  const runs = new Map<string, number>()
  for (let at = from; at + RUN <= to; at += 1) {
    const run = tokens.slice(at, at + RUN).join('\u0000')
    runs.set(run, runs.has(run) ? -1 : at)
  }
  return runs
}

function difference(
  matches: Int32Array,
  a: readonly string[],
  b: readonly string[],
  x: Span,
  y: Span,
  size: number,
): void {
  const maxEditLength = Math.min(MAX_EDITS, Math.ceil(MAX_WORK / size))
  let [i, j] = [x.from, y.from]
  for (const { added, removed, count } of diffArrays(a.slice(x.from, x.to), b.slice(y.from, y.to), {
    maxEditLength,
  }) ?? []) {
    if (!added && !removed) for (let k = 0; k < count; k += 1) matches[i + k] = j + k
    if (!added) i += count
    if (!removed) j += count
  }
}
