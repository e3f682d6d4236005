import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import {
  createDraftFromFile,
  receiveFile,
  replaceTextFromFile,
} from '#app/domain/reviews/importing/uploads.server.ts'
import { imageFile } from '#app/domain/reviews/texts/picturing.server.ts'
import { drafts, files, versions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { docxOf } from '#test/support/docx.ts'
import { p, wordOf } from '#test/support/word.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'rses-files-'))
const by = 'w:id="1" w:author="Рецензент" w:date="2026-03-01T10:00:00Z"'
const tracked = wordOf(
  `<w:p><w:ins ${by}><w:r><w:t>Новое</w:t></w:r></w:ins><w:r><w:t> слово</w:t></w:r></w:p>`,
)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pictured = wordOf(
  `${p('1.1. Пункт')}<w:p><w:r><w:drawing><a:blip r:embed="i1"/></w:drawing></w:r></w:p>`,
  {},
  {
    files: { 'word/media/1.png': png },
    links:
      '<Relationship Id="i1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/1.png"/>',
  },
)

const passport = (developerId: string) => ({
  title: 'Порядок из файла',
  kind: 'procedure',
  developerId,
  ground: 'План',
  explanatoryNote: 'Записка',
  contact: 'Отдел',
})
const sent = (bytes: Uint8Array, name = 'проект.docx') => ({ file: { name, bytes } })

describe('a file', () => {
  test('is shown first, kept aside for its sender alone, and makes one draft however often it is sent', async ({
    db,
    given,
    acts,
  }) => {
    const institute = await given.developer()
    const developerId = institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
    const ctx = acts(institute)
    const seen = await receiveFile(ctx, dataDir, sent(pictured))
    expect(seen).toMatchObject({ name: 'проект.docx', undecided: false })
    expect(await db.select().from(drafts).where(eq(drafts.title, 'Порядок из файла'))).toEqual([])
    await expect(
      receiveFile(acts(await given.user()), dataDir, { upload: seen.upload }),
    ).rejects.toMatchObject({ code: 'file-gone' })

    const again = await receiveFile(ctx, dataDir, { upload: seen.upload })
    const { slug } = await createDraftFromFile(ctx, dataDir, passport(developerId), again)
    expect(await createDraftFromFile(ctx, dataDir, passport(developerId), again)).toEqual({ slug })
    const [draft] = await db.select().from(drafts).where(eq(drafts.slug, slug))
    const hash = again.imported.images[0]?.sha256 ?? ''
    expect(await imageFile(ctx, draft?.id ?? '', hash)).toMatchObject({ mediaType: 'image/png' })
    await expect(imageFile(ctx, institute.personId, hash)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('with tracked changes waits for a decision; a refused one leaves nothing', async ({
    db,
    given,
    acts,
  }) => {
    const draft = await given.draft({ published: false })
    const ctx = acts(draft.institute)
    const asked = await receiveFile(ctx, dataDir, sent(tracked))
    expect(asked.undecided).toBe(true)
    const target = { draftId: draft.id, edition: 1 }
    await expect(replaceTextFromFile(ctx, dataDir, target, asked)).rejects.toMatchObject({
      code: 'tracked-changes',
      field: 'changes',
    })
    const decided = await receiveFile(ctx, dataDir, { upload: asked.upload, changes: 'reject' })
    await replaceTextFromFile(ctx, dataDir, target, decided)
    const [version] = await db.select().from(versions).where(eq(versions.draftId, draft.id))
    expect(JSON.stringify(version?.body)).toContain('слово')
    expect(JSON.stringify(version?.body)).not.toContain('Новое')
    await expect(replaceTextFromFile(ctx, dataDir, target, decided)).rejects.toMatchObject({ code: 'stale' })

    const before = await db.select().from(files)
    for (const bytes of [
      docxOf(['a'], { 'word/vbaProject.bin': 'x' }),
      new Uint8Array(Buffer.from('PK\u0003')),
    ])
      await expect(receiveFile(ctx, dataDir, sent(bytes))).rejects.toMatchObject({ field: 'file' })
    expect(await db.select().from(files)).toHaveLength(before.length)
  })

  test('that nobody saved is erased a day later', async ({ db, given, acts }) => {
    const person = await given.user()
    const first = await receiveFile(acts(person, '2026-03-01T09:00:00Z'), dataDir, sent(wordOf(p('Первое'))))
    await receiveFile(acts(person, '2026-03-03T09:00:00Z'), dataDir, sent(wordOf(p('Второе'))))
    const [row] = await db.select().from(files).where(eq(files.id, first.upload))
    expect(row?.erasedAt).not.toBeNull()
  })
})
