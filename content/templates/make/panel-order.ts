import { AlignmentType } from 'docx'
import {
  body,
  centred,
  columns,
  empty,
  line,
  organisationHead,
  paper,
  repeating,
  signatoryBlock,
} from './letterhead.ts'

/** A draft order: approves the members of a panel and names its chair. */
export const panelOrder = () =>
  paper('О составе экспертной группы', [
    ...organisationHead(),
    empty(),
    centred('ПРИКАЗ', { bold: true }),
    empty(),
    columns([line('{исходящая_дата}')], [line('№ {исходящий_номер}', { alignment: AlignmentType.RIGHT })]),
    empty(),
    centred('О составе экспертной группы', { bold: true }),
    empty(),
    body('{основание} приказываю:'),
    body('1. Утвердить состав экспертной группы для экспертизы {экспертная_группа}:'),
    empty(),
    repeating('состав', [
      { head: '№', cell: 'номер', width: 8 },
      { head: 'Фамилия, имя, отчество', cell: 'имя', width: 34 },
      { head: 'Должность', cell: 'должность', width: 36 },
      { head: 'В группе', cell: 'роль', width: 22 },
    ]),
    empty(),
    body('2. Назначить председателем экспертной группы {председателя_кого}.'),
    body('3. Экспертной группе подготовить мотивированное экспертное заключение до {последний_день}.'),
    body('4. Контроль за исполнением приказа оставляю за собой.'),
    ...signatoryBlock(),
  ])
