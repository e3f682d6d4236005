import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { describe, expect } from 'vitest'
import { viewerOf } from '#app/domain/ctx.ts'
import { disclosures, documents, drafts, glossaryTerms } from '#db/schema/index.ts'
import { type Group, type Part, searchAll } from '#search/engine.ts'
import { test } from '#test/support/database.ts'

const text = (parts: readonly Part[]) => parts.map((part) => part.text).join('')
const hits = (parts: readonly Part[]) => parts.filter(({ hit }) => hit).map((part) => part.text)

/** A word that no other test of the file has. */
const rareWord = () =>
  `ж${[...uuidv7().slice(-8)].map((letter) => 'абвгдежзиклмнопр'[Number.parseInt(letter, 16)]).join('')}`

describe('search', () => {
  test('finds a published draft and its paragraphs, never an unpublished or withdrawn one', async ({
    as,
    given,
    db,
    web,
  }) => {
    const word = rareWord()
    const shown = await given.draft({ text: `Первый абзац.\n\nЗдесь стоит ${word}ость и ничего больше.` })
    const hidden = await given.draft({ text: `Тайный ${word}изм.`, published: false })
    const withdrawn = await given.draft({ text: `Снятый ${word}.` })
    await db
      .update(drafts)
      .set({ withdrawnAt: new Date(), withdrawReason: 'ошибка' })
      .where(eq(drafts.id, withdrawn.id))

    const guest = await searchAll(web, viewerOf(as(null)), word)
    expect(guest.groups).toHaveLength(1)
    expect(guest.groups[0]).toMatchObject({ group: 'paragraphs', count: 1 })
    const [row] = guest.groups[0]?.rows ?? []
    expect(row?.href).toMatch(new RegExp(`^/drafts/${shown.slug}#b-[0-9a-f]{10}$`))
    expect(hits(row?.excerpt ?? [])).toEqual([`${word}ость`])

    const institute = await searchAll(web, viewerOf(as(hidden.institute)), word)
    expect(institute.count).toBe(1)
  })

  test('finds an expert by a name that may be shown, and by nothing else', async ({ as, given, db, web }) => {
    const word = rareWord()
    const familyName = word[0]?.toUpperCase() + word.slice(1)
    const direction = await given.registry.direction()
    const open = await given.registry.expert(direction, { familyName, givenName: 'Алёна' })
    await given.registry.expert(direction, { familyName, givenName: 'Скрытая', open: false })
    await given.registry.expert(direction, {
      familyName,
      givenName: 'Бывшая',
      during: '[2020-01-01,2021-01-01)',
    })
    const guest = viewerOf(as(null))

    const found = await searchAll(web, guest, `${word} алена`)
    expect(found.groups).toMatchObject([
      { group: 'experts', count: 1, rows: [{ href: `/experts/${open.number}` }] },
    ])
    expect(hits(found.groups[0]?.rows[0]?.title ?? [])).toEqual([familyName, 'Алёна'])
    expect(JSON.stringify(await searchAll(web, guest, word))).not.toMatch(/Скрытая|Бывшая/)
    expect(JSON.stringify(await searchAll(web, guest, 'Скрытая'))).not.toContain(familyName)

    await db.update(disclosures).set({ endedAt: new Date() }).where(eq(disclosures.personId, open.id))
    expect((await searchAll(web, guest, word)).state).toBe('none')
  })

  test('forgives a typo in a name and says that it did', async ({ as, given, web }) => {
    const direction = await given.registry.direction()
    await given.registry.expert(direction, { familyName: 'Звенигородцева' })
    const found = await searchAll(web, viewerOf(as(null)), 'Звенегородцева')
    expect(found.groups).toMatchObject([{ group: 'experts', similar: true, count: 1 }])
  })

  test('a document not published is found by its keeper only', async ({ as, given, db, web }) => {
    const word = rareWord()
    await db.insert(documents).values({
      ...{
        code: `order-${uuidv7()}`,
        kind: 'order',
        tier: 'regional',
        issuer: 'Ведомство',
        number: '01/77-ф',
      },
      ...{ title: `О мерах: ${word}`, source: 'site', day: '2026-01-01' },
    })
    expect((await searchAll(web, viewerOf(as(null)), word)).state).toBe('none')
    const ministry = await given.user({ role: 'ministry' })
    const found = await searchAll(web, viewerOf(as(ministry)), word)
    expect(found.groups).toMatchObject([{ group: 'documents', rows: [{ day: '2026-01-01' }] }])
    expect((await searchAll(web, viewerOf(as(ministry)), `${word} 01/77`)).count).toBe(1)
  })

  test('inflected words, ё, case and beginnings find the same; all words are needed', async ({
    as,
    db,
    web,
  }) => {
    const word = rareWord()
    await db.insert(glossaryTerms).values({
      ...{
        code: `t-${uuidv7()}`,
        term: `${word} учёта`,
        definition: 'сведения об экспертах региона',
        source: 'x',
      },
    })
    const guest = viewerOf(as(null))
    for (const asked of [
      `${word} учета`,
      `УЧЁТ ${word}`,
      `${word} эксперты`,
      `${word} экс`,
      `«${word}» & (регионы | об)`,
    ])
      expect((await searchAll(web, guest, asked)).groups, asked).toMatchObject([{ group: 'terms', count: 1 }])
    expect((await searchAll(web, guest, `${word} отсутствующее`)).state).toBe('none')
    expect((await searchAll(web, guest, `${word} кспертах`)).state).toBe('none')
  })

  test('a chosen group shows more of itself, counts of the others stay', async ({ as, db, web }) => {
    const word = rareWord()
    await db.insert(glossaryTerms).values(
      Array.from({ length: 12 }, (_, index) => ({
        ...{ code: `t-${uuidv7()}`, term: `${word} ${index}`, definition: 'о', source: 'x' },
      })),
    )
    const rows = async (group?: Group) =>
      (await searchAll(web, viewerOf(as(null)), word, { group, limit: 5 })).groups[0]
    expect(await rows()).toMatchObject({ group: 'terms', count: 12 })
    expect((await rows())?.rows).toHaveLength(5)
    expect((await rows('terms'))?.rows).toHaveLength(12)
  })

  test('whatever is asked, there is an answer', async ({ as, web }) => {
    const guest = viewerOf(as(null))
    const states: [string, string][] = [
      ...([
        ['', 'start'],
        ['   \n', 'start'],
        ['я', 'short'],
        ['\0', 'short'],
        ['&|!():*<->', 'short'],
      ] as [string, string][]),
      ...([
        ['zz\0qq', 'none'],
        ['‮zzqqxx', 'none'],
        ["zz' or 1=1 --", 'none'],
        ['zz\\m.*[', 'none'],
      ] as [string, string][]),
      ...([
        ['zz<script>alert(1)</script>', 'none'],
        ['\ud800zzqq', 'none'],
        ['zz%_', 'none'],
        ['99-99', 'none'],
        ['2199-12-31', 'none'],
        ['99.99/99-99', 'none'],
      ] as [string, string][]),
    ]
    for (const [asked, state] of states) expect((await searchAll(web, guest, asked)).state, asked).toBe(state)
    const long = await searchAll(web, guest, 'щ'.repeat(10_000))
    expect(long).toMatchObject({ state: 'none', query: { cut: true } })
    expect(long.query.shown.length).toBeLessThan(200)
    expect((await searchAll(web, guest, 'слово '.repeat(2_000))).query.words).toEqual(['слово'])
  })

  test('an excerpt is plain text with marks, around the first hit', async ({ as, db, web }) => {
    const word = rareWord()
    await db.insert(glossaryTerms).values({
      ...{ code: `t-${uuidv7()}`, term: 'термин', source: 'x' },
      definition: `${'до этого '.repeat(60)}<b>${word}</b> ${'после того '.repeat(60)}`,
    })
    const [row] = (await searchAll(web, viewerOf(as(null)), word)).groups[0]?.rows ?? []
    const shown = row?.excerpt ?? []
    expect(hits(shown)).toEqual([word])
    expect(text(shown)).toMatch(new RegExp(`^… .*<b>${word}</b>.* …$`))
    expect(text(shown).length).toBeLessThan(260)
  })
})
