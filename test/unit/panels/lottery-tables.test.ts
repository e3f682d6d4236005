import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { poolOf, TableFault } from '#app/domain/panels/lottery/tables.ts'
import { panelsLottery as words } from '#content/messages/ru/panels-lottery.ts'

const categories =
  'category,feature,min,max\nпол,ж,1,2\nпол,м,0,2\nвозраст,до 30,0,1\nвозраст,30 и старше,1,2\n'
const people = 'id,имя,пол,возраст\nа,Анна,ж,до 30\nб,Борис,м,30 и старше\nв,"Вера, младшая",ж,30 и старше\n'
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (first: string | Uint8Array, second: string = categories, size = 2, id?: string) =>
  poolOf(
    { name: 'PEOPLE.csv', bytes: typeof first === 'string' ? bytes(first) : first },
    { name: 'CATEGORIES.csv', bytes: bytes(second) },
    size,
    id,
  )
const fault = (...given: Parameters<typeof read>) => {
  try {
    read(...given)
  } catch (error) {
    if (error instanceof TableFault) {
      const { code, file, line, facts } = error
      return words.fault(code, file === undefined ? '' : words.at(file, line), facts)
    }
    throw error
  }
  return 'taken'
}

describe('files of the sortition tools', () => {
  test('are read with extra columns, quotes, a mark of order, semicolons, in Windows-1251', () => {
    const expected = read(people)
    expect(expected.people).toEqual([
      { id: 'а', quotas: [0, 2] },
      { id: 'б', quotas: [1, 3] },
      { id: 'в', quotas: [0, 3] },
    ])
    expect(expected.quotas[0]).toEqual({ name: 'пол: ж', min: 1, max: 2 })
    expect(read(`\ufeff${people}`)).toEqual(expected)
    const semicolons = people.replace('"Вера, младшая"', 'Вера').replaceAll(',', ';')
    expect(read(semicolons.replaceAll('\n', '\r\n'))).toEqual(expected)
    expect(read(inWindows1251(people))).toEqual(expected)
    expect(read(people, categories.replace('category,feature', 'category,name'))).toEqual(expected)
    expect(read(people, categories.replace('category,feature', 'feature,value'))).toEqual(expected)
  })

  test('say how far a quota may be relaxed', () => {
    const flexible = 'category,feature,min,max,min_flex,max_flex\nпол,ж,1,2,0,3\nпол,м,0,2,,\n'
    expect(read('id,пол\n1,ж\n2,м\n', flexible).quotas.map(({ flex }) => flex)).toEqual([
      { min: 0, max: 3 },
      undefined,
    ])
  })

  test('name their people by the column asked for, a usual one, the first that is no category, or the line', () => {
    const only = 'category,feature,min,max\nпол,ж,0,2\n'
    const ids = (text: string, id?: string) => read(text, only, 1, id).people.map((one) => one.id)
    expect(ids('имя,код,пол\nА,7,ж\nБ,8,ж\n', 'код')).toEqual(['7', '8'])
    expect(ids('имя,nationbuilder_id,пол\nА,7,ж\n')).toEqual(['7'])
    expect(ids('пол,код\nж,7\nж,8\n')).toEqual(['7', '8'])
    expect(ids('пол\nж\nж\n')).toEqual(['1', '2'])
    expect(fault('пол\nж\n', only, 1, 'код')).toBe('PEOPLE.csv: нет столбца «код»')
  })

  test('are refused with the line and what stands there', () => {
    expect(fault(people.replace('б,', 'а,'))).toBe('PEOPLE.csv, строка 3: «а» уже стоит в строке 2')
    expect(fault(people.replace('м,30', 'н,30'))).toBe(
      'PEOPLE.csv, строка 3: в столбце «пол» стоит «н», для этого нет квоты',
    )
    expect(fault(people.replace('б,Борис', ',Борис'))).toBe('PEOPLE.csv, строка 3: нет обозначения человека')
    expect(fault(people.replace('30 и старше\nв', '30 и старше,!\nв'))).toMatch(/строка 3: ячеек больше/)
    expect(fault(people.replace('возраст', 'лета'))).toBe('PEOPLE.csv: нет столбца для категории «возраст»')
    expect(fault(people.replace('имя', 'пол'))).toBe('PEOPLE.csv: два столбца называются «пол»')
    expect(fault(people, categories.replace('ж,1,2', 'ж,3,2'))).toMatch(/строка 2: min 3 больше max 2/)
    expect(fault(people, categories.replace('пол,м', 'пол,ж'))).toMatch(
      /строка 3: «пол: ж» уже стоит в строке 2/,
    )
    expect(fault(people, categories.replace('1,2', '1.5,2'))).toMatch(/строка 2: в столбце min стоит «1.5»/)
    expect(fault(people, 'category,feature\nпол,ж\n')).toMatch(/в первой строке должны стоять/)
    expect(fault(people, 'category,feature,min,max\n')).toBe('CATEGORIES.csv: нет ни одной квоты')
    expect(fault('')).toBe('PEOPLE.csv: файл пуст')
    expect(fault('id,пол,возраст\n')).toBe('PEOPLE.csv: в списке никого нет')
    expect(fault(people, categories, 4)).toMatch(/в составе 4, а в списке только 3/)
    expect(fault(people, categories, 0)).toMatch(/целое число больше 0/)
    expect(fault(new Uint8Array([0, 1, 2, 0, 255, 0, 7, 3]))).toBe('PEOPLE.csv: это не текст')
  })
})

test('the command prints the lottery, or says why there is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lottery-'))
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'app/web/commands/panels-lottery.ts', ...args])
  try {
    const [pool, quotas] = [file('people.csv', people), file('categories.csv', categories)]
    const { stdout } = await run(pool, quotas, '--size', '2', '--json')
    expect(JSON.parse(stdout)).toEqual({
      probabilities: { а: 2 / 3, б: 2 / 3, в: 2 / 3 },
      min: 2 / 3,
      exact: '2/3',
      panels: expect.arrayContaining([
        { members: ['а', 'б'], weight: '1/3' },
        { members: ['а', 'в'], weight: '1/3' },
        { members: ['б', 'в'], weight: '1/3' },
      ]),
    })
    const narrow = file('narrow.csv', categories.replace('м,0,2', 'м,2,2'))
    await expect(run(pool, narrow, '--size', '2', '--json')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Наименьшее послабление[\s\S]*пол: .* вместо /),
      stdout: expect.stringContaining('"status":"infeasible"'),
    })
    await expect(run(pool, quotas, '--size', '9')).rejects.toMatchObject({ code: 2 })
    await expect(run(pool, join(folder, 'none.csv'), '--size', '1')).rejects.toMatchObject({ code: 2 })
    await expect(run(pool, quotas)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--size'),
    })
    await expect(run(pool, quotas, '--size', '2', '--no-such')).rejects.toMatchObject({ code: 2 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)

/** Cyrillic letters and ASCII alone. */
function inWindows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    return code < 128 ? code : code - 0x410 + 0xc0
  })
}
