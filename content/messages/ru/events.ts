import { counted } from '#content/messages/plural.ts'
import { eventPaper } from './event-paper.ts'
import { eventWork } from './event-work.ts'

const events_ = (n: number) => counted(n, 'мероприятие', 'мероприятия', 'мероприятий')
const seats = (n: number) => counted(n, 'место', 'места', 'мест')

/** Events: the catalogue, the page of one, a place in it. */
export const events = {
  title: 'Мероприятия',
  lead: 'Конференции, собрания и методические дни, на которых эксперты и педагоги делятся опытом оценки качества образования.',
  filters: 'Отбор мероприятий',
  facets: { series: 'Серия', direction: 'Направление экспертной деятельности' },
  views: { coming: 'Предстоящие', past: 'Прошедшие' },
  show: 'Показать',
  reset: 'Сбросить отбор',
  found: (n: number) => `Подходит ${events_(n)}`,
  calendar: 'Все мероприятия в календарь',
  create: 'Новое мероприятие',
  emptyTitle: 'Таких мероприятий нет',
  emptyText: 'Посмотрите прошедшие или уберите часть условий.',
  online: 'есть подключение',
  states: { draft: 'черновик', announced: 'объявлено', held: 'состоялось', cancelled: 'отменено' },
  free: (n: number) => (n === 0 ? 'мест нет, есть лист ожидания' : `свободно ${seats(n)}`),
  presented: 'Представлена на мероприятии',
  card: {
    number: (n: number) => `Мероприятие №\u00a0${n}`,
    edition: (edition: string) => `Выпуск ${edition}`,
    about: 'О мероприятии',
    programme: 'Программа',
    noProgramme: 'Программа появится позже.',
    practice: 'Практика',
    hidden: 'имя не раскрыто',
    facts: 'Сведения о мероприятии',
    when: 'Когда',
    place: 'Место',
    link: 'Подключение',
    organiser: 'Организатор',
    direction: 'Направление',
    seats: 'Мест',
    seatsOf: (taken: number, all: number) => `${all}, занято ${taken}`,
    until: 'Регистрация до',
    materials: 'Материалы',
    minutes: 'Протокол',
    toCalendar: 'Добавить в календарь',
    cancelled: 'Мероприятие отменено',
    reason: 'Причина',
    heldOn: 'Мероприятие состоялось',
    draftNote: 'Черновик. Страницу видят только организаторы.',
    certificates: 'Мои сертификаты',
    certificate: (number: string, role: string) => `Сертификат № ${number} (${role})`,
  },
  place: {
    title: 'Участие',
    register: 'Зарегистрироваться',
    wait: 'Встать в лист ожидания',
    signIn: 'Войти и зарегистрироваться',
    confirmed: 'Вы зарегистрированы',
    waiting: 'Вы в листе ожидания',
    waitingText: (before: number) =>
      before === 0
        ? 'Вы первый в очереди. Когда место освободится, придёт уведомление.'
        : `Перед вами в очереди: ${before}. Когда место освободится, придёт уведомление.`,
    over: 'Регистрация закончилась.',
    attended: 'Присутствие отмечено.',
    ticket: 'Мой билет',
    leave: 'Отказаться от участия',
    leaveLead:
      'Место сразу перейдёт первому в листе ожидания. Зарегистрироваться снова можно, но в конце очереди.',
    ticketTitle: 'Билет участника',
    ticketLead: 'Покажите код организатору при входе. Он отметит, что вы пришли.',
    ticketAlt: 'Код билета участника',
    ticketCode: 'Код словами',
  },
  check: {
    what: (number: string) => `Сертификат мероприятия № ${number}`,
    who: 'Кому выдан',
    noName: (number: number) => `участник площадки №\u00a0${number}, имя не раскрыто`,
  },
  paper: eventPaper,
  work: eventWork,
}
