/**
 * XML of an OOXML part as a light tree: names by the prefixes that the standard uses, whatever the file calls them.
 *
 * A document type, an entity of the file's own, a tree too deep or too large: refused. Parts are read as a stream, and
 * whoever asks is given each child of one element as soon as it is whole, so that a long body is never all in memory.
 */
import { SaxesParser } from 'saxes'
import { Refusal } from './refusal.ts'

export interface El {
  name: string
  attrs: Record<string, string>
  children: (El | string)[]
}

const MAX_DEPTH = 300
const MAX_ELEMENTS = 8_000_000
const CHUNK = 64 * 1024

const strict = 'http://purl.oclc.org/ooxml'
const open = 'http://schemas.openxmlformats.org'
const prefixes: Record<string, string> = {
  [`${open}/wordprocessingml/2006/main`]: 'w',
  [`${strict}/wordprocessingml/main`]: 'w',
  [`${open}/spreadsheetml/2006/main`]: 's',
  [`${strict}/spreadsheetml/main`]: 's',
  [`${open}/officeDocument/2006/relationships`]: 'r',
  [`${strict}/officeDocument/relationships`]: 'r',
  [`${open}/drawingml/2006/main`]: 'a',
  [`${strict}/drawingml/main`]: 'a',
  [`${open}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${strict}/drawingml/wordprocessingDrawing`]: 'wp',
  [`${open}/drawingml/2006/chart`]: 'c',
  [`${open}/drawingml/2006/diagram`]: 'dgm',
  [`${open}/officeDocument/2006/math`]: 'm',
  [`${strict}/officeDocument/math`]: 'm',
  [`${open}/markup-compatibility/2006`]: 'mc',
  [`${open}/package/2006/relationships`]: 'pr',
  [`${open}/package/2006/content-types`]: 'ct',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
}

export interface ParseOptions {
  /** children of this element go to `each` and are forgotten */
  stream?: string
  each?: (child: El) => void
}

/** The root of a part. Refusal('import-broken') for what is not well-formed or has a document type. */
export function parseXml(bytes: Uint8Array, { stream, each }: ParseOptions = {}): El {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const path: El[] = []
  let [root, count]: [El | undefined, number] = [undefined, 0]
  const refuse = () => {
    throw new Refusal('import-broken')
  }
  parser.on('doctype', refuse)
  parser.on('error', refuse)
  parser.on('opentag', (tag) => {
    count += 1
    if (path.length >= MAX_DEPTH || count > MAX_ELEMENTS) throw new Refusal('import-bomb')
    const attrs: Record<string, string> = {}
    for (const attribute of Object.values(tag.attributes))
      if (attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
        attrs[nameOf(attribute.uri, attribute.local)] = attribute.value
    const el: El = { name: nameOf(tag.uri, tag.local), attrs, children: [] }
    const parent = path.at(-1)
    if (!parent) root = el
    else if (parent.name !== stream) parent.children.push(el)
    path.push(el)
  })
  parser.on('closetag', () => {
    const el = path.pop()
    if (el && each && path.at(-1)?.name === stream) each(el)
  })
  const text = (words: string) => {
    const parent = path.at(-1)
    if (parent && parent.name !== stream) parent.children.push(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  feed(parser, bytes)
  return root ?? refuse()
}

function feed(parser: SaxesParser<{ xmlns: true }>, bytes: Uint8Array): void {
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
    for (let at = 0; at < bytes.length; at += CHUNK)
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
    parser.write(decoder.decode()).close()
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('import-broken')
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = Buffer.from(bytes.subarray(0, 120)).toString('latin1')
  return /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8'
}

function nameOf(uri: string, local: string): string {
  if (uri === '') return local
  const prefix = prefixes[uri]
  return prefix === undefined ? `?:${local}` : `${prefix}:${local}`
}

/** The first child of this name. */
export function child(el: El | undefined, name: string): El | undefined {
  return el?.children.find((one): one is El => typeof one !== 'string' && one.name === name)
}

/** The children of this name, of any when none is asked for. */
export function elements(el: El | undefined, name?: string): El[] {
  return (el?.children ?? []).filter(
    (one): one is El => typeof one !== 'string' && (name === undefined || one.name === name),
  )
}

/** Every element inside of this name, in document order. */
export function inside(el: El, name: string): El[] {
  return elements(el).flatMap((one) => (one.name === name ? [one] : inside(one, name)))
}

export function textOf(el: El): string {
  return el.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('')
}

/** `w:val` of a child. */
export function val(el: El | undefined, name: string): string | undefined {
  return child(el, name)?.attrs['w:val']
}

/** A switch of WordprocessingML: present and not switched off; undefined when absent. */
export function toggle(el: El | undefined, name: string): boolean | undefined {
  const found = child(el, name)
  if (!found) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attrs['w:val'] ?? '1')
}

/** A whole number of an attribute; undefined when it is none. */
export function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined
}
