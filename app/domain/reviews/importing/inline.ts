/** The words of a paragraph: runs, links, fields, tracked changes, signs of comments and notes. */
import type { NodeJson } from '#app/editor/check.ts'
import { isSafeHref } from '#app/editor/links.ts'
import type { Context } from './context.ts'
import { drawn } from './drawing.ts'
import { loss, type Mark, sign, words } from './pieces.ts'
import { type ParagraphStyle, runStyleOf } from './styles.ts'
import { symbolOf } from './symbols.ts'
import { child, type El, elements, inside, textOf, val } from './xml.ts'

export interface Surroundings {
  /** what the paragraph's style says of characters: a heading is bold anyway */
  style: ParagraphStyle
  marks: Mark[]
  /** blocks that stand inside the words: text boxes */
  boxes: El[]
}

/** Inline pieces of the children of a paragraph or of anything that stands in one. */
export function inlineOf(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  return elements(el).flatMap((one) => piecesOf(one, ctx, around))
}

function piecesOf(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  switch (el.name) {
    case 'w:r':
      return run(el, ctx, around)
    case 'w:hyperlink':
      return hyperlink(el, ctx, around)
    case 'w:ins':
    case 'w:moveTo':
      return inserted(el, ctx, around)
    case 'w:del':
    case 'w:moveFrom':
      return deleted(el, ctx, around)
    case 'w:fldSimple':
      return simpleField(el, ctx, around)
    case 'w:sdt':
      return [...formLoss(el), ...inlineOf(child(el, 'w:sdtContent') ?? el, ctx, around)]
    case 'w:commentRangeStart':
      return [sign({ type: '#comment', attrs: { id: el.attrs['w:id'] ?? '', end: false } })]
    case 'w:commentRangeEnd':
      return [sign({ type: '#comment', attrs: { id: el.attrs['w:id'] ?? '', end: true } })]
    case 'm:oMath':
    case 'm:oMathPara':
      return [words(inside(el, 'm:t').map(textOf).join(' '), around.marks), loss('formula')]
    case 'mc:AlternateContent':
      return inlineOf(child(el, 'mc:Choice') ?? child(el, 'mc:Fallback') ?? el, ctx, around)
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:dir':
    case 'w:bdo':
      return inlineOf(el, ctx, around)
    default:
      return []
  }
}

/** A list to choose from, a tick: of a form only the words that it shows now are kept. */
function formLoss(sdt: El): NodeJson[] {
  const properties = child(sdt, 'w:sdtPr')
  const forms = ['w:dropDownList', 'w:comboBox', 'w:date', 'w14:checkbox']
  return forms.some((name) => child(properties, name)) ? [loss('form')] : []
}

function inserted(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  ctx.counts[el.name === 'w:ins' ? 'inserted' : 'moved'] += el.name === 'w:ins' ? 1 : 0
  const inner = inlineOf(el, ctx, around)
  if (ctx.accepts) return inner
  const text = inner.map((one) => one.text ?? (one.type === 'hardBreak' ? '\n' : '')).join('')
  const signs = inner.filter(({ type }) => type === '#comment')
  if (text === '') return signs
  return [sign({ type: '#change', attrs: { at: 'insert', key: ctx.change(el, text) } }), ...signs]
}

function deleted(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  ctx.counts[el.name === 'w:del' ? 'deleted' : 'moved'] += 1
  const inner = inlineOf(el, ctx, around)
  if (ctx.accepts) return inner.filter(({ type }) => type === '#comment')
  const key = ctx.change(el, '')
  return [
    sign({ type: '#change', attrs: { at: 'from', key } }),
    ...inner,
    sign({ type: '#change', attrs: { at: 'to', key } }),
  ]
}

function hyperlink(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  const relation = ctx.relation(el.attrs['r:id'])
  const anchor = el.attrs['w:anchor']
  const href = relation?.external ? relation.target + (anchor ? `#${anchor}` : '') : null
  if (href === null) {
    const inner = inlineOf(el, ctx, around)
    return ctx.inContents ? inner : [...inner, loss('link')]
  }
  if (!isSafeHref(href)) return [...inlineOf(el, ctx, around), loss('link')]
  const mark: Mark = { type: 'link', attrs: { href } }
  return inlineOf(el, ctx, { ...around, marks: [...around.marks, mark] })
}

function simpleField(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  const href = hrefOf(el.attrs['w:instr'] ?? '')
  const marks: Mark[] = href === null ? [] : [{ type: 'link', attrs: { href } }]
  const inner = inlineOf(el, ctx, { ...around, marks: [...around.marks, ...marks] })
  return href === null ? [...inner, loss('field')] : inner
}

function hrefOf(code: string): string | null {
  const href = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1]
  return href !== undefined && isSafeHref(href) ? href : null
}

