import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { resolveTexts, type TextResolution } from '#app/domain/reviews/anchors/plain-texts.ts'

const first = 'Первый абзац о порядке оценки качества образования в регионе.'
const halves = [
  'Второй абзац: эксперты оценивают проекты документов открыто и в срок',
  'а институт отвечает на каждое замечание участника обсуждения.',
] as const
const before = `${first}\n\n${halves.join(', ')}\n\nТретий абзац о хранении протоколов.\n`

const quoted = (text: string, words: string, id: string | number = 1) => {
  const from = text.indexOf(words)
  return { id, from, to: from + words.length }
}
function resolved(after: string, words: string, text = before): TextResolution {
  const found = resolveTexts(text, after, [quoted(text, words)])
  if ('fault' in found || !found[0]) throw new Error(JSON.stringify(found))
  return found[0]
}

describe('anchors in plain texts', () => {
  test('an unchanged text keeps every offset', () => {
    expect(resolved(before, 'порядке оценки')).toEqual({
      ...quoted(before, 'порядке оценки'),
      status: 'exact',
      text: 'порядке оценки',
      score: 1,
    })
  })

  test('offsets are those of the file as read: Windows line ends and spaces on blank lines', () => {
    const after = `\r\nНовый абзац.\r\n \t\r\n${first}\r\n\r\n`
    expect(resolved(after, 'качества образования')).toMatchObject({
      ...quoted(after, 'качества образования'),
      status: 'exact',
    })
  })

  test('a split passage has its hull and its parts', () => {
    const after = `${first}\n\n${halves[0]}.\n\nА ${halves[1].slice(2)}\n`
    const { status, text, parts = [] } = resolved(after, 'в срок, а институт отвечает')
    expect(status).toBe('split')
    expect(text).toBe('в срок.\n\nА институт отвечает')
    expect(parts.map(({ from, to }) => after.slice(from, to).replace(/\W+$/u, ''))).toHaveLength(2)
    expect(after.slice(parts[0]?.from, parts[0]?.to)).toMatch(/^в срок/)
    expect(after.slice(parts[1]?.from, parts[1]?.to)).toMatch(/институт отвечает$/)
  })

  test('a deleted passage has a seat without width where it stood', () => {
    const after = `${first}\n\nТретий абзац о хранении протоколов.\n`
    const { status, from, to, text } = resolved(after, 'эксперты оценивают')
    expect([status, text, to - from]).toEqual(['deleted', '', 0])
    expect(from).toBe(first.length)
  })

  test('a paragraph that now stands twice is ambiguous, both places are named', () => {
    const twice = 'Сведения о работе комиссии публикуются на сайте института ежегодно до первого марта.'
    const text = `${first}\n\n${twice}\n`
    const after = `Другой первый абзац, ничем не похожий.\n\n${twice}\n\nИ ещё один совсем другой.\n\n${twice}\n`
    const place = resolved(after, 'на сайте института', text)
    expect(place.status).toBe('ambiguous')
    expect(place.candidates?.map(({ from, to }) => after.slice(from, to))).toEqual([twice, twice])
    expect([place.text, place.to - place.from]).toEqual(['', 0])
  })

  test('an anchor outside of the text is named, and nothing is resolved', () => {
    const anchors = [quoted(before, 'порядке'), { id: 'x', from: 5, to: 5 }]
    expect(resolveTexts(before, before, anchors)).toEqual({ id: 'x', fault: 'passage-not-found' })
    expect(resolveTexts(before, before, [{ id: 'y', from: -1, to: 4 }])).toMatchObject({ id: 'y' })
    expect(resolveTexts(before, before, [{ id: 'z', from: 0, to: 9_999 }])).toMatchObject({ id: 'z' })
  })
})

test('the command prints one array in the order of its input; what it cannot read is told with code 2', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rses-anchors-'))
  const file = (name: string, text: string | Buffer) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const run = (...files: string[]) =>
    promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      'app/web/commands/anchors-resolve.ts',
      ...files,
    ])
  try {
    const old = file('old.md', before)
    const list = file(
      'anchors.json',
      JSON.stringify([quoted(before, 'Третий', 'c'), quoted(before, 'оценки', 2)]),
    )
    const { stdout } = await run(old, file('new.md', first), list)
    expect(JSON.parse(stdout).map(({ id, status }: TextResolution) => [id, status])).toEqual([
      ['c', 'deleted'],
      [2, 'exact'],
    ])
    await expect(run(old, file('cp1251.md', Buffer.from([0xcf, 0xf0])), list)).rejects.toMatchObject({
      code: 2,
    })
    await expect(run(old, old, file('bad.json', '[{"id":1}]'))).rejects.toMatchObject({ code: 2 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
