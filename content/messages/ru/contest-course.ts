import { counted } from '#content/messages/plural.ts'

const works = (n: number) => counted(n, 'работа', 'работы', 'работ')
const ofWorks = (n: number) => counted(n, 'работу', 'работы', 'работ')

/** How a contest is judged: answers, sheets and what is done for many works at once; an expert's answer for all works. */
export const contestCourse = {
  title: 'Ход экспертизы',
  lead: 'Кто ответил, чьи листы сданы и чего ждёт каждая работа. Работы названы шифрами.',
  empty: 'Экспертизы пока нет',
  emptyText: 'Здесь появятся работы, когда составы будут утверждены.',
  columns: {
    code: 'Шифр',
    nomination: 'Номинация',
    answers: 'Согласились',
    sheets: 'Листов сдано',
    next: 'Чего ждёт',
    panel: 'Группа',
  },
  of: (done: number, all: number) => `${done} из ${all}`,
  next: {
    vacant: 'некого пригласить',
    answers: 'ответов экспертов',
    ready: 'открытия листов',
    sheets: 'экспертных листов',
    third: 'третьего эксперта',
    done: 'итогов',
  },
  totals: 'Сколько работ чего ждёт',
  totalsUnit: 'Работ',
  term: (day: string) => `Листы сдают по ${day}.`,
  vacant: (n: number) =>
    `${works(n)} без эксперта: отказались и запасные. Откройте группу работы и пригласите другого.`,
  ready: (n: number) => `Все эксперты согласились: ${works(n)}.`,
  openAll: 'Открыть листы',
  apart: (n: number) =>
    `Оценки расходятся сильнее допустимого: ${works(n)}. Можно пригласить третьего эксперта.`,
  callAll: 'Пригласить третьих экспертов',
  awaited: (answers: number, sheets: number) =>
    `Ждём: ответов на приглашения – ${answers}, экспертных листов – ${sheets}.`,
  remind: 'Напомнить всем',
  done: 'Листы сданы. Можно подводить итоги.',
  toRanking: 'К итогам',
  refused: (code: string, reason: string) => `Работа ${code}: ${reason}`,
  refusedTitle: 'Остались без изменений',
  answer: {
    title: (contest: string) => `Работы конкурса «${contest}»`,
    lead: (n: number, hours: number) =>
      `Вас просят оценить ${ofWorks(n)}. На каждую нужно около ${counted(hours, 'часа', 'часов', 'часов')}.`,
    until: (day: string) => `Ответьте по ${day}.`,
    sheetsBy: (day: string) => `Листы сдают по ${day}`,
    which: 'Какие работы берёте',
    whichHint: 'Снимите отметку с тех, от которых отказываетесь.',
    work: (code: string, nomination: string) => `Работа ${code}, ${nomination}`,
    papers: 'Что вы подписываете по каждой принятой работе',
    reason: 'Почему отказываетесь',
    reasonHint: 'Нужно, если хотя бы одна работа не отмечена. Видит только секретарь.',
    submit: 'Отправить ответ',
    declineAll: 'Чтобы отказаться от всех, снимите все отметки и назовите причину.',
    held: (codes: string) =>
      `Ответ не принят по работам: ${codes}. Срок прошёл, или у вас конфликт интересов.`,
    mine: 'Мои работы',
    state: {
      waiting: 'ждёт ответа',
      late: 'срок ответа прошёл',
      accepted: 'вы согласились',
      declined: 'вы отказались',
      later: 'не сейчас',
      expired: 'вы не ответили',
      released: 'вы больше не нужны',
      left: 'вы вышли',
      sheet: 'заполните лист',
      sent: 'лист сдан',
    },
    fill: 'Заполнить лист',
    sheet: 'Мой лист',
    files: 'Работа',
  },
  invitedAs: (contest: string, n: number) => `Конкурс «${contest}», ждём ответа: ${works(n)}`,
  openAnswers: 'Ответить сразу по всем',
}
