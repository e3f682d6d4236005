/**
 * The registry as a workbook, written to the stream while it is read: one sheet of rows, one with the passport.
 *
 * Names are data: what a spreadsheet would take for a formula gets an apostrophe, and every cell of words is a string.
 */
import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import { safeCell } from '#app/domain/reviews/summary/workbook-rows.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { Cells, Held } from './registry-rows.server.ts'

const widths = [9, 20, 16, 20, 28, 34, 24, 40, 18, 14, 13, 34, 13, 13]

/** Writes the whole workbook and ends the stream; `passportOf` tells the lines of the second sheet once all is known. */
export async function writeWorkbook(
  stream: Writable,
  rows: AsyncGenerator<Cells[], Held>,
  t: Messages,
  passportOf: (held: Held) => [string, string | number][],
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  })
  const sheet = workbook.addWorksheet(t.experts.title.slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = widths.map((width) => ({ width }))
  const head = sheet.addRow(t.experts.csvHead)
  head.font = { bold: true }
  head.commit()
  let portion = await rows.next()
  while (!portion.done) {
    for (const cells of portion.value) sheet.addRow(cells.map(plain)).commit()
    // A visitor who went away is not read for, and a slow one does not fill the memory.
    if (stream.destroyed) return
    if (stream.writableNeedDrain)
      await new Promise((resolve) => stream.once('drain', resolve).once('close', resolve))
    portion = await rows.next()
  }
  sheet.commit()
  const passport = workbook.addWorksheet(t.openData.passport.slice(0, 31))
  passport.columns = [{ width: 30 }, { width: 90 }]
  for (const [term, value] of passportOf(portion.value)) {
    const row = passport.addRow([term, plain(value)])
    row.alignment = { wrapText: true, vertical: 'top' }
    row.commit()
  }
  passport.commit()
  await workbook.commit()
}

function plain(value: string | number): string | number {
  return typeof value === 'number' ? value : safeCell(value)
}
