/** Tables as WordprocessingML: a merged cell stands in the first of its rows, the others say that they go on. Pure. */
import type { NodeJson } from '#app/editor/check.ts'

const WIDTH = 9600 // twentieths of a point between the margins of a page
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`)
  .join('')

type Held = { left: number; span: number }

type OfNode = (node: NodeJson) => string

/** `blocks` prints what stands in a cell, `mark` the revision that a row is as a whole. */
export function tableXml(table: NodeJson, blocks: OfNode, mark: OfNode = () => ''): string {
  const held = new Map<number, Held>()
  let columns = 1
  const rows = (table.content ?? []).map((row) => {
    const { xml, width } = rowXml(row, held, blocks, mark(row))
    columns = Math.max(columns, width)
    return xml
  })
  const grid = Array.from({ length: columns }, () => `<w:gridCol w:w="${Math.floor(WIDTH / columns)}"/>`)
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function rowXml(row: NodeJson, held: Map<number, Held>, blocks: OfNode, mark: string) {
  let [column, xml] = [0, '']
  const goOn = () => {
    for (let above = held.get(column); above; above = held.get(column)) {
      xml += cellXml(above.span, '<w:vMerge/>', '<w:p/>')
      above.left -= 1
      if (above.left === 0) held.delete(column)
      column += above.span
    }
  }
  const cells = row.content ?? []
  for (const cell of cells) {
    goOn()
    const [span, rows] = [Number(cell.attrs?.colspan ?? 1), Number(cell.attrs?.rowspan ?? 1)]
    const inner = blocks(cell)
    xml += cellXml(
      span,
      rows > 1 ? '<w:vMerge w:val="restart"/>' : '',
      inner.endsWith('</w:p>') || inner.endsWith('<w:p/>') ? inner : `${inner}<w:p/>`,
    )
    if (rows > 1) held.set(column, { left: rows - 1, span })
    column += span
  }
  goOn()
  const isHead = cells.length > 0 && cells.every(({ type }) => type === 'tableHeader')
  const about = `${isHead ? '<w:tblHeader/>' : ''}${mark}`
  const head = about === '' ? '' : `<w:trPr>${about}</w:trPr>`
  return { xml: `<w:tr>${head}${xml === '' ? cellXml(1, '', '<w:p/>') : xml}</w:tr>`, width: column }
}

function cellXml(span: number, merge: string, inner: string): string {
  const wide = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  return `<w:tc><w:tcPr>${wide}${merge}</w:tcPr>${inner}</w:tc>`
}
