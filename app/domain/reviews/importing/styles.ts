/** Styles of a DOCX: what of a paragraph's looks says what it is — outline level, numbering, page break, hidden words. */
import { ERRATUM_STYLE } from './origin.ts'
import { child, type El, elements, toggle, val, whole } from './xml.ts'

export interface NumberingRef {
  numId?: string
  ilvl?: number
  /** the style that carries the number, for the level linked to it */
  styleId?: string
}

export interface ParagraphStyle {
  /** 0 to 8; 9 and undefined are body text */
  outline?: number
  numbering?: NumberingRef
  pageBreak?: boolean
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  strike?: boolean
  kind?: 'title' | 'contents' | 'quote' | 'erratum'
  vertical?: 'superscript' | 'subscript' | 'baseline'
}

// A heading style may be translated, or be a copy whose own name says what it is.
const headingName =
  /^(?:heading|заголовок|überschrift|titre|título|titolo|nagłówek|заголовок ур(?:\.|овня)?)\s*([1-9])$/iu
const titleName = /^(?:title|название|заголовок документа|titel|titre)$/iu
const contentsName = /^(?:toc|оглавление|содержание)\s*\d$/iu
const verticals = ['superscript', 'subscript', 'baseline'] as const
const quoteName = /^(?:(?:intense )?quote|(?:выделенная )?цитата(?: \d)?)$/iu

export class Styles {
  readonly #styles = new Map<string, El>()
  readonly #resolved = new Map<string, ParagraphStyle>()
  readonly #defaults: { paragraph?: string } = {}

  constructor(root: El | undefined) {
    for (const style of elements(root, 'w:style')) {
      const id = style.attrs['w:styleId']
      if (id === undefined) continue
      if (!this.#styles.has(id)) this.#styles.set(id, style)
      const isDefault = ['1', 'true', 'on'].includes(style.attrs['w:default'] ?? '')
      if (isDefault && style.attrs['w:type'] === 'paragraph') this.#defaults.paragraph = id
    }
  }

  /** A paragraph's style with what it is based on; the default one when none is named. */
  paragraph(id: string | undefined): ParagraphStyle {
    const known = id !== undefined && this.#styles.has(id) ? id : this.#defaults.paragraph
    return known === undefined ? {} : this.#resolve(known, 0)
  }

  /** A style of characters. */
  run(id: string | undefined): ParagraphStyle {
    return id !== undefined && this.#styles.has(id) ? this.#resolve(id, 0) : {}
  }

  /** The numbering of a style of lists, followed by `numStyleLink`. */
  numberingOf(id: string): string | undefined {
    return this.#styles.has(id) ? this.#resolve(id, 0).numbering?.numId : undefined
  }

  #resolve(id: string, depth: number): ParagraphStyle {
    const known = this.#resolved.get(id)
    if (known) return known
    const style = this.#styles.get(id)
    if (!style || depth > 40) return {}
    const base = val(style, 'w:basedOn')
    const above = base === undefined || base === id ? {} : this.#resolve(base, depth + 1)
    const resolved = { ...above, ...ownOf(style, id, above) }
    this.#resolved.set(id, resolved)
    return resolved
  }
}

function ownOf(style: El, id: string, above: ParagraphStyle): ParagraphStyle {
  const paragraph = child(style, 'w:pPr')
  const name = (val(style, 'w:name') ?? id).trim()
  const named = headingName.exec(name)
  const outline = whole(val(paragraph, 'w:outlineLvl')) ?? (named ? Number(named[1]) - 1 : undefined)
  const numbering = numberingOf(paragraph)
  return {
    ...defined({
      outline,
      numbering: numbering && { ...above.numbering, ...numbering, styleId: id },
      pageBreak: toggle(paragraph, 'w:pageBreakBefore'),
      kind: kindOf(name),
    }),
    ...runStyleOf(child(style, 'w:rPr')),
  }
}

function kindOf(name: string): ParagraphStyle['kind'] {
  if (titleName.test(name)) return 'title'
  if (contentsName.test(name)) return 'contents'
  if (name === ERRATUM_STYLE) return 'erratum'
  return quoteName.test(name) ? 'quote' : undefined
}

/** The numbering that properties of a paragraph name; undefined when they are silent. */
export function numberingOf(properties: El | undefined): NumberingRef | undefined {
  const found = child(properties, 'w:numPr')
  if (!found) return undefined
  return defined({ numId: val(found, 'w:numId'), ilvl: whole(val(found, 'w:ilvl')) })
}

/** What properties of characters say, without what they do not say. */
export function runStyleOf(properties: El | undefined): ParagraphStyle {
  if (!properties) return {}
  const struck = toggle(properties, 'w:strike') ?? toggle(properties, 'w:dstrike')
  return defined({
    bold: toggle(properties, 'w:b'),
    italic: toggle(properties, 'w:i'),
    hidden: toggle(properties, 'w:vanish'),
    vertical: verticals.find((one) => one === val(properties, 'w:vertAlign')),
    strike: struck,
  })
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T
}
