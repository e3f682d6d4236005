/**
 * Comparisons kept in memory: both versions are published and never change, so neither does what is between them. Who
 * may see them is asked before, every time.
 */
import type { DiffRow } from './comparing.ts'

const MOST_LETTERS = 20_000_000

const kept = new Map<string, { rows: readonly DiffRow[]; letters: number }>()

/** The rows under the key, made once; of what was asked for last so much stays as fits. */
export async function keptComparison(
  key: string,
  make: () => Promise<readonly DiffRow[]>,
): Promise<readonly DiffRow[]> {
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known.rows
  }
  const rows = await make()
  kept.set(key, { rows, letters: rows.reduce((sum, { parts }) => sum + lettersOf(parts), 0) })
  shrink()
  return rows
}

function lettersOf(parts: DiffRow['parts']): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0)
}

function shrink(): void {
  let sum = [...kept.values()].reduce((total, { letters }) => total + letters, 0)
  for (const [key, { letters }] of kept) {
    if (sum <= MOST_LETTERS || kept.size === 1) return
    kept.delete(key)
    sum -= letters
  }
}
