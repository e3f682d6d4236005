import { AlignmentType } from 'docx'
import { body, centred, columns, empty, line, paper, repeating } from './letterhead.ts'

const day = '«____» ______________ 20___ г.'
const number = '№ ______________'

const head = (title: string) => [
  centred('{организация}', { bold: true, size: 26 }),
  empty(),
  centred('ПРИКАЗ', { bold: true }),
  empty(),
  columns([line(day)], [line(number, { alignment: AlignmentType.RIGHT })]),
  empty(),
  centred(title, { bold: true }),
  empty(),
]

const signature = () => [
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
]

const people = () => [
  line('Приложение', { alignment: AlignmentType.RIGHT, pageBreakBefore: true }),
  line('к приказу', { alignment: AlignmentType.RIGHT }),
  line(`от ${day} ${number}`, { alignment: AlignmentType.RIGHT }),
  empty(),
  centred('Состав экспертной группы', { bold: true }),
  empty(),
  repeating('состав', [
    { head: '№', cell: 'номер', width: 7 },
    { head: 'Фамилия, имя, отчество', cell: 'имя', width: 30 },
    { head: 'Место работы, должность', cell: 'место_работы', width: 35 },
    { head: 'В группе', cell: 'роль', width: 28 },
  ]),
]

const last = (from: number) => [
  body(
    `${from}. Экспертной группе подготовить мотивированное экспертное заключение, экспертные листы представить не позднее {последний_день}.`,
  ),
  body(`${from + 1}. Контроль за исполнением настоящего приказа оставляю за собой.`),
]

/** A draft order that approves the composition of a panel: day, number and signature are left for the hand. */
export const compositionOrder = () =>
  paper('О составе экспертной группы', [
    ...head('О составе экспертной группы'),
    body('В целях проведения экспертизы {предмет} приказываю:'),
    body('1. Утвердить прилагаемый состав экспертной группы № {номер_группы} с запасным составом.'),
    body('2. Экспертиза проводится по направлениям: {направления}.'),
    body(
      '3. Председатель экспертной группы: {председатель}. Заместитель председателя: {заместитель}. Секретарь: {секретарь}.',
    ),
    ...last(4),
    ...signature(),
    ...people(),
  ])

/** A draft order that changes the composition. */
export const compositionAmendment = () =>
  paper('Об изменении состава экспертной группы', [
    ...head('Об изменении состава экспертной группы'),
    body('В целях завершения экспертизы {предмет} приказываю:'),
    body(
      '1. Внести в состав экспертной группы № {номер_группы}, утверждённый приказом {приказ}, изменения: {изменения}.',
    ),
    body(
      '2. Изложить состав экспертной группы в прилагаемой редакции. Председатель: {председатель}. Заместитель председателя: {заместитель}. Секретарь: {секретарь}.',
    ),
    ...last(3),
    ...signature(),
    ...people(),
  ])
