/** Words of `npm run panels:assign`: an operator's tool, Russian only like the other commands. */
type Shown = {
  status: string
  total: number
  worst: number
  distinct: number
  bound: number
  gap: number
}
type Change = { quota: string; from: number; to: number }

const quotas: Record<string, string> = {
  organisation: 'от одной организации',
  municipality: 'от одного муниципалитета',
  'min-high': 'мест для высокого уровня',
  'max-probability': 'наибольшая вероятность пары',
  cap: 'нагрузка эксперта',
  loads: 'надбавка к нагрузке каждого эксперта',
  k: 'состав группы',
}
const number = (value: number) => value.toLocaleString('ru', { maximumFractionDigits: 6 })
const status: Record<string, string> = {
  optimal: 'доказано: лучшего состава нет',
  feasible: 'состав найден, разрыв до границы не закрыт',
}

export const panelsAssign = {
  help: [
    'npm run --silent panels:assign -- ФАЙЛ.json --k N [--cap N] [--max-per organisation=1,municipality=1]',
    '    [--min-high N] [--max-probability P] [--objective sum|maxmin] [--json]',
    '',
    'Подбирает по N экспертов каждой работе так, чтобы сумма соответствия была наибольшей, и доказывает это.',
    '--cap              сколько работ может взять эксперт; нагрузка из файла (loads) важнее',
    '--max-per          не больше стольких из одной организации, одного муниципалитета в группе',
    '--min-high         не меньше стольких экспертов высокого уровня по теме работы, где они есть',
    '--max-probability  вероятности вместо состава, у каждой пары не больше P (от 0 до 1)',
    '--objective        sum: наибольшая сумма; maxmin: сначала лучшая из худших групп, затем сумма',
    '--json             один объект JSON, номера как в файле; иначе таблица',
  ].join('\n'),
  option: (name: string) => `--${name}: нужно другое значение, см. --help`,
  noCap: 'В файле нет нагрузки экспертов (loads), нужна --cap',
  noGroup: (name: string) => `--max-per: в файле не сказано, у кого какой признак «${name}»`,
  groupTwice: (name: string) => `--max-per: признак «${name}» назван дважды`,
  noLevels: '--min-high: в файле нет уровней экспертов по темам',
  notNested:
    '--max-probability: признаки из --max-per должны быть вложены один в другой, вместе с --min-high нельзя',
  tooLarge: (megabytes: number) => `Файл больше ${megabytes} МБ`,
  notJson: 'Файл не читается как JSON',
  unreadable: 'Файл не читается',
  unknown:
    'Состава не нашлось, и не доказано, что его нет. Ослабьте квоты или разделите работы на несколько запусков',
  fault: (code: string, at: string, facts: readonly (number | string)[]) =>
    ({
      'not-object': 'Файл: нужен объект JSON',
      'no-form': 'Файл: нужны experts и subs или affinity',
      wrong: `${at || 'файл'}: недопустимое значение (${facts[0]})`,
      'too-many-topics': `${at}: тем больше ${facts[0]}`,
      'too-many-pairs': `${at}: пар больше ${facts[0]}`,
      'no-topic': `${at}: «${facts[0]}» не номер темы`,
      twice: `${at}: номер ${facts[0]} стоит дважды`,
      uneven: `${at}: значений ${facts[0]}, а экспертов ${facts[1]}`,
      stranger: `${at}: ${facts[0]} нет среди ${facts[1]}`,
    })[code] ?? code,
  summary: (shown: Shown) =>
    [
      `Итог: ${status[shown.status]}`,
      `Соответствие: ${number(shown.total)}, граница: ${number(shown.bound)}, разрыв: ${number(shown.gap)}`,
      `Худшая группа: ${number(shown.worst)}. Разных экспертов: ${number(shown.distinct)}`,
    ].join('\n'),
  panel: (submission: number, experts: readonly number[]) => `${submission}\t${experts.join(', ')}`,
  probability: (expert: number, submission: number, p: number) => `${expert}\t${submission}\t${number(p)}`,
  heads: { panels: 'Работа\tЭксперты', probabilities: 'Эксперт\tРабота\tВероятность' },
  infeasible: 'Такого состава нет',
  relaxation: (changes: readonly Change[]) =>
    [
      'Наименьшее послабление, при котором состав есть:',
      ...changes.map(
        ({ quota, from, to }) => `  ${quotas[quota] ?? quota}: ${number(to)} вместо ${number(from)}`,
      ),
    ].join('\n'),
  hopeless: (submissions: readonly number[]) =>
    `Послаблений мало: некому смотреть работы ${submissions.slice(0, 20).join(', ')}${submissions.length > 20 ? '…' : ''}`,
}
