/**
 * Makes summary.docx, the template of the printed summary. Run it after changing the layout here:
 * `npx tsx content/templates/make.ts`. The result is committed, so that nobody needs this to start the site.
 *
 * Words in braces are those of content/templates.yaml; {#строки} … {/строки} repeats its row of the table.
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
  { head: '№', cell: '{#строки}{номер}', width: 4 },
  { head: 'Структурная единица', cell: '{структурная_единица}', width: 9 },
  { head: 'Текст проекта', cell: '{текст_проекта}', width: 15 },
  { head: 'Автор, когда и как поступило', cell: '{автор}\n{как_поступило}', width: 12 },
  { head: 'Замечание или предложение', cell: '{замечание}', width: 17 },
  { head: 'Предлагаемая редакция', cell: '{предлагаемая_редакция}', width: 13 },
  { head: 'Решение', cell: '{решение}', width: 8 },
  { head: 'Обоснование', cell: '{обоснование}', width: 11 },
  { head: 'Что изменено', cell: '{где_внесено}\n{стало}{/строки}', width: 11 },
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
    children: text.split('\n').map((part) => new Paragraph({ children: [words(part, { bold })] })),
  })

const table = new Table({
  width: { size: 100, type: WidthType.PERCENTAGE },
  rows: [
    new TableRow({
      tableHeader: true,
      children: columns.map(({ head, width }) => cell(head, width, true)),
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
                words('{проект} · с.\u00a0', { size: 16 }),
                new TextRun({ children: [PageNumber.CURRENT], size: 16 }),
              ],
            }),
          ],
        }),
      },
      children: [
        line('{#демонстрация}{демонстрация}{/демонстрация}', { bold: true, center: true, size: 18 }),
        line('{организация}', { center: true, size: 24 }),
        line('{заголовок}', { bold: true, center: true, size: 28 }),
        line('{проект}', { center: true, size: 24 }),
        line('{сведения}', { center: true }),
        line('{#примечание}{примечание}{/примечание}'),
        table,
        line(''),
        line('{итоги}'),
        line('{#подпись}{подпись}{/подпись}'),
        line('{контрольная_сумма}', { size: 16 }),
      ],
    },
  ],
})

writeFileSync(new URL('./summary.docx', import.meta.url), await Packer.toBuffer(summary))
