import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect } from 'vitest'
import { fileOf, keepFile, keepMade, readContents, removeContents } from '#app/domain/files/store.server.ts'
import { test as base } from '#test/support/database.ts'

// biome-ignore lint/correctness/noEmptyPattern: Vitest reads the dependencies of a fixture from the pattern.
const test = base.extend('folder', { scope: 'file' }, async ({}, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rses-files-'))
  onCleanup(() => rmSync(folder, { recursive: true }))
  return folder
})
const bytes = (text: string) => new TextEncoder().encode(text)

test('contents are kept once under their hash; what they are is found in them', async ({
  as,
  given,
  folder,
}) => {
  const ctx = as(await given.user())
  const input = { name: 'C:\\Документы\\Записка.pdf', bytes: bytes('Обычный текст'), objectKind: 'remark' }
  const [one, two] = await Promise.all([keepFile(ctx, folder, input), keepFile(ctx, folder, input)])
  expect(one).toMatchObject({ mediaType: 'text/plain', name: 'Записка.pdf', size: 25, isPublic: false })
  expect([two?.sha256, readdirSync(join(folder, 'files'))]).toEqual([one?.sha256, [one?.sha256]])
  expect(await text(await readContents(folder, String(one?.sha256)))).toBe('Обычный текст')
})

test('refusals: empty, too large, of a kind we do not take', async ({ as, given, folder }) => {
  const ctx = as(await given.user())
  const keep = (contents: Uint8Array) =>
    keepFile(ctx, folder, { name: 'a.pdf', bytes: contents, objectKind: 'remark' }).then(
      () => 'kept',
      ({ code }) => code,
    )
  expect(await keep(new Uint8Array())).toBe('file-empty')
  expect(await keep(new Uint8Array(21 * 1024 * 1024).fill(0x61))).toBe('too-large')
  expect(await keep(Uint8Array.from([0x4d, 0x5a, 0x90, 0]))).toBe('file-type')
  expect(await keep(bytes('PK\u0003\u0004 just a zip'))).toBe('file-type')
  expect(await keep(Uint8Array.from([0xff, 0xfe, 0xfd]))).toBe('file-type')
  expect(await keep(bytes('%PDF-1.7\n'))).toBe('kept')
})

test('a private file is its owner’s; a public one everybody’s; an erased one is gone', async ({
  as,
  db,
  given,
  folder,
}) => {
  const [owner, other] = [as(await given.user()), as(await given.user())]
  const made = { name: 'Сводка.docx', bytes: bytes('x'), mediaType: 'application/zip', objectKind: 'summary' }
  const hidden = await keepMade(owner, folder, made)
  const shown = await keepMade(owner, folder, { ...made, isPublic: true })
  expect((await fileOf(owner, hidden.id)).id).toBe(hidden.id)
  await expect(fileOf(other, hidden.id)).rejects.toMatchObject({ code: 'not-found' })
  expect((await fileOf(as(null), shown.id)).id).toBe(shown.id)
  await db.execute(`update files set erased_at = now() where id = '${shown.id}'`)
  await expect(fileOf(other, shown.id)).rejects.toMatchObject({ code: 'gone' })
})

test('a hash that is a path reads nothing', async ({ folder }) => {
  await expect(readContents(folder, '../files')).rejects.toMatchObject({ code: 'not-found' })
  await removeContents(folder, '../../etc')
  await expect(readContents(folder, 'a'.repeat(64))).rejects.toMatchObject({ code: 'not-found' })
})
