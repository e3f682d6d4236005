/**
 * Filling: a DOCX template and words become a paper.
 *
 * A template may name words and repeat rows, nothing else: no expressions, no raw XML, no change of braces. What it
 * names is read from own properties of plain data, so neither a template nor a value can reach anything of the server.
 */
import Docxtemplater from 'docxtemplater'
import InspectModule from 'docxtemplater/js/inspect-module.js'
import PizZip from 'pizzip'
import { Problem } from '#app/domain/problem.ts'

/** Words by their name in braces; rows repeat, `true` shows what stands between {#слово} and {/слово}. */
export type Words = { readonly [word: string]: string | boolean | readonly Words[] }

/** A name in braces with, for rows, the names between its opening and closing. */
export interface Placeholder {
  word: string
  inside: Placeholder[]
  /** {^слово}: shown when there is none */
  inverted: boolean
}

export interface Filled {
  bytes: Uint8Array
  /** words that the template names and the data lack, each once */
  missing: string[]
}

export interface FillOptions {
  /** what stands for a missing word; by default nothing */
  blank?: (word: string) => string
  /** a line put at the top of the paper, e.g. that the data are a demonstration's */
  notice?: string
}

/** Fills the template. Throws Problem('template-broken') when its braces do not match. */
export function fillTemplate(
  bytes: Uint8Array,
  words: Words,
  { blank = () => '', notice }: FillOptions = {},
): Filled {
  const missing = new Set<string>()
  const document = open(new PizZip(bytes), (word) => {
    missing.add(word)
    return clean(blank(word))
  })
  document.render(cleaned(words))
  const zip = document.getZip() as PizZip
  if (notice) stamp(zip, notice)
  return { bytes: zip.generate({ type: 'uint8array', compression: 'DEFLATE' }), missing: [...missing] }
}

/** The names in braces of every part of the document. Problems: template-broken, template-expression. */
export function placeholdersOf(zip: PizZip): Placeholder[] {
  const inspect = new InspectModule()
  const document = open(zip, () => '', inspect)
  return document.targets.flatMap((part) => inspect.getStructuredTags(part).map(placeholderOf))
}

/** Text that XML can hold: without control characters and halves of surrogate pairs. */
export function clean(text: string): string {
  return text.replace(unprintable, '').replace(halves, '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these break the XML
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const plainName = /^\p{L}[\p{L}\p{N}_]*$/u

function open(zip: PizZip, missing: (word: string) => string, inspect?: InspectModule): Docxtemplater {
  try {
    return new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      syntax: { changeDelimiterPrefix: null },
      // Runs once a tag while it renders, with the scope of its row; then the rows and the paper around it are asked.
      parser: (tag) => ({ get: (scope: unknown) => own(scope, tag) }),
      nullGetter: (part: { module?: string; value: string }) => (part.module ? '' : missing(part.value)),
      ...(inspect ? { modules: [inspect] } : {}),
      errorLogging: false,
    })
  } catch (error) {
    throw new Problem('template-broken', { where: wordsOf(error) }, 'file')
  }
}

function own(scope: unknown, name: string): unknown {
  if (scope === null || typeof scope !== 'object' || !plainName.test(name) || !Object.hasOwn(scope, name))
    return undefined
  const value: unknown = Reflect.get(scope, name)
  // An empty word is a missing one; false and no rows hide their section.
  return value === '' ? undefined : value
}

function cleaned(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => {
      if (typeof value === 'string') return [name, clean(value)]
      return [name, typeof value === 'boolean' ? value : value.map(cleaned)]
    }),
  )
}

type Part = { value: string; module?: string; inverted?: boolean; subparsed?: Part[] }

function placeholderOf(part: Part): Placeholder {
  const { value, module, inverted = false, subparsed = [] } = part
  if ((module !== undefined && module !== 'loop') || !plainName.test(value))
    throw new Problem('template-expression', { word: value.slice(0, 60) }, 'file')
  return { word: value, inverted, inside: subparsed.map(placeholderOf) }
}

/** The tags that docxtemplater complains of, as they stand in the document. */
function wordsOf(error: unknown): string {
  const properties = error instanceof Error && 'properties' in error ? (error.properties as Complaint) : {}
  const all = properties.errors ?? [{ properties }]
  return [...new Set(all.map((one) => one.properties?.xtag ?? ''))]
    .filter(Boolean)
    .slice(0, 5)
    .join(', ')
    .slice(0, 200)
}

type Complaint = { xtag?: string; errors?: { properties?: { xtag?: string } }[] }

function stamp(zip: PizZip, notice: string): void {
  const part = 'word/document.xml'
  const xml = zip.file(part)?.asText() ?? ''
  const paragraph = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:i/><w:sz w:val="18"/></w:rPr><w:t>${escaped(clean(notice))}</w:t></w:r></w:p>`
  zip.file(
    part,
    xml.replace(/<w:body(\s[^>]*)?>/, (body) => body + paragraph),
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
