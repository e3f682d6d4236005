/** What a file is, found in its bytes: the few kinds that the platform takes. Pure. */

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The media type, or null for what is none of ours. Only plain text asks the name, whether it is Markdown. */
export function mediaTypeOf(bytes: Uint8Array, name: string): string | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return officeType(bytes)
  if (isText(bytes)) return /\.(md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain'
  return null
}

/** An Office file is a ZIP that names its parts in the clear; any other ZIP is none of ours. */
function officeType(bytes: Uint8Array): string | null {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!names.includes('[Content_Types].xml')) return null
  if (names.includes('word/document.xml')) return word
  return names.includes('xl/workbook.xml') ? sheet : null
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}
