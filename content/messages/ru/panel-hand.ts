import { counted } from '#content/messages/plural.ts'

/** Choosing by hand: the list of those who fit, and the marks. */
export const panelHand = {
  title: 'Выбор вручную',
  lead: (size: number, reserve: number) =>
    `Отметьте ${size} в состав и до ${reserve} в запас. Ограничения проверятся при выборе, отметки не потеряются.`,
  find: 'Имя, номер или организация',
  show: 'Показать',
  caption: 'Подходящие эксперты',
  columns: {
    expert: 'Эксперт',
    directions: 'Направления',
    facts: 'Опыт и нагрузка',
    member: 'В состав',
    reserve: 'В запас',
  },
  facts: (finished: number, current: number, since: string) =>
    `${counted(finished, 'экспертиза', 'экспертизы', 'экспертиз')}, сейчас в работе ${current}, в реестре с ${since}`,
  more: (shown: number, all: number) => `На странице ${shown} из ${all}`,
  found: (all: number) => `Найдено: ${all}`,
  first: 'К началу списка',
  counted: (what: string, count: number) => `${what} (${count})`,
  organisation: 'Организация',
  load: 'Нагрузка',
  loads: { free: 'сейчас свободны', busy: 'заняты в экспертизах' },
  asked: 'Приглашения',
  askedWhen: { never: 'ещё не приглашали', before: 'давно не приглашали', lately: 'приглашали недавно' },
  lastAsked: (day: string) => `последнее приглашение ${day}`,
  empty: 'Никого не нашли',
  memberOf: (name: string) => `${name}: в состав`,
  reserveOf: (name: string) => `${name}: в запас`,
  submit: 'Сохранить состав',
  unknownPlace: 'место работы не показано',
}
