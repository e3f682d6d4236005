import { counted } from '#content/messages/plural.ts'

const percents = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })
const experts = (n: number) => counted(n, 'эксперт', 'эксперта', 'экспертов')

/** Panels of all works of a contest at once, invitations by person, progress, the ranking. */
export const contestBatch = {
  title: 'Экспертные группы конкурса',
  lead: 'Составы всех работ подбираются вместе: точно, по компетентности, с учётом конфликтов интересов и нагрузки.',
  ask: 'Подобрать составы',
  again: 'Подобрать заново',
  fair: 'Сначала поднять самый слабый состав',
  fairHint: 'Иначе наибольшей делается сумма по всем работам.',
  cap: 'Показать цену ограничения вероятности, %',
  capHint:
    'Сколько соответствия стоило бы правило «никто не получит работу с вероятностью больше этой». Пусто: не считать.',
  running: 'Подбираем составы. Страницу можно закрыть.',
  progress: 'Сделано шагов',
  stop: 'Остановить',
  stalled: 'Подбор прервался вместе с сервером. Запустите его снова.',
  cancelled: 'Подбор остановлен.',
  failed: 'Подбор не удался. Запустите его снова.',
  impossible: 'Составы не подобрать: при этих ограничениях мест не заполнить.',
  relax: 'Хватило бы такого послабления:',
  relaxed: {
    organisation: (from: number, to: number) => `от организации не более ${to} вместо ${from}`,
    municipality: (from: number, to: number) => `от муниципалитета не более ${to} вместо ${from}`,
    loads: (added: number) => `на ${counted(added, 'работу', 'работы', 'работ')} больше у каждого эксперта`,
    k: (from: number, to: number) => `${experts(to)} на работу вместо ${from}`,
    deserted: (codes: string) =>
      `Этим работам никого не подобрать: ${codes}. Проверьте направления номинации.`,
  },
  figures: {
    total: 'Соответствие всех мест',
    worst: 'Самый слабый состав',
    bound: 'Больше не бывает',
    gap: 'До предела',
    proven: 'доказано',
    notProven: (gap: string) => `не доказано, зазор ${gap}`,
    distinct: 'Разных экспертов',
    seats: 'Мест',
    pool: 'Подходящих экспертов',
    seconds: (n: string) => `${n}\u00a0с`,
    time: 'Время расчёта',
    hash: 'Контрольная сумма',
  },
  points: (value: string) => `${value} из 100 на место`,
  prices: 'Цена ограничений',
  price: {
    quotas: 'Не более от организации и муниципалитета',
    load: 'Работ у эксперта не более',
    cap: (percent: number) => `Вероятность пары не более ${percent}\u00a0%`,
  },
  priceOf: (hundredths: number) =>
    hundredths === 0 ? 'ничего не стоит' : `−${percents.format(hundredths / 100)}\u00a0% соответствия`,
  priceNone: 'не посчитать при этих ограничениях',
  load: 'Нагрузка: сколько экспертов получили столько работ',
  loadOf: (n: number) => counted(n, 'работа', 'работы', 'работ'),
  loadUnit: 'Экспертов',
  strength: 'Сила составов: сколько работ с таким средним соответствием',
  strengthOf: (from: number, to: number) => `${from}–${to}`,
  strengthUnit: 'Работ',
  seats: 'Составы',
  columns: {
    code: 'Шифр',
    nomination: 'Номинация',
    experts: 'Эксперты',
    reserve: 'Запас',
    fit: 'Соответствие',
  },
  approve: 'Утвердить составы и пригласить',
  approveLead: (people: number, works: number) =>
    `Создадутся группы (${works}), ${experts(people)} получат по одному приглашению на все свои работы.`,
  approved: 'Составы утверждены, приглашения разосланы.',
  group: (n: number) => `Группа №\u00a0${n}`,
}
