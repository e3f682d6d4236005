/** Campaigns of the assessment: how results are distributed over the bands. */
export const results = {
  title: 'Итоги оценки',
  lead: 'Распределение результатов каждой кампании по уровням. Только числа: чей какой балл, здесь не видно.',
  bring: 'Загрузить результаты',
  empty: 'Результатов пока не загружали',
  emptyText: 'Итоги появятся, когда будет записана первая таблица результатов.',
  passed: (passed: number, total: number) => `прошли ${passed} из ${total}`,
  about: 'О кампании',
  direction: 'Направление',
  day: 'День оценки',
  total: 'Участников',
  passedTerm: (percent: number) => `Больше ${percent}\u00a0%`,
  chart: 'Уровни сформированности профессиональных компетенций',
  unit: 'Участников',
  band: (title: string, from: number, below: number | null) =>
    below === null ? `${title}, от ${from}\u00a0%` : `${title}, от ${from} до ${below}\u00a0%`,
  share: (count: string, percent: number) => `${count} (${percent}\u00a0%)`,
  note: (percent: number) =>
    `Верхняя граница в уровень не входит. Уровень и прохождение считаются отдельно: ровно ${percent}\u00a0% — ещё не пройдена. Проценты целые, в сумме могут отличаться от ста.`,
}
