import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { correctMisprint } from '#app/domain/reviews/versions/correcting.server.ts'
import { wordVersion } from '#app/domain/reviews/word/exporting.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { test } from '#test/support/database.ts'
import { imported } from '#test/support/word.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'rses-word-'))
const words = messagesOf('ru')
const of = (slug: string, number = 1, remarks = true) => ({
  ...{ slug, number, remarks, dataDir, words },
  address: (path: string) => `https://rses.example${path}`,
})

describe('a version as a Word file', () => {
  test('has the remarks that a guest may read, signed as their authors chose', async ({
    as,
    given,
    acts,
  }) => {
    const draft = await given.discussed()
    const named = await given.user()
    await giveConsent(acts(named), 'distribution')
    await given.remark(draft, { by: named, body: 'Под именем', shownAs: 'name' })
    await given.remark(draft, {
      kind: 'proposal',
      body: 'С номером',
      shownAs: 'number',
      words: 'трёх дней',
      replacement: 'пяти дней',
    })
    const gone = await given.remark(draft, { body: 'Отозванное' })
    await withdrawRemark(acts(gone.author), gone.id)
    const { bytes, name } = await wordVersion(as(null), of(draft.slug))
    expect(name).toBe(`${draft.slug}-1.docx`)
    const { comments, blocks } = imported(await bytes())
    expect(comments.map(({ text }) => text.split('\n')[1])).toEqual(['Под именем', 'С номером'])
    expect(comments[0]?.author).toContain(named.familyName)
    expect(comments[1]?.author).toMatch(/^Участник №\u00a0\d+$/)
    expect(comments[1]?.text).toContain('Предлагается: заменить «трёх» на «пяти»')
    expect(comments[1]?.text.split('\n').at(-1)).toBe(`https://rses.example/drafts/${draft.slug}/remarks/2`)
    const block = blocks.find(({ blockId }) => blockId === comments[1]?.from?.blockId)
    expect(block?.text.slice(comments[1]?.from?.offset, comments[1]?.to?.offset)).toBe('трёх дней')
    expect(block?.number).toBe('1.')
    const clean = await wordVersion(as(null), of(draft.slug, 1, false))
    expect(imported(await clean.bytes()).comments).toEqual([])
    await expect(wordVersion(as(null), of(draft.slug, 2))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('keeps a seat for remarks whose words are gone, and says what was decided', async ({
    as,
    given,
    acts,
  }) => {
    const draft = await given.discussed()
    const { id } = await given.remark(draft, { words: 'Сведения об экспертах публикуются', body: 'Зачем?' })
    await decide(acts(draft.institute), id, { decision: 'accepted', reason: 'Убрано.' })
    await given.nextVersion(
      draft,
      'Совсем другой текст.\n\n1. Эксперт заполняет экспертный лист в течение трёх дней.',
    )
    const { bytes } = await wordVersion(as(null), of(draft.slug, 2))
    const [comment] = imported(await bytes()).comments
    expect(comment?.text).toContain('удалены: «Сведения об экспертах публикуются»')
    expect(comment?.text).toContain('Решение: учтено. Убрано.')
    expect(comment?.from).not.toBeNull()
  })

  test('tells what was put right, in a file made anew', async ({ as, given, acts }) => {
    const draft = await given.discussed({ text: 'Экспрет заполняет лист.\n\nВторой абзац.' })
    const before = await wordVersion(as(null), of(draft.slug))
    const [unit] = await blocksOfVersion(as(null), draft.versionId)
    const misprint = { before: 'Экспрет', after: 'Эксперт', reason: 'Опечатка в наборе' }
    const place = { versionId: draft.versionId, blockId: unit?.blockId ?? '' }
    await correctMisprint(acts(draft.institute), draft.id, { ...place, ...misprint })
    const { key, bytes } = await wordVersion(as(null), of(draft.slug, 1, false))
    expect(key).not.toBe(before.key)
    const file = new PizZip(await bytes()).file('word/document.xml')?.asText() ?? ''
    const [, words = ''] = file.split('Экспрет заполняет лист.')
    expect(words.replace(/<[^>]+>/g, '')).toMatch(
      /^\d\d\.\d\d\.\d{4} исправлена техническая ошибка: напечатано «Экспрет», следует читать «Эксперт»\. Опечатка в наборе/,
    )
  })

  test('of a draft out of reach does not exist', async ({ as, given }) => {
    const draft = await given.draft({ published: false })
    await expect(wordVersion(as(null), of(draft.slug))).rejects.toMatchObject({ code: 'not-found' })
  })
})
