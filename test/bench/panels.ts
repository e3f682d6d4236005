/** `panels`: assignment of many submissions, one panel with its explanation, and the lottery, in one run. */
import type { Figure } from './figures.ts'
import { assignFigures } from './panels-assign.ts'
import { lotteryFigures } from './panels-lottery.ts'

export async function bench(): Promise<Figure[]> {
  return [...assignFigures(), ...(await lotteryFigures())]
}
