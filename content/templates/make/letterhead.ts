/**
 * What every paper shares: the page, the organisation's block, number and date, the signatory and the executor.
 *
 * Sizes follow the custom of Russian office papers: 14 pt, margins 30-15-20-20 mm, first line indented by 12.5 mm.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  type IParagraphOptions,
  convertMillimetersToTwip as mm,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

const FONT = 'Times New Roman'
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const bare = { top: none, bottom: none, left: none, right: none }

/** A paragraph of the body: justified, first line indented. */
export const body = (text: string) =>
  line(text, { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: mm(12.5) }, spacing: { line: 320 } })

/** A plain paragraph; bold and size are of its letters. */
export function line(
  text: string,
  { bold, size, ...paragraph }: IParagraphOptions & { bold?: boolean; size?: number } = {},
) {
  const run: ParagraphChild = new TextRun({ text, bold, size, font: FONT })
  return new Paragraph({ ...paragraph, children: [run] })
}

export const centred = (text: string, look: { bold?: boolean; size?: number } = {}) =>
  line(text, { ...look, alignment: AlignmentType.CENTER })

export const empty = () => line('')

/** Two columns without lines. */
export function columns(left: Paragraph[], right: Paragraph[], widths: [number, number] = [50, 50]) {
  const cells = [left, right].map(
    (children, at) =>
      new TableCell({
        children,
        borders: bare,
        verticalAlign: VerticalAlign.TOP,
        width: { size: widths[at] ?? 50, type: WidthType.PERCENTAGE },
      }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ children: cells, cantSplit: true })],
  })
}

/** The corner letterhead of a letter: who writes at the left, to whom at the right. */
export function letterhead() {
  return columns(
    [...organisationBlock(20), line(''), centred('{исходящая_дата} № {исходящий_номер}', { size: 24 })],
    [line('{должность_адресата_кому}'), line(''), line('{адресат_кому}')],
    [48, 52],
  )
}

/** The organisation over the whole width: for orders and notes. */
export function organisationHead() {
  return [
    ...organisationBlock(24),
    line('', { border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } } }),
  ]
}

function organisationBlock(size: number) {
  return [
    centred('{организация}', { bold: true, size }),
    // A line that an organisation left empty leaves no gap.
    centred('{#адрес_организации}', { size: 18 }),
    centred('{адрес_организации}', { size: 18 }),
    centred('{/адрес_организации}', { size: 18 }),
    centred('{#контакты_организации}', { size: 18 }),
    centred('{контакты_организации}', { size: 18 }),
    centred('{/контакты_организации}', { size: 18 }),
  ]
}

/** Post at the left, place for the hand, name at the right. */
export function signatoryBlock() {
  return [
    empty(),
    empty(),
    columns(
      [line('{должность_подписавшего}')],
      [line('{подписавший}', { alignment: AlignmentType.RIGHT })],
      [60, 40],
    ),
  ]
}

/** Who prepared the letter, in small letters at its end. */
export function executorBlock() {
  return [
    empty(),
    line('{#исполнитель}'),
    line('{исполнитель}', { size: 20 }),
    line('{/исполнитель}'),
    line('{#телефон_исполнителя}'),
    line('{телефон_исполнителя}', { size: 20 }),
    line('{/телефон_исполнителя}'),
  ]
}

/** A table with a head and one row that repeats. */
export function repeating(
  word: string,
  cells: { head: string; cell: string; width: number }[],
  { size = 24, padding = 60 } = {},
) {
  const last = cells.length - 1
  const cellOf = (text: string, width: number, bold: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      margins: { top: padding, bottom: padding, left: 100, right: 100 },
      children: [line(text, { bold, size })],
    })
  const opened = (text: string, at: number) =>
    `${at === 0 ? `{#${word}}` : ''}{${text}}${at === last ? `{/${word}}` : ''}`
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: cells.map(({ head, width }) => cellOf(head, width, true)),
      }),
      new TableRow({
        cantSplit: true,
        children: cells.map(({ cell, width }, at) => cellOf(opened(cell, at), width, false)),
      }),
    ],
  })
}

/** The bytes of a paper with these parts. */
export function paper(
  title: string,
  children: (Paragraph | Table)[],
  {
    margins = [20, 20, 30, 15],
  }: { margins?: [top: number, bottom: number, left: number, right: number] } = {},
): Promise<Buffer> {
  const [top = 0, bottom = 0, left = 0, right = 0] = margins.map((side) => mm(side))
  const document = new Document({
    creator: 'РСЭС',
    title,
    styles: { default: { document: { run: { font: FONT, size: 28, language: { value: 'ru-RU' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top, bottom, left, right },
          },
        },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}
