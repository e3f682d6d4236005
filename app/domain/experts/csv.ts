/**
 * CSV for spreadsheets: a semicolon between cells, CRLF between lines, a byte-order mark before the first.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that a name cannot run anything.
 */
export const byteOrderMark = '\uFEFF'

/** One line with its end. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(';')}\r\n`
}

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
