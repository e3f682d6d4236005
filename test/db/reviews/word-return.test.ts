import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { lockMargin, marginWaiting } from '#app/domain/reviews/importing/margins.server.ts'
import { receiveFile, replaceTextFromFile } from '#app/domain/reviews/importing/uploads.server.ts'
import { versionView } from '#app/domain/reviews/queries.server.ts'
import { publishVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { wordVersion } from '#app/domain/reviews/word/exporting.server.ts'
import { readReturned, sendReturned } from '#app/domain/reviews/word/returning.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { files, remarks, replies, versions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { Reviewed } from '#test/support/reviewed.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'rses-return-'))
const words = messagesOf('ru')
const exported = async (ctx: ActingCtx, slug: string, number = 1) => {
  const address = (path: string) => `https://rses.example${path}`
  const made = await wordVersion(ctx, { slug, number, remarks: true, dataDir, words, address })
  return new Reviewed(await made.bytes())
}
const read = (ctx: ActingCtx, slug: string, bytes: Uint8Array) =>
  readReturned(ctx, { slug, sent: { file: { name: 'отзыв.docx', bytes } }, dataDir, words })
const all = { kinds: {}, shownAs: 'number' as const }
const keys = ({ returned }: Awaited<ReturnType<typeof read>>) => returned.items.map(({ key }) => key)

describe('a Word file that comes back', () => {
  test('becomes remarks, proposals and replies of its sender, once', async ({ db, given, acts }) => {
    const draft = await given.discussed()
    const other = await given.remark(draft, { body: 'Прежнее замечание' })
    const sender = acts(await given.user())
    const bytes = (await exported(sender, draft.slug))
      .answer('Прежнее замечание', 'Поддерживаю')
      .comment('Настоящий Порядок', 'Чей порядок?')
      .replace('трёх дней', 'пяти дней', 'Другое имя в Word')
      .bytes()
    const seen = await read(sender, draft.slug, bytes)
    expect(await db.select().from(remarks).where(eq(remarks.draftId, draft.id))).toHaveLength(1)
    expect(seen.returned).toMatchObject({ known: 1, missed: [] })
    const sent = {
      ...all,
      take: keys(seen),
      kinds: { [seen.returned.items[0]?.key ?? '']: 'objection' as const },
    }
    expect(await sendReturned(sender, seen, sent)).toEqual({ sent: 3 })
    expect(await sendReturned(sender, seen, sent)).toEqual({ sent: 0 })

    const { remarks: shown } = await versionView(sender, draft.id, 1)
    expect(shown.map(({ kind, exact, replacement, own }) => [kind, exact, replacement, own])).toEqual([
      ['criticism', 'экспертный лист', null, false],
      ['objection', 'Настоящий Порядок', null, true],
      ['proposal', 'трёх дней.', 'пяти дней.', true],
    ])
    expect(shown[2]?.author.participantNumber).toBe(shown[1]?.author.participantNumber)
    const answers = await db.select().from(replies).where(eq(replies.remarkId, other.id))
    expect(answers.map(({ body, authorId }) => [body, authorId])).toEqual([
      ['Поддерживаю', sender.actor.personId],
    ])
    const again = await read(sender, draft.slug, bytes)
    expect(again.returned.missed.map(({ reason, n }) => [reason, n])).toEqual([
      ['repeated', 2],
      ['repeated', 3],
    ])
  })

  test('sends what was ticked, all of it or nothing, and only while remarks are taken', async ({
    db,
    given,
    acts,
  }) => {
    const draft = await given.discussed()
    const sender = acts(await given.user())
    const bytes = (await exported(sender, draft.slug))
      .comment('Настоящий', 'Первое')
      .comment('Сведения', 'Второе')
      .bytes()
    const seen = await read(sender, draft.slug, bytes)
    const left = () =>
      db
        .select()
        .from(remarks)
        .where(and(eq(remarks.draftId, draft.id)))
    await expect(sendReturned(sender, seen, { ...all, take: [] })).rejects.toMatchObject({
      code: 'remarks-none',
    })
    let count = 0
    const failing = async () => {
      count += 1
      if (count === 2) throw new Error('half way')
      return { id: '', number: 0 }
    }
    await expect(sendReturned(sender, seen, { ...all, take: keys(seen) }, failing)).rejects.toThrow(
      'half way',
    )
    await expect(lockMargin(sender, seen.upload)).resolves.toBe(true)
    const late = acts(sender.actor, '2026-04-20T09:00:00Z')
    await expect(sendReturned(late, seen, { ...all, take: keys(seen) })).rejects.toMatchObject({
      code: 'discussion-closed',
    })
    expect(await left()).toEqual([])
    const other = acts(await given.user())
    await expect(
      readReturned(other, { slug: draft.slug, sent: { upload: seen.upload }, dataDir, words }),
    ).rejects.toMatchObject({ code: 'file-gone' })
    await sendReturned(sender, seen, { ...all, take: keys(seen).slice(0, 1) })
    expect((await left()).map(({ body }) => body)).toEqual(['Первое'])
  })

  test('of an older version finds its passages there, and they go on to the newest', async ({
    given,
    acts,
  }) => {
    const draft = await given.discussed()
    const sender = acts(await given.user())
    const file = (await exported(sender, draft.slug)).comment('трёх дней', 'Мало').bytes()
    await given.nextVersion(
      draft,
      'Введение.\n\n1. Эксперт заполняет экспертный лист и анкету в течение трёх дней.\n\n2. Прочее.',
    )
    const seen = await read(sender, draft.slug, file)
    expect(seen.version).toMatchObject({ id: draft.versionId, number: 1 })
    await sendReturned(sender, seen, { ...all, take: keys(seen) })
    const { remarks: now, blocks } = await versionView(sender, draft.id, 2)
    const place = now[0]?.place
    const block = blocks.find(({ blockId }) => blockId === place?.fromBlockId)
    expect(block?.text.slice(place?.fromOffset, place?.toOffset)).toBe('трёх дней')
  })

  test('as the text of a draft keeps its margin for the discussion', async ({ db, given, acts }) => {
    const draft = await given.draft()
    const ctx = acts(draft.institute)
    const bytes = (await exported(ctx, draft.slug))
      .comment('Настоящий', 'Для коллег')
      .replace('трёх дней', 'пяти дней')
      .bytes()
    const asked = await receiveFile(ctx, dataDir, { file: { name: 'текст.docx', bytes } })
    expect(asked).toMatchObject({ undecided: true, margin: null })
    const kept = await receiveFile(ctx, dataDir, { upload: asked.upload, changes: 'suggest' })
    await replaceTextFromFile(ctx, dataDir, { draftId: draft.id, edition: 1 }, kept)
    const [, version] = await db
      .select()
      .from(versions)
      .where(eq(versions.draftId, draft.id))
      .orderBy(asc(versions.number))
    expect(JSON.stringify(version?.body)).toContain('трёх дней')
    expect(JSON.stringify(version?.body)).not.toContain('пяти')
    await publishVersion(ctx, version?.id ?? '')
    expect(await marginWaiting(ctx, draft.id)).toEqual({ upload: asked.upload, name: 'текст.docx' })
    expect(await marginWaiting(acts(await given.user()), draft.id)).toBeNull()
    const of = { slug: draft.slug, sent: { upload: asked.upload }, dataDir, words }
    await expect(readReturned(ctx, of)).rejects.toMatchObject({ code: 'discussion-not-open' })

    const open = await given.discussed({ by: draft.institute })
    await db.update(files).set({ objectId: open.id }).where(eq(files.id, asked.upload))
    const seen = await readReturned(ctx, { ...of, slug: open.slug })
    expect(seen.returned.items.map(({ kind }) => kind)).toEqual(['criticism', 'proposal'])
    await sendReturned(ctx, seen, { ...all, take: keys(seen) })
    expect(await marginWaiting(ctx, open.id)).toBeNull()
  })
})
