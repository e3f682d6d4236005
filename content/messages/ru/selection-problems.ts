import { counted } from '#content/messages/plural.ts'

/** Refusals of a selection: what stands in the way, and the smallest change that would let a composition be found. */
type Facts = Readonly<Record<string, string | number>>

const limits: Record<string, string> = {
  organisation: 'от организации не более',
  municipality: 'от муниципалитета не более',
  nominator: 'от выдвинувшей организации не более',
  high: 'высокого уровня не меньше',
}

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
  'selection-nominator': ({ most, to }: Facts) =>
    `Мешает ограничение «не более ${most} от одной выдвинувшей организации».${to === undefined ? '' : ` Состав нашёлся бы при «не более ${to}».`}`,
  'selection-high': ({ minimum, to }: Facts) =>
    `Мешает требование «не меньше ${minimum} высокого уровня».${to === undefined ? '' : ` Состав нашёлся бы при «не меньше ${to}».`}`,
  'selection-high-short': ({ minimum, count }: Facts) =>
    `Экспертов высокого уровня не хватает: нужно ${minimum}, подходит ${count}.`,
  'selection-fixed': ({ count }: Facts) =>
    `Обязательные члены группы (${count}) не помещаются в состав вместе с ограничениями. Снимите одного из них или ослабьте ограничения.`,
  'selection-fixed-absent':
    'Обязательного члена группы нельзя выбрать: у него конфликт интересов, закончился статус или нет нужной компетентности. Уберите его из запроса.',
  'selection-closed':
    'Запрос требует высокого уровня, а уровень не открыт. Состав по закрытым данным выбирает тот, у кого есть право их читать.',
  'lot-closed':
    'По закрытым данным жребий не проводят: вероятности публикуются и выдали бы уровень. Выберите лучший состав или уберите требование к уровню.',
  'request-direction-short': ({ direction, minimum, count }: Facts) =>
    Number(count) === 0
      ? `По направлению «${direction}» в реестре сейчас нет ни одного эксперта нужного уровня. Снимите его или выберите другой уровень.`
      : `По направлению «${direction}» нужно ${minimum}, а в реестре сейчас ${count}. Уменьшите число или выберите другой уровень.`,
  'request-pool-short': ({ size, count }: Facts) =>
    `Нужно ${size}, а по этим направлениям в реестре сейчас ${counted(Number(count), 'эксперт', 'эксперта', 'экспертов')}. Уменьшите состав или добавьте направление.`,
  'request-over-size': ({ size }: Facts) => `Больше, чем членов в группе: их ${size}.`,
  'request-period': 'Укажите, за сколько месяцев считать экспертизы.',
  'request-soft': 'Желательным отмечено направление, которого нет в запросе.',
  'panel-selected': 'Состав уже выбран: запрос не меняют. Выберите состав заново или отмените группу.',
  'request-stale': 'Запрос уже изменили. Откройте его снова: ваши значения остались в полях.',
  'named-unknown': 'В реестре нет эксперта с таким номером.',
  'named-twice': 'Этот человек уже назван в запросе.',
  'named-over-size': ({ size }: Facts) => `Обязательных членов не может быть больше, чем мест: их ${size}.`,
  'named-conflict': 'У этого эксперта конфликт интересов: обязательным членом группы он быть не может.',
  'named-unable':
    'Этот эксперт не подходит: нет действующего статуса по направлениям группы или имя не открыто.',
  'ease-nothing': 'Менять нечего: состав уже можно выбрать. Обновите страницу.',
  'selection-together': ({ first, firstTo, second, secondTo, organisation, municipality, to }: Facts) =>
    `Ограничения не выполнить вместе. ${
      first !== undefined
        ? `Состав нашёлся бы, если изменить два сразу: ${limits[String(first)] ?? 'по направлению'} ${firstTo}, ${limits[String(second)] ?? 'по направлению'} ${secondTo}.`
        : organisation !== undefined
          ? `Состав нашёлся бы при «не более ${organisation} от организации» и «не более ${municipality} от муниципалитета».`
          : to !== undefined
            ? `Наибольший возможный состав: ${to}.`
            : 'Уменьшите состав или ослабьте хотя бы два ограничения.'
    }`,
  'hand-reason': 'Напишите, почему состав выбран вручную.',
  'hand-loss': ({ points, best, loss, hundredths }: Facts) =>
    `Сумма баллов состава ${points}, у лучшего ${best}: меньше на ${loss} (−${(Number(hundredths) / 100).toLocaleString('ru')} %). Напишите, почему всё же этот состав.`,
}
