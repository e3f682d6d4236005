import { AlignmentType } from 'docx'
import { centred, line, paper, repeating } from './letterhead.ts'

/**
 * The report of a municipality or an organisation on its experts and applicants, a line an organisation: small enough
 * for some forty on one page; more flow on under the same head.
 */
export const staffReport = () =>
  paper(
    'Отчёт по организациям',
    [
      centred('{заголовок}', { bold: true, size: 24 }),
      centred('{чей}', { size: 22 }),
      line('{на_день}', { size: 20, alignment: AlignmentType.CENTER, spacing: { after: 120 } }),
      repeating(
        'организации',
        [
          { head: 'Организация', cell: 'организация', width: 40 },
          { head: 'Экспер\u00adтов', cell: 'экспертов', width: 8 },
          { head: 'Претен\u00adдентов', cell: 'претендентов', width: 8 },
          { head: 'Ждём согласия', cell: 'ждём_согласия', width: 10 },
          { head: 'Пригла\u00adшений за год', cell: 'приглашений', width: 10 },
          { head: 'Отве\u00adтов', cell: 'ответов', width: 7 },
          { head: 'Участ\u00adвуют', cell: 'участвуют', width: 8 },
          { head: 'Сведения подтвер\u00adждены', cell: 'подтверждено', width: 9 },
        ],
        { size: 17, padding: 12 },
      ),
      line('{примечание}', { size: 18, alignment: AlignmentType.LEFT, spacing: { before: 120 } }),
    ],
    { margins: [12, 12, 15, 12] },
  )
