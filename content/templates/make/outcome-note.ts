import { Table, TableCell, TableRow, WidthType } from 'docx'
import { body, centred, empty, line, paper } from './letterhead.ts'

type Column = { head: string; cell: string; width: number }

/** A table whose one row repeats for each of its rows. */
const table = (columns: readonly Column[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [true, false].map(
      (isHead) =>
        new TableRow({
          tableHeader: isHead,
          children: columns.map(
            ({ head, cell, width }) =>
              new TableCell({
                width: { size: width, type: WidthType.PERCENTAGE },
                children: [line(isHead ? head : cell, { bold: isHead, size: 22 })],
              }),
          ),
        }),
    ),
  })

/** What a discussion brought: who took part, how much was said and decided, what changed in the text. */
export const outcomeNote = () =>
  paper('Справка об итогах обсуждения', [
    centred('{#демонстрация}{демонстрация}{/демонстрация}', { bold: true, size: 18 }),
    centred('{организация}', { size: 24 }),
    empty(),
    centred('{заголовок}', { bold: true, size: 28 }),
    centred('{проект}', { size: 24 }),
    centred('{сведения}', { size: 20 }),
    empty(),
    body('{срок} {итоги}'),
    empty(),
    line('Участники', { bold: true }),
    table([
      { head: 'Муниципалитет', cell: '{#участники}{муниципалитет}', width: 50 },
      { head: 'В качестве кого', cell: '{роль}', width: 35 },
      { head: 'Сколько', cell: '{человек}{/участники}', width: 15 },
    ]),
    empty(),
    line('Замечания и предложения по видам', { bold: true }),
    table([
      { head: 'Вид', cell: '{#виды}{вид}', width: 85 },
      { head: 'Число', cell: '{число}{/виды}', width: 15 },
    ]),
    empty(),
    line('Решения', { bold: true }),
    table([
      { head: 'Решение', cell: '{#решения}{решение}', width: 85 },
      { head: 'Число', cell: '{число_решений}{/решения}', width: 15 },
    ]),
    empty(),
    line('Основные изменения', { bold: true }),
    table([
      { head: 'Структурная единица', cell: '{#изменения}{структурная_единица}', width: 20 },
      { head: 'Было', cell: '{было}', width: 32 },
      { head: 'Стало', cell: '{стало}', width: 32 },
      { head: '№ замечаний', cell: '{замечания}{/изменения}', width: 16 },
    ]),
    line('{#об_изменениях}{об_изменениях}{/об_изменениях}'),
    empty(),
    body('{#итог}{итог}{/итог}'),
    line('{#подпись}{подпись}{/подпись}'),
    line('{контрольная_сумма}', { size: 16 }),
  ])
