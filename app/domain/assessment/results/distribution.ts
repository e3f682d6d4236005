/** How many results fall into each band, with shares in whole per cent as the chart of the source prints them. Pure. */
import type { Band } from '#content/types.ts'

export interface Distribution {
  total: number
  passed: number
  bands: { code: string; count: number; percent: number }[]
}

/** `reached[n]`: how many have at least the lower edge of band n; the difference to the next one is the band. */
export function distributionOf(
  bands: readonly Band[],
  reached: readonly number[],
  passed: number,
): Distribution {
  const total = reached[0] ?? 0
  return {
    ...{ total, passed },
    bands: bands.map(({ code }, at) => {
      const count = (reached[at] ?? 0) - (reached[at + 1] ?? 0)
      return { code, count, percent: total === 0 ? 0 : Math.floor((count * 200 + total) / (2 * total)) }
    }),
  }
}
