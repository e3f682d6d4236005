import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { createDraft } from '#app/domain/reviews/drafting.server.ts'
import { versionView } from '#app/domain/reviews/queries.server.ts'
import { addPicture, imageFile } from '#app/domain/reviews/texts/picturing.server.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import type { DocJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import { files, logEntries } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'rses-pictures-'))
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** The same picture that says it is `side` pixels wide. */
const wide = (side: number) => {
  const bytes = Buffer.from(png)
  bytes.writeUInt32BE(side, 16)
  return bytes
}
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const showing = (file: string): DocJson => ({
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { id: id(1) }, content: [{ type: 'text', text: 'Слова перед схемой' }] },
    { type: 'figure', attrs: { id: id(2), file, alt: 'Схема', width: 1, height: 1 } },
  ],
})

test('a picture is taken by what its bytes are, once, from those who edit; its text is published with it', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const add = (bytes: Uint8Array, ctx = desk) => addPicture(ctx, dataDir, draft.id, bytes)
  const picture = await add(png)
  expect(picture).toMatchObject({ width: 1, height: 1 })
  expect(await add(png)).toEqual(picture)
  const kept = await db.select().from(files).where(eq(files.sha256, picture.file))
  expect(kept).toMatchObject([{ mediaType: 'image/png', objectId: draft.id, objectKind: 'draft-image' }])
  expect(await imageFile(as(null), draft.id, picture.file)).toMatchObject({ id: kept[0]?.id })
  expect(await db.select().from(logEntries).where(eq(logEntries.kind, 'picture.added'))).toHaveLength(2)
  await expect(add(png, acts(await given.user()))).rejects.toMatchObject({ code: 'forbidden' })

  const { id: versionId } = await beginVersion(desk, draft.id)
  const { edition } = await saveVersion(desk, versionId, { doc: showing(picture.file), edition: 1 })
  await publishVersion(desk, versionId, { ...(await seenAll(desk, draft.id, 'Добавлена схема')), edition })
  const { blocks } = await versionView(as(null), draft.id, 2)
  expect(blocks.find(({ kind }) => kind === 'image')?.data.image).toMatchObject({ alt: 'Схема' })
})

test('a text shows no picture but its own: not a missing one, nor that of another draft', async ({
  given,
  acts,
}) => {
  const [draft, other] = [await given.discussed(), await given.discussed()]
  const desk = acts(draft.institute)
  const foreign = await addPicture(acts(other.institute), dataDir, other.id, png)
  const { id: versionId } = await beginVersion(desk, draft.id)
  for (const file of [foreign.file, 'a'.repeat(64)])
    await expect(saveVersion(desk, versionId, { doc: showing(file), edition: 1 })).rejects.toMatchObject({
      code: 'picture-unknown',
      field: 'body',
    })
  const developerId =
    draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const passport = {
    title: 'Со схемой',
    kind: 'concept',
    developerId,
    lang: 'ru' as const,
    ground: 'План работы',
    explanatoryNote: 'Зачем',
    contact: 'a@b.example',
  }
  await expect(createDraft(desk, { ...passport, body: showing(foreign.file) })).rejects.toMatchObject({
    code: 'picture-unknown',
  })
})

test('refuses what is no whole picture of a size that a page can show', async ({ given, acts }) => {
  const draft = await given.draft()
  const refused: [Uint8Array, string][] = [
    [Buffer.from('<svg onload="alert(1)"/>'), 'picture-type'],
    [Buffer.from('GIF89a0000000000000000000000'), 'picture-type'],
    [Buffer.alloc(0), 'picture-type'],
    [png.subarray(0, 40), 'picture-broken'],
    [wide(0), 'picture-broken'],
    [wide(6001), 'picture-sides'],
    [Buffer.concat([png, Buffer.alloc(9 * 1024 * 1024)]), 'too-large'],
  ]
  for (const [bytes, code] of refused)
    await expect(addPicture(acts(draft.institute), dataDir, draft.id, bytes)).rejects.toMatchObject({
      code,
      field: 'file',
    })
  const { width, height } = await addPicture(acts(draft.institute), dataDir, draft.id, wide(2400))
  expect([width, height]).toEqual([content().settings.pictures.shown, 1])
})
