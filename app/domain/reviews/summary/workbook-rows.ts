/** Rows of a workbook: words of people stay words, and a row is as high as its words need. */
import type ExcelJS from 'exceljs'

// A cell of a workbook holds at most 32,767 characters, and a row is at most 409 points high.
const CELL_LIMIT = 32_000
const ROW_LIMIT = 409
const LINE = 15

/**
 * Adds a row of wrapped words and returns it; the columns must have their widths before.
 *
 * The height is written, because not every program reckons it when it opens a file: rows of one line would cover each
 * other's words.
 */
export function addWrapped(sheet: ExcelJS.Worksheet, cells: readonly string[]): ExcelJS.Row {
  const row = sheet.addRow(cells.map(safeCell))
  const lines = cells.map((text, at) => linesOf(text, sheet.getColumn(at + 1).width ?? 9))
  row.height = Math.min(ROW_LIMIT, LINE * Math.max(1, ...lines))
  row.alignment = { wrapText: true, vertical: 'top' }
  return row
}

/** Words that a spreadsheet program could take for a formula get an apostrophe before them. */
export function safeCell(text: string): string {
  const clean = text.replace(controls, '')
  const cut = clean.length > CELL_LIMIT ? `${clean.slice(0, CELL_LIMIT)}…` : clean
  return /^[=+\-@\t\r]/.test(cut) ? `'${cut}` : cut
}

/** How many lines the words take in a column so many digits wide, broken at words as a program breaks them. */
function linesOf(text: string, width: number): number {
  // Russian letters are wider than the digits that a column's width is counted in.
  const room = Math.max(1, Math.floor(width / 1.15))
  return text.split('\n').reduce((lines, paragraph) => {
    let [taken, used] = [1, 0]
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) [taken, used] = [taken + 1, 0]
      used += (used > 0 ? 1 : 0) + word.length
      const over = Math.max(0, Math.ceil(used / room) - 1)
      ;[taken, used] = [taken + over, used - over * room]
    }
    return lines + taken
  }, 0)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters break the XML of both formats
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
