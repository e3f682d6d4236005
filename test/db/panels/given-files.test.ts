/** What the site says of a file of a conclusion that somebody was handed: the signed document, a scan, a copy. */
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { noteGiven } from '#app/domain/documents/given-files.server.ts'
import { checkFile } from '#app/domain/experts/statements/checking.server.ts'
import { readContents } from '#app/domain/files/store.server.ts'
import { conclusionState } from '#app/domain/panels/conclusions/facts.server.ts'
import { conclusionJson } from '#app/domain/panels/conclusions/json.ts'
import { conclusionDocx, conclusionPdf } from '#app/domain/panels/conclusions/printing.server.ts'
import { conclusionByNumber } from '#app/domain/panels/conclusions/reading.server.ts'
import { revokeConclusion } from '#app/domain/panels/conclusions/revoking.server.ts'
import { files, issuedFiles } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { press, scan } from '#test/support/given/conclusions.ts'

const options = {
  ...{ checkAddress: 'https://site.example/check', siteName: 'Экспертное сообщество', demo: null },
  dayText: 'Выпущено 2 марта 2026',
}

test('every file of a conclusion is found by its bytes: what was signed, the scan, the copies; a changed one is not', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.issued()
  const view = await conclusionByNumber(as(null), panel.conclusion)
  const { edition } = await conclusionState(acts(panel.chair), panel.id)
  const [file] = await db
    .select()
    .from(files)
    .where(eq(files.id, edition?.fileId ?? ''))
  const parts = []
  for await (const part of await readContents(press.dataDir, file?.sha256 ?? '')) parts.push(part as Buffer)
  const document = Buffer.concat(parts)
  const told = { code: view.code, exact: true, revoked: false }
  expect(await checkFile(as(null), document)).toMatchObject({ ...told, format: 'document' })
  expect(await checkFile(as(null), scan)).toMatchObject({ exact: true, format: 'scan' })
  expect(await checkFile(as(null), Buffer.concat([document, Buffer.from(' ')]))).toMatchObject({
    ...{ code: null, exact: false, format: null },
  })

  const copy = await conclusionPdf(view, options)
  expect(await checkFile(as(null), copy)).toMatchObject({ code: null })
  await noteGiven(as(null), view.code ?? '', 'pdf', copy)
  await noteGiven(as(null), view.code ?? '', 'pdf', copy)
  expect(await checkFile(as(null), copy)).toMatchObject({ ...told, format: 'pdf' })
  expect(await db.$count(issuedFiles, eq(issuedFiles.format, 'pdf'))).toBe(1)

  await revokeConclusion(acts(panel.chair), panel.id, 'Ошибка.')
  expect(await checkFile(as(null), document)).toMatchObject({ ...told, revoked: true })
})

test('the same conclusion has the same bytes on another day', async ({ given, as }) => {
  const { conclusion } = await given.issued()
  const view = await conclusionByNumber(as(null), conclusion)
  const sums = async () =>
    [
      await conclusionPdf(view, options),
      await conclusionDocx(view, options),
      conclusionJson(view, options),
    ].map((bytes) => createHash('sha256').update(bytes).digest('hex'))
  const before = await sums()
  vi.useFakeTimers({ now: new Date('2031-05-05T05:05:05Z'), toFake: ['Date'] })
  try {
    expect(await sums()).toEqual(before)
  } finally {
    vi.useRealTimers()
  }
})
