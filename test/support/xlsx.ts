/** Small workbooks for tests, part by part: what a program writes, and what only an attacker would. */
import PizZip from 'pizzip'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** A workbook of one sheet; a cell is its words, or the XML of the cell when it begins with `<c`. */
export function xlsxOf(
  rows: readonly (readonly string[])[],
  {
    merges = [],
    parts = {},
  }: { merges?: readonly string[]; parts?: Record<string, string | Uint8Array> } = {},
): Uint8Array {
  const zip = new PizZip()
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}"><sheets><sheet name="1" sheetId="1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join('')}</sheetData><mergeCells>${merges
      .map((ref) => `<mergeCell ref="${ref}"/>`)
      .join('')}</mergeCells></worksheet>`,
    ...parts,
  }
  for (const [name, content] of Object.entries(all)) zip.file(name, content)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

function rowXml(cells: readonly string[], at: number): string {
  const xml = cells.map((cell, column) => {
    if (cell.startsWith('<c')) return cell
    const ref = `${String.fromCharCode(65 + column)}${at + 1}`
    return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  })
  return `<row r="${at + 1}">${xml.join('')}</row>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
