import { plural } from '#content/messages/plural.ts'

const points = (n: number) => `${n} ${plural(n, 'балл', 'балла', 'баллов')}`
const rules: Record<string, string> = {
  nominator: 'ограничение по выдвинувшим организациям',
  high: 'требование высокого уровня',
  fixed: 'обязательные члены',
  organisation: 'ограничение по организациям',
  municipality: 'ограничение по муниципалитетам',
  direction: 'обязательное направление',
}
const rulesText = (codes: readonly string[]) => codes.map((code) => rules[code] ?? code).join(', ')

/** Why these people, why not others, and what each rule costs; for those who select, and of the own row for everybody. */
export const panelWhy = {
  title: 'Почему такой состав',
  link: 'Почему такой состав',
  lead: (of: string) =>
    `Расчёт по списку, который был зафиксирован при отборе: ${of}. Баллы: экспертизы и стаж в реестре минус текущая нагрузка.`,
  total: (n: number) => `Сумма баллов состава: ${n}`,
  proven: 'Доказано: при этих ограничениях большей суммы нет.',
  unproven:
    'Не доказано, что большей суммы нет: перебор остановлен на предельном числе шагов. Объяснения поэтому не считаются.',
  handLoss: (best: number, loss: string) => `У лучшего состава ${points(best)}, разница: ${loss}.`,
  handBest: 'Лучшего состава нет: этот набирает столько же.',
  handReason: (reason: string) => `Причина выбора вручную: ${reason}`,
  loss: (n: number, percent: string | null) =>
    n === 0 ? 'ничего' : `−${points(n)}${percent === null ? '' : ` (−${percent} соответствия)`}`,
  prices: 'Сколько стоит каждое ограничение',
  pricesLead: 'На столько сумма баллов была бы больше без него.',
  noPrices: 'Ограничений нет.',
  price: 'Цена',
  rule: 'Ограничение',
  directionRule: (title: string, minimum: number) => `«${title}»: не меньше ${minimum}`,
  members: 'Почему каждый',
  columns: { expert: 'Эксперт', why: 'Почему', without: 'Без него' },
  rank: (rank: number, of: number, n: number) => `${rank}-е место из ${of} по баллам (${points(n)})`,
  binding: (codes: readonly string[]) => `занимает последнее место по правилу: ${rulesText(codes)}`,
  same: 'сумма та же',
  needed: 'без этого человека состава нет',
  replacedBy: (who: string) => `вместо него: ${who}`,
  other: 'Почему не другой',
  otherNumber: 'Номер эксперта в реестре',
  ask: 'Показать',
  absent: (n: number) =>
    `Эксперта №\u00a0${n} нет в списке: нет статуса по направлениям группы или есть конфликт интересов.`,
  inPanel: (who: string) => `${who}: в составе.`,
  inBest: (who: string) => `${who}: в лучшем составе есть.`,
  outside: (who: string, rank: number, n: number) => `${who}: ${rank}-е место, ${points(n)}.`,
  wouldNeed: (n: number) => `Был бы в лучшем составе, если бы имел не меньше ${n} баллов.`,
  wouldWithout: (codes: readonly string[]) =>
    `Был бы в лучшем составе, если бы не действовало одно из правил: ${rulesText(codes)}.`,
  forced: (loss: string) => `С ним в составе сумма меньше: ${loss}.`,
  never: 'Ни баллы, ни отказ от одного из правил места не дали бы.',
  notReckoned: 'Оптимальность состава не доказана, поэтому точного ответа нет.',
  own: (rank: number, of: number, n: number) => `По баллам вы на ${rank}-м месте из ${of}: ${points(n)}.`,
  ownNeed: (n: number) => `Вы были бы выбраны, если бы имели не меньше ${n} баллов.`,
  ownWithout: (codes: readonly string[]) =>
    `Вы были бы выбраны, если бы не действовало одно из правил: ${rulesText(codes)}.`,
  handField: 'Почему состав выбран вручную',
  handHint: 'Если оставить пустым, сайт сначала покажет, сколько баллов теряет такой состав.',
}
