import {
  BorderStyle,
  convertMillimetersToTwip as mm,
  type Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import { line, paper } from './letterhead.ts'

const cut = { style: BorderStyle.DASHED, size: 6, color: '808080' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const cell = (children: Paragraph[], width: number) =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: mm(4), bottom: mm(4), left: mm(4), right: mm(4) },
    borders: { top: cut, bottom: cut, left: none, right: none },
    children,
  })

/** Slips to be cut along the dashed lines: whose, the number, the code, what to do with them. */
export const activationSlips = () =>
  paper('Листки с кодами', [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: { left: none, right: none, insideVertical: none },
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            cell(
              [
                line('{#листки}{заголовок}', { size: 20 }),
                line('{имя}', { bold: true, size: 26 }),
                line('{как}', { size: 20 }),
                line('{срок}', { size: 20 }),
              ],
              62,
            ),
            cell(
              [
                line('Номер', { size: 18 }),
                line('{номер}', { bold: true, size: 28 }),
                line('Код', { size: 18 }),
                line('{код}{/листки}', { bold: true, size: 30 }),
              ],
              38,
            ),
          ],
        }),
      ],
    }),
  ])
