/**
 * A comparison as DOCX: inserted and deleted words are Word's own revisions, so that a reader accepts or rejects them
 * there. Accepting all gives the newer text, rejecting all the older words in the order of the newer one. Where a moved
 * unit stood, and which remarks caused a change, is said in Word's comments, so that no word is added to the text.
 */
import PizZip from 'pizzip'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import { withTables } from '#app/domain/reviews/word/compared-tables.ts'
import { sheet } from '#app/domain/reviews/word/ooxml.ts'
import { BULLETS, CELL_STYLE, numberingXml, stylesXml, TITLE_STYLE } from '#app/domain/reviews/word/styles.ts'
import type { DiffPart, DiffRow } from './comparing.ts'

export type PrintedRow = Pick<DiffRow, 'change' | 'parts'> & {
  block: Pick<BlockInput, 'blockId' | 'parentId' | 'kind' | 'depth' | 'number' | 'data'>
  /** said beside the change, each as a comment of its own */
  notes: readonly string[]
}
export interface PrintedComparison {
  title: string
  /** whose revisions they are in Word: the newer version */
  author: string
  /** when the newer version was published */
  at: Date
  /** the language of the text */
  lang: string
  rows: readonly PrintedRow[]
}

const NAMESPACE = 'http://schemas.openxmlformats.org'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const OFFICE = `${NAMESPACE}/officeDocument/2006/relationships`
const types = `${HEAD}<Types xmlns="${NAMESPACE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="${WORD}.comments+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/></Types>`
const relations = `${HEAD}<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`
const parts = `${HEAD}<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/comments" Target="comments.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`
const xmlns = `xmlns:w="${NAMESPACE}/wordprocessingml/2006/main"`

/** The bytes of the file. */
export function comparisonDocx(printed: PrintedComparison): Uint8Array {
  const marks = new Marks(printed.author, printed.at)
  const title = `<w:p><w:pPr><w:pStyle w:val="${TITLE_STYLE}"/></w:pPr>${run(printed.title)}</w:p>`
  const body = withTables(printed.rows, {
    unit: (row) => paragraph(row, marks),
    row: (revision) => `<w:${revision} ${marks.next()}/>`,
  })
  const zip = new PizZip()
  zip.file('[Content_Types].xml', types)
  zip.file('_rels/.rels', relations)
  zip.file('word/_rels/document.xml.rels', parts)
  zip.file('word/styles.xml', stylesXml(printed.lang))
  zip.file('word/numbering.xml', numberingXml([]))
  zip.file('word/comments.xml', `${HEAD}<w:comments ${xmlns}>${marks.comments.join('')}</w:comments>`)
  zip.file(
    'word/document.xml',
    `${HEAD}<w:document ${xmlns}><w:body>${title}${body}<w:sectPr>${sheet}</w:sectPr></w:body></w:document>`,
  )
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Numbers of revisions and comments; each is used once in the file. */
class Marks {
  readonly comments: string[] = []
  #revision = 0
  readonly #who: string

  constructor(author: string, at: Date) {
    this.#who = `w:author="${escaped(author)}" w:date="${at.toISOString().slice(0, 19)}Z"`
  }

  next(): string {
    this.#revision += 1
    return `w:id="${this.#revision}" ${this.#who}`
  }

  comment(text: string): { begin: string; end: string } {
    const id = this.comments.length
    this.comments.push(
      `<w:comment w:id="${id}" ${this.#who}><w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${run(text)}</w:p></w:comment>`,
    )
    return {
      begin: `<w:commentRangeStart w:id="${id}"/>`,
      end: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    }
  }
}

const wholly: Partial<Record<DiffRow['change'], 'ins' | 'del'>> = { inserted: 'ins', deleted: 'del' }

function paragraph({ change, parts, block, notes }: PrintedRow, marks: Marks): string {
  const whole = wholly[change]
  const markRevision = whole ? `<w:rPr><w:${whole} ${marks.next()}/></w:rPr>` : ''
  const comments = notes.map((note) => marks.comment(note))
  const number = numberOf(block)
  const shown: DiffPart[] = number ? [{ op: whole ?? 'same', text: number }, ...parts] : parts
  const words = shown.map((part) => revised(part, marks)).join('')
  return `<w:p><w:pPr>${styleOf(block)}${markRevision}</w:pPr>${comments.map(({ begin }) => begin).join('')}${words}${comments.map(({ end }) => end).join('')}</w:p>`
}

/** How the unit looks, as in an exported version. */
function styleOf({ kind, depth, data }: PrintedRow['block']): string {
  const named = (id: string) => `<w:pStyle w:val="${id}"/>`
  if (kind === 'heading') return named(`Heading${Math.min(Math.max(depth, 1), 4)}`)
  if (kind === 'note') return named('FootnoteText')
  if (data.column) return named(CELL_STYLE)
  const level = Math.min(Math.max(depth, 1), 9)
  const bullet = `<w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="${BULLETS}"/></w:numPr>`
  const hanging = `<w:ind w:left="${425 * level}" w:hanging="425"/>`
  if (kind !== 'item') return ''
  return data.list === 'bullet' ? bullet : hanging
}

/** What is printed before the words: a number or nothing; a bullet is Word's own. */
function numberOf({ number, data }: PrintedRow['block']): string {
  return number && !data.numberInText ? `${number} ` : ''
}

function revised({ op, text }: DiffPart, marks: Marks): string {
  if (op === 'same') return run(text)
  if (op === 'ins') return `<w:ins ${marks.next()}>${run(text)}</w:ins>`
  return `<w:del ${marks.next()}>${run(text, 'w:delText')}</w:del>`
}

/** A hard break of the text is one in Word. */
function run(text: string, element = 'w:t'): string {
  const lines = text
    .split('\n')
    .map((line) => `<${element} xml:space="preserve">${escaped(line)}</${element}>`)
  return `<w:r>${lines.join('<w:br/>')}</w:r>`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows none of them
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(unprintable, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
