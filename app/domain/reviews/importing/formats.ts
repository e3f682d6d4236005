/** What a file is: found in its bytes; the name only has to agree. Refusals say what to do. Pure. */
import { decoded } from './decoding.ts'
import { Refusal } from './refusal.ts'

export type Recognised = { format: 'docx' } | { format: 'markdown' | 'html' | 'plain'; text: string }

const texts: Record<string, 'markdown' | 'html' | 'plain'> = {
  '': 'plain',
  txt: 'plain',
  text: 'plain',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
}
const words = ['docx', 'dotx']
const offices = ['docm', 'dotm', 'doc', 'dot', 'rtf', 'odt', 'ott', 'fodt', 'pdf', 'pages', 'wps']

/** Refusals: file-empty, import-save-as-docx, import-extension, import-encrypted, import-broken, import-type. */
export function recognised(bytes: Uint8Array, name: string): Recognised {
  if (bytes.length === 0) throw new Refusal('file-empty')
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const found = foreignKind(bytes)
  if (found) {
    if (words.includes(extension) || (extension !== '' && extension in texts))
      throw new Refusal('import-extension', { extension: `.${extension}`, found })
    throw new Refusal('import-save-as-docx', { found })
  }
  if (starts(bytes, 'PK')) return zipped(bytes, extension)
  if (words.includes(extension)) throw new Refusal('import-broken')
  return textOf(bytes, extension)
}

/** A document of another kind that Word can open and save as DOCX; null for anything else. */
function foreignKind(bytes: Uint8Array): string | null {
  if (starts(bytes, '%PDF')) return 'PDF'
  if (starts(bytes, '{\\rtf')) return 'RTF'
  if (starts(bytes, '\xd0\xcf\x11\xe0')) {
    const wide = Buffer.from('EncryptedPackage', 'utf16le')
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wide))
      throw new Refusal('import-encrypted')
    return 'DOC'
  }
  const head = Buffer.from(bytes.subarray(0, 600)).toString('latin1')
  if (starts(bytes, 'PK') && isOpenDocument(bytes)) return 'ODT'
  if (/<\?mso-application progid="Word\.Document"|<office:document\b/.test(head)) return 'XML'
  return null
}

/** Its contents lie under other names than those of an Office file. */
function isOpenDocument(bytes: Uint8Array): boolean {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return names.includes('content.xml') && names.includes('mimetype') && !names.includes('[Content_Types].xml')
}

function zipped(bytes: Uint8Array, extension: string): Recognised {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!names.includes('[Content_Types].xml')) {
    if (words.includes(extension)) throw new Refusal('import-broken')
    throw new Refusal('import-type')
  }
  if (extension === 'docm' || extension === 'dotm') throw new Refusal('import-macros')
  if (extension !== '' && !words.includes(extension) && (extension in texts || offices.includes(extension)))
    throw new Refusal('import-extension', { extension: `.${extension}`, found: 'DOCX' })
  return { format: 'docx' }
}

function textOf(bytes: Uint8Array, extension: string): Recognised {
  const isHtml = (text: string) => /^\s*(<!doctype html|<html\b|<head\b|<body\b)/i.test(text.slice(0, 2000))
  const format = texts[extension]
  if (format === undefined) {
    if (offices.includes(extension))
      throw new Refusal('import-save-as-docx', { found: extension.toUpperCase() })
    throw new Refusal('import-type')
  }
  const text = decoded(bytes)
  if (text.trim() === '') throw new Refusal('document-empty')
  return { format: isHtml(text) ? 'html' : format, text }
}

function starts(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((sign, at) => bytes[at] === sign.charCodeAt(0))
}
