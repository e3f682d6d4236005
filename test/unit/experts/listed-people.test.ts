import { expect, test } from 'vitest'
import { type Knowledge, personJudge } from '#app/domain/experts/judging-people.ts'
import { fullName, readName, splitName } from '#app/domain/experts/listed-names.ts'
import { distance, type KnownPerson, PersonIndex } from '#app/domain/experts/person-index.ts'

const read = (cell: string) => readName(splitName(cell))
const person = (number: number, name: string, values: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id: `p${number}`, number, ...splitName(name), places: ['school'], post: 'учитель', placeId: 'school' },
  ...values,
})

test('names in another case come back to the nominative, whatever the gender', () => {
  for (const [printed, name] of [
    ['Берёзкину Анну Львовну', 'Берёзкина Анна Львовна'],
    ['Ковалёвой Марии Ильиничне', 'Ковалёва Мария Ильинична'],
    ['Соколова Петра Андреевича', 'Соколов Петр Андреевич'],
    ['Горскому Игорю Олеговичу', 'Горский Игорь Олегович'],
    ['Шевченко Ольгу Ивановну', 'Шевченко Ольга Ивановна'],
  ] as const)
    expect(read(printed)?.names.map(fullName)).toContain(name)
  expect(read('Берёзкина Анна Львовна')).toEqual({
    names: [splitName('Берёзкина Анна Львовна')],
    changed: [],
  })
})

test('Latin letters and figures of a scanner become letters; what is no name is told', () => {
  expect(read('Бepёзкина Aнна Льв0вна')).toMatchObject({
    names: [splitName('Берёзкина Анна Львовна')],
    changed: [{ code: 'signs' }],
  })
  expect(read('1) БЕРЁЗКИНА АННА ЛЬВОВНА, учитель')).toMatchObject({
    names: [splitName('Берёзкина Анна Львовна')],
  })
  for (const wrong of ['', 'Берёзкина', '=1+1 Анна', '<b>Анна</b> Иванова', 'Анна ‮аволокоС 12'])
    expect(read(wrong)).toBeNull()
})

test('distance counts letters added, dropped, changed and swapped', () => {
  expect([
    distance('иванов', 'иванов', 2),
    distance('иванов', 'ивонав', 2),
    distance('ивнаов', 'иванов', 2),
  ]).toEqual([0, 2, 1])
  expect(distance('а', 'абвгд', 2)).toBe(3)
})

const people = [
  person(1, 'Берёзкина Анна Львовна'),
  person(2, 'Соколов Пётр Андреевич', { places: ['other'], placeId: 'other' }),
  person(3, 'Ковалёва Мария Ильинична'),
]
const knowledge = (values: Partial<Knowledge> = {}): Knowledge => ({
  index: new PersonIndex(people, {
    families: ['Берёзкина', 'Березкина', 'Берескина', 'Соколов', 'Ковалёва', 'Новая'],
    numbers: new Set([1, 2, 77]),
  }),
  places: (words) =>
    ({
      'Школа 1': [{ id: 'school', name: 'Школа 1', closedFrom: null }],
      Старая: [{ id: 'old', name: 'Старая', closedFrom: '2020-01-01' }],
      Двойная: [
        { id: 'a', name: 'A', closedFrom: null },
        { id: 'b', name: 'B', closedFrom: null },
      ],
    })[words] ?? [],
  order: null,
  day: '2026-02-01',
  ...values,
})
const judgeAll = (known: Knowledge, rows: Partial<Record<string, string>>[]) => {
  const judge = personJudge(known)
  return rows.map((row, at) => judge(at + 1, (field) => row[field] ?? ''))
}

test('a name alone never makes two people one; a number or the place of work does', () => {
  const rows = [
    { fullName: 'Березкина Анна Львовна', organisation: 'Школа 1', post: 'завуч' },
    { fullName: 'Берёзкина Анна Львовна' },
    { fullName: 'Берескину Анну Львовну', organisation: 'Школа 1', post: 'x' },
    { fullName: 'Соколов П. А.', organisation: 'Школа 1', post: 'x' },
    { fullName: 'Соколов Пётр Андреевич', number: '2' },
    { fullName: 'Новая Вера Павловна', organisation: 'Школа 1', post: 'учитель' },
    { fullName: 'Новая Вера Павловна', organisation: 'Школа 1', post: 'учитель' },
    { fullName: 'Берёзкина Анна Львовна', number: '2' },
    { fullName: 'Берёзкина Анна Львовна', number: '77' },
    { fullName: 'Новая В. П.' },
    { fullName: 'Петрова Вера Павловна', organisation: 'Старая', post: 'x' },
    { fullName: 'Петрова Вера Павловна', organisation: 'Двойная', post: 'x' },
    { family: 'Ковалёва', given: 'Мария', patronymic: '', organisation: 'Школа 1', post: 'учитель' },
  ]
  const judged = judgeAll(knowledge(), rows)
  expect(judged.map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)])).toEqual(
    [
      ['same', 'by-work'],
      ['probable', 'alike'],
      ['probable', 'alike', 'nominative'],
      ['probable', 'alike'],
      ['same', 'by-number'],
      ['new'],
      ['rejected', 'twice'],
      ['rejected', 'other-person'],
      ['rejected', 'no-number'],
      ['new'],
      ['rejected', 'closed-before'],
      ['new', 'many-organisations'],
      ['probable', 'alike'],
    ].map((row, at) => (at === 9 ? ['rejected', 'initials'] : row)),
  )
  expect(judged[0]?.read?.differs).toEqual(['post'])
  expect(judged[1]?.matches[0]?.reasons).toEqual([{ code: 'same-full-name' }, { code: 'no-work' }])
  expect(judged[2]?.matches[0]?.reasons).toEqual([
    { code: 'slip', facts: { from: 'Берескина', to: 'Берёзкина' } },
    { code: 'same-work' },
  ])
})

test('a line of an order needs its direction, of that day, and nobody who has the status', () => {
  const direction = { versionId: 'v', directionId: 'd', tier: 'regional' as const, there: true }
  const order: Knowledge['order'] = {
    day: '2026-02-01',
    direction: (words) =>
      words === 'ГИА' ? direction : words === 'МКДО' ? { ...direction, there: false } : null,
    obstacle: (id) => (id === 'p1' ? 'has-status' : null),
  }
  const rows = [
    { fullName: 'Берёзкина Анна Львовна', number: '1', direction: 'ГИА' },
    {
      fullName: 'Соколов Пётр Андреевич',
      number: '2',
      direction: 'ГИА',
      from: '01.03.2026',
      to: '28.02.2026',
    },
    { fullName: 'Соколов Пётр Андреевич', number: '2', direction: 'МКДО' },
    { fullName: 'Соколов Пётр Андреевич', number: '2', direction: 'Хор' },
    { fullName: 'Соколов Пётр Андреевич', number: '2' },
    { fullName: 'Соколов Пётр Андреевич', number: '2', direction: 'ГИА', from: '01.03.2026' },
  ]
  expect(judgeAll(knowledge({ order }), rows).map(({ reasons }) => reasons[0]?.code)).toEqual([
    ...['has-status', 'days', 'direction-later', 'direction', 'no-direction', 'by-number'],
  ])
})
