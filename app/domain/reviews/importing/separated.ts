/**
 * Cells parted by «;», «,» or tabs, with quotes around those that hold such a sign (RFC 4180). Which sign parts them is
 * found by which gives the most even rows. Pure, in one pass.
 */
import { Refusal } from './refusal.ts'
import type { Grid, GridLimits } from './sheets.ts'

const signs = [';', '\t', ','] as const
const SAMPLE = 40

/** The text as a grid. Refusal('table-long') beyond the limit; columns beyond it are left out. */
export function gridOfText(text: string, limits: GridLimits): Grid {
  // Some programs say in the first line which sign they took.
  const told = /^sep=(.)\r?\n/i.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const sign = told?.[1] ?? likeliest(body)
  const rows = cellsOf(body, sign, limits)
  return rows.map((row) => row.slice(0, limits.columns).map((cell) => ({ text: cell, above: false })))
}

function likeliest(text: string): string {
  const sample = text.slice(0, 100_000)
  const scores = signs.map((sign) => {
    const widths = cellsOf(sample, sign, { rows: SAMPLE, columns: 1000 }, true).map((row) => row.length)
    const wide = widths.filter((width) => width > 1)
    const usual = mostFrequent(wide)
    return { sign, score: wide.filter((width) => width === usual).length * Math.min(usual, 8) }
  })
  return scores.reduce((one, other) => (other.score > one.score ? other : one)).sign
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** `sample`: stops at the limit instead of refusing. */
function cellsOf(text: string, sign: string, { rows: most }: GridLimits, sample = false): string[][] {
  const rows: string[][] = []
  let [row, from, at] = [[] as string[], 0, 0]
  const end = (cell: string, last: boolean) => {
    row.push(cell)
    if (last) {
      rows.push(row)
      row = []
    }
  }
  while (at <= text.length) {
    if (rows.length >= most) {
      if (sample || text.slice(at).trim() === '') break
      throw new Refusal('table-long', { rows: most })
    }
    if (text[at] === '"' && text.slice(from, at).trim() === '') {
      const close = closing(text, at + 1)
      const words = text.slice(at + 1, close).replaceAll('""', '"')
      at = nextBreak(text, close + 1, sign)
      end(words, text[at] !== sign)
    } else {
      at = nextBreak(text, at, sign)
      end(text.slice(from, at), text[at] !== sign)
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    from = at
    if (from >= text.length && text[at - 1] !== sign) break
  }
  return rows
}

function closing(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at < 0 ? text.length : at
}

function nextBreak(text: string, from: number, sign: string): number {
  let at = from
  while (at < text.length && text[at] !== sign && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}
