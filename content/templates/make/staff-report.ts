import { AlignmentType } from 'docx'
import { centred, empty, line, paper, repeating } from './letterhead.ts'

/** The report of a municipality or an organisation on its experts and applicants, a line an organisation. */
export const staffReport = () =>
  paper(
    'Отчёт по организациям',
    [
      centred('{заголовок}', { bold: true }),
      centred('{чей}', { size: 26 }),
      centred('{на_день}', { size: 24 }),
      empty(),
      repeating('организации', [
        { head: 'Организация', cell: 'организация', width: 34 },
        { head: 'Экспер\u00adтов', cell: 'экспертов', width: 9 },
        { head: 'Претен\u00adдентов', cell: 'претендентов', width: 10 },
        { head: 'Ждём согласия', cell: 'ждём_согласия', width: 10 },
        { head: 'Пригла\u00adшений за год', cell: 'приглашений', width: 10 },
        { head: 'Ответов', cell: 'ответов', width: 8 },
        { head: 'Участ\u00adвуют', cell: 'участвуют', width: 8 },
        { head: 'Сведения подтвер\u00adждены', cell: 'подтверждено', width: 11 },
      ]),
      empty(),
      line('{примечание}', { size: 20, alignment: AlignmentType.LEFT }),
    ],
    { landscape: true },
  )
