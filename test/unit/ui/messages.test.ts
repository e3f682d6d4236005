import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { en } from '#content/messages/en.ts'
import { loadMessages, noted } from '#content/messages/load.ts'
import { counted, countedEn, plural } from '#content/messages/plural.ts'
import { ru } from '#content/messages/ru.ts'

type Leaf = [path: string, value: unknown]

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
}

describe('words after a number', () => {
  test.each([
    [0, 'замечаний'],
    [1, 'замечание'],
    [3, 'замечания'],
    [11, 'замечаний'],
    [21, 'замечание'],
    [112, 'замечаний'],
    [1002, 'замечания'],
    [1.5, 'замечания'],
  ])('%d %s', (n, word) => expect(plural(n, 'замечание', 'замечания', 'замечаний')).toBe(word))

  test('number and word stay on one line, thousands are grouped', () => {
    expect(counted(1204, 'замечание', 'замечания', 'замечаний')).toBe('1\u00a0204\u00a0замечания')
    expect(countedEn(1, 'remark', 'remarks')).toBe('1\u00a0remark')
    expect(countedEn(1204, 'remark', 'remarks')).toBe('1,204\u00a0remarks')
  })
})

test('a number stays on the line of its sign', () => {
  const sources = ['content/messages/ru', 'app/routes'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  const parted = sources
    .filter((name) => /\/(drafts\.|review).*\.tsx?$/.test(name))
    .flatMap((name) => readFileSync(name, 'utf8').split('\n'))
    .filter((line) => /№ \$?\{/.test(line))
  expect(sources.length).toBeGreaterThan(100)
  expect(parted).toEqual([])
})

describe('both languages', () => {
  const source = new Map(leaves(ru))
  const english = new Map(leaves(en))

  test('have the same keys', () => expect([...english.keys()].sort()).toEqual([...source.keys()].sort()))

  test('have no empty sentence, and a function where the source has one', () => {
    for (const [path, value] of english) expect(typeof value, path).toBe(typeof source.get(path))
    for (const [path, value] of [...source, ...english]) expect(value, path).not.toBe('')
  })

  test('English is not Russian', () => {
    const foreign = [...english].filter(([path]) => path !== 'shell.language.ru')
    for (const [path, value] of foreign)
      if (typeof value === 'string') expect(value, path).not.toMatch(/[а-яё]/i)
  })

  test('each is fetched by itself', async () => {
    expect((await loadMessages('ru', ['shell'])).shell.signIn).toBe(ru.shell.signIn)
    expect((await loadMessages('en', ['shell'])).shell.signIn).toBe(en.shell.signIn)
  })
})

test('a room that was not fetched suspends until its words are here', async () => {
  const messages = await loadMessages('ru', ['shell', 'constructor', 'nothing'])
  let coming: unknown
  try {
    expect(messages.ui).toBeUndefined()
  } catch (thrown) {
    coming = thrown
  }
  expect(coming).toBeInstanceOf(Promise)
  await coming
  expect(messages.ui.close).toBe(ru.ui.close)
})

test('notes the rooms that a page spoke with', () => {
  const { messages, rooms } = noted(ru)
  expect(messages.shell.home).toBe(ru.shell.home)
  expect([...rooms]).toEqual(['shell'])
})
