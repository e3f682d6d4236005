/** Refusals of a selection: what stands in the way, and the smallest change that would let a composition be found. */
type Facts = Readonly<Record<string, string | number>>

export const selectionProblems = {
  'selection-size': ({ size, count }: Facts) => `Нужно отметить ${size}, а отмечено ${count}.`,
  'selection-organisation': ({ most, to }: Facts) =>
    `Мешает ограничение «не более ${most} от организации».${to === undefined ? '' : ` Состав нашёлся бы при «не более ${to}».`}`,
  'selection-municipality': ({ most, to }: Facts) =>
    `Мешает ограничение «не более ${most} от муниципалитета».${to === undefined ? '' : ` Состав нашёлся бы при «не более ${to}».`}`,
  'selection-direction': ({ minimum, count, to }: Facts) =>
    `Одно из направлений не закрыто: нужно ${minimum}, есть ${count}. ${to === undefined ? 'Без него состав нашёлся бы' : `Состав нашёлся бы, если по нему нужно ${to}`}.`,
  'selection-direction-short': ({ minimum, count }: Facts) =>
    `По одному из направлений не хватает экспертов: нужно ${minimum}, подходит ${count}.`,
  'selection-pool-short': ({ size, count }: Facts) => `Нужно ${size} человек, а подходит только ${count}.`,
  'selection-together': ({ organisation, municipality, to }: Facts) =>
    `Ограничения не выполнить вместе. ${
      organisation !== undefined
        ? `Состав нашёлся бы при «не более ${organisation} от организации» и «не более ${municipality} от муниципалитета».`
        : to !== undefined
          ? `Наибольший возможный состав: ${to}.`
          : 'Уменьшите состав или ослабьте хотя бы два ограничения.'
    }`,
  'hand-reason': 'Напишите, почему состав выбран вручную.',
  'hand-loss': ({ points, best, loss, hundredths }: Facts) =>
    `Сумма баллов состава ${points}, у лучшего ${best}: меньше на ${loss} (−${(Number(hundredths) / 100).toLocaleString('ru')} %). Напишите, почему всё же этот состав.`,
}
