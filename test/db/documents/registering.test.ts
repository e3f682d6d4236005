import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { describe, expect } from 'vitest'
import { documentByCode, documentFacets, listDocuments } from '#app/domain/documents/queries.server.ts'
import { createDocument, publishDocument } from '#app/domain/documents/registering.server.ts'
import { documents, logEntries } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { card } from './card.ts'

describe('a document card', () => {
  test('is seen by its keeper first, then by everybody, and is recorded', async ({ as, given, db, acts }) => {
    const ministry = await given.user({ role: 'ministry' })
    const input = card()
    const id = await createDocument(acts(ministry), input)
    await expect(documentByCode(as(null), input.code)).rejects.toMatchObject({ code: 'not-found' })
    expect(await documentByCode(as(ministry), input.code)).toMatchObject({
      publishedAt: null,
      force: 'in-force',
    })

    await publishDocument(acts(ministry), id)

    expect(await documentByCode(as(null), input.code)).toMatchObject({
      title: input.title,
      firstDay: '2025-04-01',
    })
    const kinds = await db
      .select({ kind: logEntries.kind })
      .from(logEntries)
      .where(eq(logEntries.objectId, id))
    expect(kinds.map(({ kind }) => kind)).toEqual(['document.created', 'document.published'])
    await expect(publishDocument(acts(ministry), id)).rejects.toMatchObject({
      code: 'document-published',
    })
  })

  test('ends the force of what it supersedes, and the chain is told from both ends', async ({
    as,
    given,
    acts,
  }) => {
    const ministry = acts(await given.user({ role: 'ministry' }))
    const [first, second, third] = [
      card(),
      card({ day: '2025-09-01', firstDay: '2025-09-01' }),
      card({ day: '2027-01-01', firstDay: '2027-01-01' }),
    ]
    const firstId = await createDocument(ministry, first)
    await publishDocument(ministry, firstId)
    const secondId = await createDocument(ministry, { ...second, supersedesId: firstId })
    expect(await documentByCode(as(null), first.code)).toMatchObject({ force: 'in-force', endDay: null })
    await publishDocument(ministry, secondId)
    await publishDocument(ministry, await createDocument(ministry, { ...third, supersedesId: secondId }))

    const codes = [first.code, second.code, third.code]
    for (const code of codes)
      expect((await documentByCode(as(null), code)).chain.map((one) => one.code)).toEqual(codes)
    expect(await documentByCode(as(null), first.code)).toMatchObject({ force: 'ended', endDay: '2025-09-01' })
    expect(await documentByCode(as(null), second.code)).toMatchObject({
      force: 'in-force',
      endDay: '2027-01-01',
    })
    expect(await documentByCode(as(null), third.code)).toMatchObject({ force: 'ahead' })
  })

  test('a circle of cards entered by mistake is told once round', async ({ given, db, acts }) => {
    const ministry = acts(await given.user({ role: 'ministry' }))
    const [one, other] = [card(), card()]
    const oneId = await createDocument(ministry, one)
    const otherId = await createDocument(ministry, { ...other, supersedesId: oneId })
    await db.update(documents).set({ supersedesId: otherId }).where(eq(documents.id, oneId))
    expect((await documentByCode(ministry, one.code)).chain).toHaveLength(2)
  })

  test('is refused to those without the right, with a taken code, and with what makes no sense', async ({
    given,
    acts,
  }) => {
    const ministry = acts(await given.user({ role: 'ministry' }))
    const participant = acts(await given.user({ role: 'participant' }))
    const input = card()
    await expect(createDocument(participant, input)).rejects.toMatchObject({ code: 'forbidden' })
    const id = await createDocument(ministry, input)
    await expect(publishDocument(participant, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(createDocument(ministry, input)).rejects.toMatchObject({
      code: 'document-exists',
      field: 'code',
    })
    for (const [wrong, field] of [
      [{ code: 'Приказ 1' }, 'code'],
      [{ title: '  ' }, 'title'],
      [{ title: 'a\0b' }, 'title'],
      [{ kind: 'novel' }, 'kind'],
      [{ tier: 'galactic' }, 'tier'],
      [{ endDay: '2025-04-01' }, 'endDay'],
      [{ supersedesId: uuidv7() }, 'supersedesId'],
    ] as const)
      await expect(createDocument(ministry, card(wrong))).rejects.toMatchObject({ field })
  })

  test('an organisation keeps its own cards only', async ({ as, given, acts }) => {
    const [own, other] = [await given.organisation(), await given.organisation()]
    const keeper = acts(
      await given.user({
        role: 'institute',
        scopeKind: 'organisation',
        scopeId: own.id,
        employedAt: own.id,
      }),
    )
    const input = card({ issuerId: own.id })
    await createDocument(keeper, input)
    expect(await documentByCode(keeper, input.code)).toMatchObject({ issuerCode: own.code })
    await expect(createDocument(keeper, card({ issuerId: other.id }))).rejects.toMatchObject({
      code: 'forbidden',
    })
    const stranger = await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: other.id })
    await expect(documentByCode(as(stranger), input.code)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the list of documents', () => {
  test('goes by keyset through everything once, and its counts agree', async ({ as, given, db }) => {
    const guest = as(null)
    const rows = Array.from({ length: 7 }, (_, index) => ({
      ...{ code: `law-${uuidv7()}`, kind: 'law', tier: 'federal', issuer: 'Ведомство', number: `${index}` },
      ...{ day: index < 4 ? '2024-05-05' : null, title: `Закон ${index}`, source: 'site' as const },
      ...{
        publishedAt: index === 6 ? null : new Date('2024-05-05T00:00:00Z'),
        inForce: index < 2 ? '[2024-05-05,)' : null,
      },
    }))
    await db.insert(documents).values(rows)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listDocuments(guest, { filter: { kinds: ['law'] }, after, limit: 2 })
      seen.push(...page.rows.map(({ code }) => code))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(6)
    expect(new Set(seen)).toEqual(new Set(rows.slice(0, 6).map(({ code }) => code)))
    expect((await documentFacets(guest, '2026-03-02')).kinds.get('law')).toBe(6)
    const standing = await listDocuments(guest, { filter: { kinds: ['law'], inForceOn: '2024-05-05' } })
    expect(standing.rows).toHaveLength(2)
    expect(
      (await listDocuments(guest, { filter: { kinds: ['law'], inForceOn: '2024-05-04' } })).rows,
    ).toEqual([])
    const ministry = await given.user({ role: 'ministry' })
    expect((await listDocuments(as(ministry), { filter: { kinds: ['law'] } })).rows).toHaveLength(7)
  })

  test('codes that no database can hold are not found', async ({ as }) => {
    for (const code of ['', '\0', "'; drop table documents; --", 'x'.repeat(10_000)])
      await expect(documentByCode(as(null), code)).rejects.toMatchObject({ code: 'not-found' })
  })
})
