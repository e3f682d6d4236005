import { expect, test } from 'vitest'
import { dayIn, judgeOf, type KnownOrganisation } from '#app/domain/organisations/judging.ts'
import { coreOf, isInn, likeness, typeIn } from '#app/domain/organisations/names.ts'

const card = (values: Partial<KnownOrganisation>): KnownOrganisation => ({
  ...{ id: values.code ?? 'a', code: 'a', type: 'school', inn: null, aliases: [], municipalityId: 'here' },
  ...{ name: 'Школа', shortName: 'Школа', closed: false, ...values },
})
const long = 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 12»'
const cellsOf = (values: Record<string, string>) => (field: string) => values[field] ?? ''

test('legal forms and long kinds say nothing about which school it is', () => {
  expect(coreOf(long)).toBe(coreOf('МБОУ СОШ №12'))
  expect(coreOf('МБОУ «Школа № 12»')).toBe(coreOf(long))
  expect(coreOf('МДОУ «Детский сад № 3 «Ёлочка»')).not.toBe(coreOf('МДОУ «Детский сад № 4 «Ёлочка»'))
  expect(likeness('школа 12', 'школа 12')).toBe(1)
  expect(typeIn('МАДОУ «Детский сад № 3»')).toBe('preschool')
  expect(typeIn('Детско-юношеская спортивная школа')).toBe('additional')
  expect(typeIn('Ромашка')).toBeNull()
})

test('a taxpayer number is judged by its control digit', () => {
  expect([isInn('7707083893'), isInn('7707083894'), isInn('770708389'), isInn('77070838930')]).toEqual([
    ...[true, false, false, false],
  ])
})

test('days are read as papers and workbooks write them', () => {
  expect([dayIn('01.09.2021'), dayIn('1.9.2021 г.'), dayIn('2021-09-01'), dayIn('44440'), dayIn('')]).toEqual(
    [...['2021-09-01', '2021-09-01', '2021-09-01', '2021-09-01', null]],
  )
  for (const wrong of ['31.02.2021', '2021', 'вчера', '01.09.0021', '99999999'])
    expect(dayIn(wrong)).toBeUndefined()
})

test('new, same by number or by spelling, probable with reasons, rejected and why', () => {
  const known = [
    card({ code: 'inn', name: 'Лицей № 1', shortName: 'Лицей № 1', inn: '7707083893' }),
    card({
      code: 'alias',
      name: 'Гимназия № 2',
      shortName: 'Гимназия',
      aliases: ['Гимназия N2 им. Пушкина'],
    }),
    card({ code: 'like', name: long, shortName: 'МБОУ СОШ № 12' }),
    card({ code: 'closed', name: 'Школа № 40', shortName: 'Школа № 40', closed: true }),
    card({
      code: 'far',
      name: 'Школа № 5',
      shortName: 'Школа № 5',
      municipalityId: 'there',
      inn: '5260123454',
    }),
  ]
  const judge = judgeOf('here', known)
  const rows: [Record<string, string>, unknown][] = [
    [
      { name: 'Лицей первый', inn: '7707083893' },
      { verdict: 'same', matches: [{ id: 'inn' }], differs: ['name'] },
    ],
    [{ name: 'Гимназия n2 им. Пушкинa' }, { verdict: 'same', matches: [{ id: 'alias' }] }],
    [{ name: 'МБОУ «Школа № 12»' }, { verdict: 'probable', matches: [{ id: 'like' }] }],
    [{ name: 'МБОУ «Школа № 13»' }, { verdict: 'new', matches: [] }],
    [{ name: 'Школа № 40' }, { verdict: 'rejected', reasons: [{ code: 'closed' }] }],
    [{ name: 'Школа № 5', inn: '5260123454' }, { verdict: 'rejected' }],
    [
      { name: 'МБОУ «Школа № 13»' },
      { verdict: 'rejected', reasons: [{ code: 'twice', facts: { line: 4 } }] },
    ],
    [{ name: 'Ромашка' }, { verdict: 'rejected', reasons: [{ code: 'no-type' }] }],
    [
      { name: 'Школа', inn: '123' },
      { verdict: 'rejected', reasons: [{ code: 'inn' }] },
    ],
    [{ inn: '' }, { verdict: 'rejected', reasons: [{ code: 'no-name' }] }],
  ]
  for (const [at, [cells, expected]] of rows.entries())
    expect(judge(at + 1, cellsOf(cells))).toMatchObject(expected as object)
})
