import { AlignmentType } from 'docx'
import { body, centred, columns, empty, line, organisationHead, paper, signatoryBlock } from './letterhead.ts'

/** «Справка об участии в экспертизе»: what the expert shows at work. */
export const participationNote = () =>
  paper('Справка об участии в экспертизе', [
    ...organisationHead(),
    empty(),
    columns([line('{исходящая_дата}')], [line('№ {исходящий_номер}', { alignment: AlignmentType.RIGHT })]),
    empty(),
    empty(),
    centred('СПРАВКА', { bold: true }),
    centred('об участии в экспертизе', { bold: true }),
    empty(),
    body(
      'Дана {эксперту_кому}, {должность_эксперту_кому}, в подтверждение участия в экспертизе {экспертная_группа} в качестве {роль} с {первый_день} по {последний_день}.',
    ),
    body('Объём выполненной работы: {часы}.'),
    body('Справка выдана для представления по месту требования.'),
    ...signatoryBlock(),
  ])
