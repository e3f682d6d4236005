import { counted, plural } from '#content/messages/plural.ts'

const exact = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })
const points = (n: number) => `${exact.format(n)}\u00a0${plural(n, 'балл', 'балла', 'баллов')}`

/** Agreement of the members' marks, as the chair sees it. */
export const panelAgreement = {
  title: 'Согласованность оценок',
  calm: (n: number) => `Ни по одному критерию оценки не расходятся больше чем на ${points(n)}.`,
  apart: (count: number, n: number) =>
    `${counted(count, 'критерий', 'критерия', 'критериев')} с расхождением больше чем на ${points(n)}`,
  thirdExpert:
    'Оценок две, и они расходятся. Пригласите третьего эксперта или обсудите расхождение до выпуска заключения.',
  consensusRound:
    'Обсудите расхождения с группой до выпуска заключения и объясните их в мотивировочной части.',
  columns: { criterion: 'Критерий', marks: 'Оценки', outlying: 'Стоит особняком', act: 'Что сделать' },
  range: (least: number, most: number) => `от ${exact.format(least)} до ${exact.format(most)}`,
  nobody: '—',
  acts: { 'third-expert': 'третий эксперт', 'consensus-round': 'согласование' },
  alpha: (value: number) => `Альфа Криппендорфа (порядковая шкала): ${exact.format(value)}`,
  interval: (low: number, high: number) =>
    `95\u00a0% интервал от ${exact.format(low)} до ${exact.format(high)}`,
  alphaText: 'Единица — полное согласие, ноль — такое, какое даёт случай.',
  small: (objects: number) =>
    `Сравнить можно ${counted(objects, 'критерий', 'критерия', 'критериев')}: этого мало, смотрите на интервал, а не на само число.`,
  none: 'Альфа Криппендорфа: нет данных. Нужны хотя бы две оценки одного критерия и не все одинаковые.',
}
