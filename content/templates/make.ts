/**
 * Makes summary.docx, the template of the printed summary. Run it after changing the layout here:
 * `npx tsx content/templates/make.ts`. The result is committed, so that nobody needs this to start the site.
 *
 * Placeholders in braces are filled by docxtemplater; {#rows} … {/rows} repeats its row of the table.
 */
import { writeFileSync } from 'node:fs'
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

const columns = [
  { head: 'headNumber', cell: '{#rows}{number}', width: 5 },
  { head: 'headPlace', cell: '{place}', width: 11 },
  { head: 'headPassage', cell: '{passage}', width: 18 },
  { head: 'headAuthor', cell: '{author}', width: 11 },
  { head: 'headRemark', cell: '{remark}', width: 20 },
  { head: 'headProposed', cell: '{proposed}', width: 14 },
  { head: 'headDecision', cell: '{decision}', width: 9 },
  { head: 'headReason', cell: '{reason}{/rows}', width: 12 },
] as const

const words = (text: string, { bold = false, size = 18 } = {}) =>
  new TextRun({ text, bold, size, font: 'Times New Roman' })
const line = (text: string, look: { bold?: boolean; size?: number; center?: boolean } = {}) =>
  new Paragraph({
    alignment: look.center ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { after: 80 },
    children: [words(text, { size: 22, ...look })],
  })
const cell = (text: string, width: number, bold: boolean) =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    children: [new Paragraph({ children: [words(text, { bold })] })],
  })

const table = new Table({
  width: { size: 100, type: WidthType.PERCENTAGE },
  rows: [
    new TableRow({
      tableHeader: true,
      children: columns.map(({ head, width }) => cell(`{${head}}`, width, true)),
    }),
    new TableRow({
      cantSplit: false,
      children: columns.map((column) => cell(column.cell, column.width, false)),
    }),
  ],
})

const summary = new Document({
  creator: 'RSES',
  title: 'summary',
  sections: [
    {
      properties: {
        page: {
          size: { orientation: PageOrientation.LANDSCAPE },
          margin: { top: 850, bottom: 850, left: 850, right: 850 },
        },
      },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [
                words('{footer}  ', { size: 16 }),
                new TextRun({ children: [PageNumber.CURRENT], size: 16 }),
              ],
            }),
          ],
        }),
      },
      children: [
        line('{#demo}{demo}{/demo}', { bold: true, center: true, size: 18 }),
        line('{heading}', { bold: true, center: true, size: 28 }),
        line('{document}', { center: true, size: 24 }),
        line('{facts}', { center: true }),
        line('{#note}{note}{/note}'),
        table,
        line(''),
        line('{totals}'),
        line('{hash}', { size: 16 }),
      ],
    },
  ],
})

writeFileSync(new URL('./summary.docx', import.meta.url), await Packer.toBuffer(summary))
