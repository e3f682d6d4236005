import { expect, test } from 'vitest'
import { gathered } from '#app/routes/drafts.$slug.compare.$a.$b/cells.ts'

const row = (
  change: string,
  address: string,
  cell: [string, number] | null = null,
  because: number[] = [],
) => ({
  change,
  address,
  cell: cell && { row: cell[0], column: cell[1] },
  because: because.map((number) => ({ number })),
})

test('cells that went side by side are one change, row by row, with every cause once', () => {
  const rows = [
    row('edited', 'п. 1'),
    row('deleted', 'т1 р1 с1', ['a', 1], [7]),
    row('deleted', 'т1 р1 с2', ['a', 2], [7, 9]),
    row('deleted', 'т1 р2 с1', ['b', 1]),
    row('inserted', 'т2 р1 с1', ['c', 1]),
    row('inserted', 'п. 2'),
    { count: 4 },
  ]
  const shown = gathered<ReturnType<typeof row>, { count: number }>(rows)
  expect(shown.map((one) => ('count' in one ? one.count : [one.change, one.address]))).toEqual([
    ['edited', 'п. 1'],
    ['deleted', 'т1 р1 с1'],
    ['inserted', 'т2 р1 с1'],
    ['inserted', 'п. 2'],
    4,
  ])
  const gone = shown[1]
  if (!gone || 'count' in gone) throw new RangeError('no run of cells')
  expect(gone.cells?.map((line) => line.map(({ address }) => address))).toEqual([
    ['т1 р1 с1', 'т1 р1 с2'],
    ['т1 р2 с1'],
  ])
  expect([gone.lastAddress, gone.because.map(({ number }) => number)]).toEqual(['т1 р2 с1', [7, 9]])
})

test('a cell alone, a cell whose words changed, and what a count parts stay by themselves', () => {
  const rows = [
    row('deleted', 'т1 р1 с1', ['a', 1]),
    { count: 1 },
    row('deleted', 'т1 р1 с3', ['a', 3]),
    row('edited', 'т1 р2 с1', ['b', 1]),
    row('edited', 'т1 р2 с2', ['b', 2]),
  ]
  const shown = gathered<ReturnType<typeof row>, { count: number }>(rows)
  expect(shown).toEqual(rows)
})
