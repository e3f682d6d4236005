/** `panels`: assignment of many submissions, one panel with its explanation, lots, of one panel and of a contest, in one run. */
import type { Figure } from './figures.ts'
import { assignFigures } from './panels-assign.ts'
import { lotFigures } from './panels-lots.ts'
import { lotteryFigures } from './panels-lottery.ts'

export async function bench(): Promise<Figure[]> {
  return [...assignFigures(), ...(await lotteryFigures()), ...lotFigures()]
}
