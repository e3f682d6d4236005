import { counted, plural } from '#content/messages/plural.ts'

/** The start page of the cabinet and the ways through it. */
export const cabinetStart = {
  groups: {
    main: 'Главная',
    inbox: 'Уведомления',
    work: 'Участие',
    registry: 'Реестр и документы',
    data: 'Мои данные',
    account: 'Вход и письма',
  },
  where: (page: string) => `Кабинет: ${page}`,
  way: { title: 'Мой путь в реестр', all: 'Все заявления', go: 'Продолжить' },
  papers: 'Выписка, справка об участии и биография: сразу, с QR-кодом проверки.',
  given: (n: number) =>
    `${plural(n, 'Действует', 'Действуют', 'Действуют')} ${counted(n, 'выданный документ', 'выданных документа', 'выданных документов')}.`,
  waiting: (n: number) =>
    n > 99 ? 'больше 99 ждут решения' : `${n} ${plural(n, 'ждёт', 'ждут', 'ждут')} решения`,
  getPapers: 'Получить документ',
  nameOpen: 'Ваше имя в реестре видно всем.',
  nameHidden: 'Ваше имя в реестре скрыто: видны номер, направления и приказы.',
}

/** What waits for an answer of the person. */
export const cabinetTasks = {
  title: 'Ждёт вашего ответа',
  invitation: 'Приглашение',
  answers: (n: number) =>
    `${plural(n, 'Поручено', 'Поручены', 'Поручено')} ${counted(n, 'замечание', 'замечания', 'замечаний')}`,
  sheet: 'Экспертный лист',
  conclusion: 'Заключение группы: все листы пришли',
  until: (day: string) => `до ${day}`,
  actions: {
    invitation: 'Ответить',
    sheet: 'Заполнить',
    conclusion: 'Написать заключение',
    answers: 'Предложить ответы',
  },
}
