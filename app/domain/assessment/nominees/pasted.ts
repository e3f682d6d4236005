/** Lines that were typed or pasted, as a grid: by tabs or semicolons; without heads they are read from left to right. Pure. */
import { type Cells, columnsOf } from '#app/domain/columns.ts'
import { nomineeColumns, nomineeHeads } from '#content/table-heads.ts'

export function gridOfLines(text: string): Cells {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split(/\t|;/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const [first = []] = rows
  const headed = Object.keys(columnsOf(first, nomineeHeads)).length > 0
  return headed || rows.length === 0 ? rows : [nomineeColumns, ...rows]
}
