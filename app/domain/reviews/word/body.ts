/** The body of a document as WordprocessingML: headings, numbered units, lists, tables, pictures, notes, comments. */
import { ERRATUM_STYLE } from '#app/domain/reviews/importing/origin.ts'
import type { DocJson, NodeJson } from '#app/editor/check.ts'
import { escaped, HEAD, run, sheet, spaces } from './ooxml.ts'
import type { CommentSign } from './places.ts'
import { BULLETS } from './styles.ts'
import { tableXml } from './tables.ts'
import { type Links, runsOf } from './words.ts'

export interface Picture {
  /** of the relation */
  id: string
  width: number
  height: number
}

export interface BodyOf {
  signs: ReadonlyMap<string, CommentSign[]>
  links: Links
  picture: (file: string) => Picture | null
  /** whether a note stands at the foot of a page; others are printed after the text */
  refersTo: (note: string) => boolean
  /** what is told under a unit: its errata, each a paragraph */
  errata: ReadonlyMap<string, readonly string[]>
}

type Place = { properties: string; looks?: string }

const EMU = 9525 // a pixel at 96 to the inch
const WIDEST = 600 // pixels between the margins
const LEVELS = 9

export class Body {
  /** lists with numbers in order, as numbering.xml needs them */
  readonly ordered: { level: number; start: number }[] = []
  #pictures = 0

  constructor(readonly of: BodyOf) {}

  /** The part of the document. */
  xml(doc: DocJson): string {
    const blocks = this.#blocks(
      doc.content.filter(
        ({ type, attrs }) => type !== 'footnote' || !this.of.refersTo(String(attrs?.id ?? '')),
      ),
      { properties: '' },
    )
    const page =
      '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
    return `${HEAD}<w:document ${spaces}><w:body>${blocks}<w:sectPr>${page}${sheet}</w:sectPr></w:body></w:document>`
  }

  /** The words of a note, without its number. */
  note(node: NodeJson): string {
    return runsOf(node.content ?? [], [], this.of.links)
  }

  /** The errata of a unit, to stand right under its words; they are known again by their style. */
  errata(node: NodeJson): string {
    return (this.of.errata.get(String(node.attrs?.id ?? '')) ?? [])
      .map((line) => `<w:p><w:pPr><w:pStyle w:val="${ERRATUM_STYLE}"/></w:pPr>${run(line)}</w:p>`)
      .join('')
  }

  #blocks(nodes: readonly NodeJson[], place: Place): string {
    let [xml, before] = ['', '']
    for (const node of nodes) {
      // tables that touch become one
      if (node.type === 'table' && before === 'table') xml += '<w:p/>'
      xml += this.#block(node, place)
      before = node.type
    }
    return xml
  }

  #block(node: NodeJson, place: Place): string {
    switch (node.type) {
      case 'heading':
        return this.#paragraph(node, {
          properties: `<w:pStyle w:val="Heading${Number(node.attrs?.level ?? 1)}"/>`,
        })
      case 'paragraph':
      case 'footnote':
        return this.#paragraph(node, place)
      case 'blockquote':
        return this.#blocks(node.content ?? [], { properties: '<w:pStyle w:val="Quote"/>' })
      case 'bulletList':
      case 'orderedList':
        return this.#list(node, 0)
      case 'table': {
        const table = tableXml(node, (cell) => this.#blocks(cell.content ?? [], { properties: '' }))
        return node.attrs?.pageBreak === true ? `<w:p><w:r><w:br w:type="page"/></w:r></w:p>${table}` : table
      }
      case 'figure':
        return this.#figure(node)
      default:
        return ''
    }
  }

  #paragraph(node: NodeJson, { properties }: Place): string {
    const number = typeof node.attrs?.number === 'string' ? run(`${node.attrs.number} `) : ''
    const page = node.attrs?.pageBreak === true ? '<w:pageBreakBefore/>' : ''
    const signs = this.of.signs.get(String(node.attrs?.id ?? '')) ?? []
    // the order of properties is the schema's: style, page break, numbering
    const [style = ''] = /^<w:pStyle [^>]*>/.exec(properties) ?? []
    const inner = style + page + properties.slice(style.length)
    const words = runsOf(node.content ?? [], signs, this.of.links)
    return `<w:p>${inner === '' ? '' : `<w:pPr>${inner}</w:pPr>`}${number}${words}</w:p>${this.errata(node)}`
  }

  #list(list: NodeJson, depth: number): string {
    const level = Math.min(depth, LEVELS - 1)
    let id = BULLETS
    if (list.type === 'orderedList') {
      this.ordered.push({ level, start: Number(list.attrs?.start ?? 1) })
      id = BULLETS + this.ordered.length
    }
    const own = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
    const under = `<w:ind w:left="${(level + 1) * 425}"/>`
    return (list.content ?? [])
      .map((item) =>
        (item.content ?? [])
          .map((child, at) => {
            if (child.type.endsWith('List')) return this.#list(child, depth + 1)
            return this.#block(child, { properties: at === 0 ? own : under })
          })
          .join(''),
      )
      .join('')
  }

  #figure({ attrs }: NodeJson): string {
    const picture = this.of.picture(String(attrs?.file ?? ''))
    const alt = escaped(String(attrs?.alt ?? ''))
    if (!picture) return alt === '' ? '' : `<w:p>${run(`[${String(attrs?.alt ?? '')}]`)}</w:p>`
    const [asked, high] = [Number(attrs?.width ?? picture.width), Number(attrs?.height ?? picture.height)]
    const share = Math.min(1, WIDEST / asked)
    const [cx, cy] = [
      Math.max(1, Math.round(asked * share)) * EMU,
      Math.max(1, Math.round(high * share)) * EMU,
    ]
    this.#pictures += 1
    const id = this.#pictures
    return `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="Picture ${id}" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="Picture ${id}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${picture.id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  }
}
