/** QR codes, drawn here, so that no secret leaves for somebody else's service: outlines for pages and PDF, a picture for DOCX. */
import { create, toBuffer } from 'qrcode'

export interface QrOutline {
  /** modules along a side, quiet zone included */
  side: number
  /** the dark modules as one SVG path */
  path: string
}

const QUIET = 4
const look = { errorCorrectionLevel: 'M' } as const

/** The outline of a text. */
export function qrOf(text: string): QrOutline {
  const { modules } = create(text, look)
  const { size, data } = modules
  let path = ''
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (data[row * size + column]) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`
  return { side: size + 2 * QUIET, path }
}

/** The same as a PNG. */
export function qrPicture(text: string): Promise<Buffer> {
  return toBuffer(text, { ...look, margin: QUIET, scale: 8 })
}
