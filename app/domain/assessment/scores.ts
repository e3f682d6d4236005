/** Points of an assessment: whether they are a pass, and which band they are. Integers only (design law 9). Pure. */
import type { Band, Instance } from '#content/types.ts'

export interface Points {
  earned: number
  /** above zero */
  maximum: number
}

/** True for strictly more than the pass, by the exact ratio; exactly the pass counts only where it is not strict (E8). */
export function passes({ earned, maximum }: Points, { percent, strict }: Instance['pass']): boolean {
  const [have, need] = [earned * 100, percent * maximum]
  return strict ? have > need : have >= need
}

/** The band of the points: `from` belongs to it, the next one's `from` does not (E9). A band is not a pass. */
export function bandOf({ earned, maximum }: Points, bands: readonly Band[]): Band['code'] | null {
  const reached = bands.filter(({ from }) => earned * 100 >= from * maximum)
  return reached.at(-1)?.code ?? null
}

/** Per cent for reading, in tenths rounded down, so that a refused 59.99 is never shown as 60. */
export function tenthsOf({ earned, maximum }: Points): number {
  return Math.floor((earned * 1000) / maximum)
}
