/** A reviewer at a DOCX of ours: comments and tracked changes put into the real package, as Word would. */
import PizZip from 'pizzip'

const by = (author: string, id: number) => `w:id="${id}" w:author="${author}" w:date="2026-03-02T10:00:00Z"`

export class Reviewed {
  readonly #zip: PizZip
  #document: string
  #comments: string
  #extended = ''
  #next = 5000

  constructor(bytes: Uint8Array) {
    this.#zip = new PizZip(bytes)
    this.#document = this.#zip.file('word/document.xml')?.asText() ?? ''
    this.#comments = this.#zip.file('word/comments.xml')?.asText() ?? ''
  }

  /** A comment on the first of these words. */
  comment(words: string, text: string, { author = 'Рецензент', parent = '', done = false } = {}): this {
    const id = this.#added(author, text, parent, done)
    const [before, after] = [`<w:commentRangeStart w:id="${id}"/>`, `<w:commentRangeEnd w:id="${id}"/>`]
    return this.#around(
      words,
      (run) => `${before}${run}${after}<w:r><w:commentReference w:id="${id}"/></w:r>`,
    )
  }

  /** An answer to the comment whose words contain these. */
  answer(to: string, text: string, author = 'Рецензент'): this {
    const at = this.#comments.indexOf(to)
    const whole = this.#comments.slice(at, this.#comments.indexOf('</w:comment>', at))
    const before = this.#comments.slice(0, at)
    const ids = [
      ...before
        .slice(before.lastIndexOf('<w:comment '))
        .concat(whole)
        .matchAll(/w14:paraId="(\w+)"/g),
    ]
    this.#added(author, text, ids.at(-1)?.[1] ?? '', false)
    return this
  }

  remove(words: string, author = 'Рецензент'): this {
    return this.#around(words, (run) => this.#deleted(run, author))
  }

  replace(words: string, others: string, author = 'Рецензент'): this {
    return this.#around(words, (run) => this.#deleted(run, author) + this.#inserted(others, author))
  }

  /** After the first of these words. */
  insert(words: string, others: string, author = 'Рецензент'): this {
    return this.#around(words, (run) => run + this.#inserted(others, author))
  }

  /** Any change of the body's XML. */
  edit(change: (xml: string) => string): this {
    this.#document = change(this.#document)
    return this
  }

  bytes(): Uint8Array {
    const part = 'word/_rels/document.xml.rels'
    const rels = this.#zip.file(part)?.asText() ?? ''
    this.#zip.file('word/document.xml', this.#document)
    this.#zip.file('word/comments.xml', this.#comments)
    this.#zip.file(
      'word/commentsExtended.xml',
      `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${this.#extended}</w15:commentsEx>`,
    )
    this.#zip.file(
      part,
      rels.replace(
        '</Relationships>',
        '<Relationship Id="ex" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
      ),
    )
    return this.#zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
  }

  #added(author: string, text: string, parent: string, done: boolean): number {
    this.#next += 1
    const paragraph = (0x0b000000 + this.#next).toString(16).toUpperCase()
    const words = `<w:p w14:paraId="${paragraph}"><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
    this.#comments = this.#comments.replace(
      '</w:comments>',
      `<w:comment ${by(escaped(author), this.#next)}>${words}</w:comment></w:comments>`,
    )
    const above = parent === '' ? '' : ` w15:paraIdParent="${parent}"`
    this.#extended += `<w15:commentEx w15:paraId="${paragraph}"${above} w15:done="${done ? 1 : 0}"/>`
    return this.#next
  }

  #deleted(run: string, author: string): string {
    this.#next += 1
    return `<w:del ${by(author, this.#next)}>${run.replaceAll('w:t', 'w:delText')}</w:del>`
  }

  #inserted(words: string, author: string): string {
    this.#next += 1
    return `<w:ins ${by(author, this.#next)}><w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:ins>`
  }

  /** Cuts the run in which the words stand and puts something in the place of their own run. */
  #around(words: string, make: (run: string) => string): this {
    const inXml = escaped(words)
    const pattern =
      /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g
    for (const found of this.#document.matchAll(pattern)) {
      const [whole, looks = '', text = ''] = found
      const at = text.indexOf(inXml)
      const before = this.#document.slice(0, found.index)
      if (at < 0 || before.lastIndexOf('<w:del ') > before.lastIndexOf('</w:del>')) continue
      const run = (part: string) =>
        part === '' ? '' : `<w:r>${looks}<w:t xml:space="preserve">${part}</w:t></w:r>`
      const made = run(text.slice(0, at)) + make(run(inXml)) + run(text.slice(at + inXml.length))
      this.#document = before + made + this.#document.slice(found.index + whole.length)
      return this
    }
    throw new RangeError(`no run with «${words}»`)
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