function run(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  const properties = ctx.properties(child(el, 'w:rPr'), 'w:rPrChange')
  const style = { ...ctx.styles.run(val(properties, 'w:rStyle')), ...runStyleOf(properties) }
  const hidden = style.hidden ?? around.style.hidden ?? false
  const marks = [...around.marks, ...marksOf(style, around), ...fieldMarks(ctx)]
  const pieces = elements(el).flatMap((one) => pieceOfRun(one, ctx, { ...around, marks }))
  const seen = pieces.some(({ text }) => text !== undefined && text.trim() !== '')
  if (hidden) return seen ? [loss('hidden')] : pieces.filter(({ type }) => type === '#comment')
  if (seen && (style.strike ?? around.style.strike)) pieces.push(loss('strike'))
  if (seen && highlighted(properties)) pieces.push(loss('format'))
  return pieces
}

function marksOf(style: ParagraphStyle, around: Surroundings): Mark[] {
  const marks: Mark[] = []
  if (
    style.bold ??
    (around.style.kind === undefined && around.style.outline === undefined && around.style.bold)
  )
    marks.push({ type: 'bold' })
  if (style.italic ?? (around.style.outline === undefined && around.style.italic))
    marks.push({ type: 'italic' })
  const vertical = style.vertical ?? around.style.vertical
  if (vertical === 'superscript' || vertical === 'subscript') marks.push({ type: vertical })
  return marks
}

/** Looks that may mean something: underlined, highlighted. */
function highlighted(properties: El | undefined): boolean {
  const [underline, highlight] = [val(properties, 'w:u'), val(properties, 'w:highlight')]
  return (
    (underline !== undefined && underline !== 'none') || (highlight !== undefined && highlight !== 'none')
  )
}

function fieldMarks(ctx: Context): Mark[] {
  const href = hrefOf(ctx.fields.findLast(({ phase }) => phase === 'result')?.code ?? '')
  return href === null ? [] : [{ type: 'link', attrs: { href } }]
}

function pieceOfRun(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  if (el.name === 'w:fldChar') return fieldSign(el, ctx)
  if (el.name === 'w:instrText' || el.name === 'w:delInstrText') {
    const field = ctx.fields.at(-1)
    if (field?.phase === 'code') field.code = (field.code + textOf(el)).slice(0, 2000)
    return []
  }
  return ctx.inCode ? [] : shownPiece(el, ctx, around)
}

function shownPiece(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  switch (el.name) {
    case 'w:t':
    case 'w:delText': {
      const text = textOf(el).replace(/[\t\n\r]+/g, ' ')
      return text === '' ? [] : [words(text, around.marks)]
    }
    case 'w:tab':
    case 'w:ptab':
      return [words(' ', around.marks)]
    case 'w:cr':
      return [{ type: 'hardBreak' }]
    case 'w:br':
      return el.attrs['w:type'] === 'page' ? [pageBreak] : [{ type: 'hardBreak' }]
    case 'w:noBreakHyphen':
      return [words('\u2011', around.marks)]
    case 'w:softHyphen':
      return [words('\u00ad', around.marks)]
    case 'w:sym': {
      const symbol = symbolOf(el.attrs['w:font'] ?? '', el.attrs['w:char'] ?? '')
      return symbol === null ? [loss('symbol')] : [words(symbol, around.marks)]
    }
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return noteSign(el, ctx)
    case 'w:commentReference':
      return [sign({ type: '#comment', attrs: { id: el.attrs['w:id'] ?? '', end: true } })]
    case 'w:ruby':
      return inlineOf(child(el, 'w:rubyBase') ?? el, ctx, around)
    case 'mc:AlternateContent':
      return elements(child(el, 'mc:Choice') ?? child(el, 'mc:Fallback')).flatMap((one) =>
        shownPiece(one, ctx, around),
      )
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return drawn(el, ctx, around)
    default:
      return []
  }
}

/** A page break among the words; paragraphs.ts moves it to where a block begins. */
const pageBreak: NodeJson = { type: '#page' }

function fieldSign(el: El, ctx: Context): NodeJson[] {
  const kind = el.attrs['w:fldCharType']
  if (kind === 'begin') ctx.fields.push({ phase: 'code', code: '' })
  const field = ctx.fields.at(-1)
  if (kind === 'separate' && field) field.phase = 'result'
  if (kind !== 'end' || !field) return []
  const contents = ctx.inContents
  ctx.fields.pop()
  const known = hrefOf(field.code) !== null || /^\s*(TOC|PAGEREF)\b/i.test(field.code)
  return known || contents || ctx.inCode ? [] : [loss('field')]
}

function noteSign(el: El, ctx: Context): NodeJson[] {
  const kind = el.name === 'w:footnoteReference' ? 'foot' : 'end'
  const note = ctx.notes.get(`${kind}:${el.attrs['w:id'] ?? ''}`)
  return note ? [sign({ type: '#note', attrs: { note: note.id } })] : []
}
