import { by } from './panel-object.ts'

type Facts = Readonly<Record<string, string | number>>

/** What people are told on a conclusion; `day` prints a day. */
export const conclusionNotices = (day: (value: string | number | undefined) => string) => ({
  'conclusion.to-agree': ({ title, until }: Facts) =>
    `Согласуйте текст экспертного заключения до ${day(until)}: «${title}»`,
  'conclusion.agree-soon': ({ title, until }: Facts) =>
    `Ждём вашего ответа на текст заключения до ${day(until)}: «${title}»`,
  'conclusion.changed': ({ title }: Facts) =>
    `Текст заключения вернули на доработку, согласование начнётся заново: «${title}»`,
  'conclusion.agreed': ({ title }: Facts) =>
    `Все ответили на текст заключения, можно подписывать: «${title}»`,
  'conclusion.term-over': ({ title }: Facts) => `Срок согласования заключения вышел: «${title}»`,
  'conclusion.to-sign': ({ title }: Facts) => `Подпишите экспертное заключение: «${title}»`,
  'conclusion.deputy': ({ title }: Facts) => `Вы действуете за председателя экспертной группы: «${title}»`,
  'conclusion.conflict': ({ title }: Facts) =>
    `Перед подписанием заключения найден конфликт интересов: «${title}»`,
  'conclusion.revoked': ({ number, title, about }: Facts) =>
    `Отозвано экспертное заключение №\u00a0${number} ${by(title, about)}`,
  'work-paper.revoked': ({ title }: Facts) => `Отозвана справка об участии в экспертизе: «${title}»`,
  'work-paper.given': ({ title }: Facts) => `Выдана справка об участии в экспертизе: «${title}»`,
})
