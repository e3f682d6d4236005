/** Words of `npm run panels:lottery` and `npm run panels:replay`: tools of an operator, Russian only like the other commands. */
import { plural } from '#content/messages/plural.ts'
import { contestLots } from './contest-lots.ts'
import { panelPapers } from './panel-papers.ts'

type Fact = number | string
const percent = (value: number) =>
  `${(value * 100).toLocaleString('ru', { minimumFractionDigits: 3, maximumFractionDigits: 3 })}\u00a0%`
const people = (n: number) => `${n} ${plural(n, 'человек', 'человека', 'человек')}`
const methods = { hand: 'вручную', best: 'лучший состав', lot: 'по жребию' }
const unreadable = (file: string) => `${file}: файл не читается`

export const panelsLottery = {
  help: [
    'npm run --silent panels:lottery -- PEOPLE.csv CATEGORIES.csv --size N [--id СТОЛБЕЦ] [--json]',
    '',
    'Считает самый справедливый жребий при квотах: вероятность каждого и возможные составы с весами.',
    '--size  сколько человек в составе',
    '--id    столбец с обозначением человека; без него id или первый столбец не из категорий',
    '--json  один объект JSON; иначе таблица',
  ].join('\n'),
  unreadable,
  infeasible: 'Ни один состав не соблюдает все квоты. Наименьшее послабление, при котором состав есть:',
  change: (name: string, from: { min: number; max: number }, to: { min: number; max: number }) =>
    `  ${name}: от ${to.min} до ${to.max} вместо от ${from.min} до ${from.max}`,
  summary: (pool: number, size: number, least: number) =>
    `В списке ${people(pool)}, в составе ${size}, наименьшая вероятность ${percent(least)}`,
  columns: { weight: 'вес', members: 'состав' },
  fault: (code: string, at: string, facts: readonly Fact[]) =>
    `${at === '' ? '' : `${at}: `}${
      {
        'size-wrong': 'размер состава (--size) — целое число больше 0',
        'pool-short': `в составе ${facts[0]}, а в списке только ${facts[1]}`,
        'no-head': 'в первой строке должны стоять category, feature, min, max',
        'no-feature': 'не заполнены category или feature',
        'min-above-max': `min ${facts[0]} больше max ${facts[1]} (${facts[2]})`,
        twice: `«${facts[0]}» уже стоит в строке ${facts[1]}`,
        'no-quotas': 'нет ни одной квоты',
        'column-twice': `два столбца называются «${facts[0]}»`,
        'no-category-column': `нет столбца для категории «${facts[0]}»`,
        'no-id': 'нет обозначения человека',
        'no-quota': `в столбце «${facts[0]}» стоит «${facts[1]}», для этого нет квоты`,
        'no-people': 'в списке никого нет',
        'no-column': `нет столбца «${facts[0]}»`,
        'not-whole': `в столбце ${facts[0]} стоит «${facts[1]}», а нужно целое число от 0`,
        empty: 'файл пуст',
        'cells-more': 'ячеек больше, чем в первой строке',
        'too-long': `строк больше ${facts[0]}`,
        'not-text': 'это не текст',
      }[code] ?? code
    }`,
  at: (file: string, line?: number) => (line === undefined ? file : `${file}, строка ${line}`),
}

export const panelsReplay = {
  help: [
    'npm run --silent panels:replay -- PROTOCOL.json [--json]',
    '',
    'Повторяет отбор по одному протоколу, без базы данных, и называет каждую строку, которая не сходится.',
  ].join('\n'),
  unreadable,
  notJson: (file: string) => `${file}: не читается как JSON`,
  fault: (at: string, code: keyof typeof panelPapers.protocol.faults) =>
    `${at}: ${panelPapers.protocol.faults[code]}`,
  lotFault: (at: string, code: keyof typeof contestLots.faults) => `${at}: ${contestLots.faults[code]}`,
  lot: (works: number, pool: number, drawn: boolean) =>
    drawn
      ? `Жребий воспроизводится: работ ${works}, в списке ${people(pool)}. Каждая строка сходится`
      : `Жребий объявлен и ещё не проведён: работ ${works}, в списке ${people(pool)}. Каждая строка сходится`,
  announced: (pool: number) =>
    `Жребий объявлен и ещё не проведён, в списке ${people(pool)}. Каждая строка сходится`,
  holds: (members: number, pool: number, method: keyof typeof methods) =>
    `Отбор воспроизводится: ${members} из ${pool}, способ: ${methods[method]}`,
  proven: 'Доказано: при этих списке и правилах большей суммы баллов нет',
  unproven: 'Не доказано, что большей суммы баллов нет: перебор остановлен на предельном числе шагов',
}
