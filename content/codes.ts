/** Codes: each is used once where it is defined, and is known where it is named. Every fault names its line. */
import type { Source } from './source.ts'

export type Path = readonly PropertyKey[]
type Coded = readonly { code: string }[]

export function unique(source: Source<unknown>, at: Path, rows: Coded) {
  const seen = new Set<string>()
  for (const [i, { code }] of rows.entries()) {
    if (seen.has(code)) source.fail([...at, i, 'code'], `expected a code used once, got "${code}" again`)
    seen.add(code)
  }
}

export function allExist(
  source: Source<unknown>,
  at: Path,
  codes: readonly string[],
  rows: Coded,
  what: string,
) {
  for (const [i, code] of codes.entries()) exist(source, [...at, i], code, rows, what)
}

export function exist(
  source: Source<unknown>,
  at: Path,
  code: string | undefined,
  rows: Coded,
  what: string,
) {
  if (code !== undefined && !rows.some((row) => row.code === code))
    source.fail(at, `expected the code of ${what}, got "${code}"`)
}
