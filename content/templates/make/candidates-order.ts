import { AlignmentType } from 'docx'
import { body, centred, columns, empty, line, paper, repeating } from './letterhead.ts'

const day = '«____» ______________ 20___ г.'
const number = '№ ______________'

/** A draft order that approves a list of experts: day, number and signature are left for the hand. */
export const candidatesOrder = () =>
  paper('О перечне экспертов', [
    centred('{организация}', { bold: true, size: 26 }),
    empty(),
    centred('ПРИКАЗ', { bold: true }),
    empty(),
    columns([line(day)], [line(number, { alignment: AlignmentType.RIGHT })]),
    empty(),
    centred('{заголовок}', { bold: true }),
    empty(),
    body('{основание} приказываю:'),
    body('1. {действие} прилагаемый перечень экспертов по направлению «{направление}».'),
    body('2. Установить, что статус эксперта действует {срок}.'),
    body('3. Региональному оператору внести сведения об экспертах в региональный реестр экспертов.'),
    body('4. Контроль за исполнением настоящего приказа оставляю за собой.'),
    empty(),
    empty(),
    columns(
      [line('______________________'), line('(должность)', { size: 20 })],
      [
        line('______________ / ______________________', { alignment: AlignmentType.RIGHT }),
        line('(подпись)           (фамилия, инициалы)', { alignment: AlignmentType.RIGHT, size: 20 }),
      ],
      [40, 60],
    ),
    line('{#согласовано}'),
    line('СОГЛАСОВАНО', { bold: true }),
    line('{согласовано}'),
    line(`______________ / ______________________   ${day}`),
    line('{/согласовано}'),
    line('Приложение', { alignment: AlignmentType.RIGHT, pageBreakBefore: true }),
    line('к приказу', { alignment: AlignmentType.RIGHT }),
    line(`от ${day} ${number}`, { alignment: AlignmentType.RIGHT }),
    empty(),
    centred('Перечень экспертов', { bold: true }),
    centred('по направлению «{направление}»', { bold: true }),
    empty(),
    repeating('эксперты', [
      { head: '№', cell: 'номер', width: 7 },
      { head: 'Фамилия, имя, отчество', cell: 'имя', width: 26 },
      { head: 'Место работы', cell: 'место_работы', width: 25 },
      { head: 'Должность', cell: 'должность', width: 19 },
      { head: 'Направление', cell: 'направление_эксперта', width: 23 },
    ]),
  ])
