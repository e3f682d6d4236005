import { describe, expect } from 'vitest'
import { cardFields, codeOf } from '#app/domain/documents/card-writing.server.ts'
import { NewCard } from '#app/domain/documents/forms.ts'
import { documentByCode } from '#app/domain/documents/queries.server.ts'
import { correctDocument, createDocument, publishDocument } from '#app/domain/documents/registering.server.ts'
import { test } from '#test/support/database.ts'
import { card } from './card.ts'

describe('a card that is not published yet', () => {
  test('is corrected by its keepers at the same address, and no longer once it is published', async ({
    given,
    acts,
  }) => {
    const [own, other] = [await given.organisation(), await given.organisation()]
    const keeper = acts(await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: own.id }))
    const ministry = acts(await given.user({ role: 'ministry' }))
    const { code, ...input } = card({ issuerId: own.id })
    const id = await createDocument(keeper, { code, ...input })

    await correctDocument(keeper, id, { ...input, title: 'Исправлено', firstDay: null })

    expect(await documentByCode(keeper, code)).toMatchObject({ title: 'Исправлено', force: 'unknown' })
    await expect(correctDocument(keeper, id, { ...input, issuerId: other.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(correctDocument(keeper, id, { ...input, supersedesId: id })).rejects.toMatchObject({
      ...{ code: 'document-itself', field: 'supersedes' },
    })
    await publishDocument(ministry, id)
    await expect(correctDocument(keeper, id, input)).rejects.toMatchObject({ code: 'document-published' })
  })

  test('cannot take the address of the form', async ({ given, acts }) => {
    const ministry = acts(await given.user({ role: 'ministry' }))
    await expect(createDocument(ministry, card({ code: 'new' }))).rejects.toMatchObject({ field: 'code' })
  })
})

describe('a card as it is typed', () => {
  const typed = (values = {}) =>
    NewCard.parse({
      ...{ kind: 'order', tier: 'regional', issuer: 'Чужое ведомство', number: '02/17', day: '2025-04-01' },
      title: 'О порядке',
      ...values,
    })

  test('names issuer and predecessor in words; the last day becomes the day after it', async ({
    given,
    acts,
  }) => {
    const ministry = acts(await given.user({ role: 'ministry' }))
    const issuer = await given.organisation()
    const before = card()
    const beforeId = await createDocument(ministry, before)
    const days = { firstDay: '2025-04-01', lastDay: '2025-12-31' }
    expect(
      await cardFields(ministry, typed({ issuer: issuer.name, supersedes: before.code, ...days })),
    ).toMatchObject({ issuerId: issuer.id, supersedesId: beforeId, endDay: '2026-01-01' })
    expect(await cardFields(ministry, typed())).toMatchObject({ issuerId: null, supersedesId: null })
    await expect(cardFields(ministry, typed({ supersedes: 'nothing' }))).rejects.toMatchObject({
      ...{ code: 'document-unknown', field: 'supersedes' },
    })
    const twin = await given.organisation({ shortName: issuer.shortName })
    await expect(cardFields(ministry, typed({ issuer: twin.shortName }))).rejects.toMatchObject({
      ...{ code: 'organisation-many', field: 'issuer' },
    })
  })

  test('a keeper of one organisation names no other issuer; others learn nothing', async ({
    given,
    acts,
  }) => {
    const own = await given.organisation()
    const keeper = acts(await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: own.id }))
    const stranger = acts(await given.user())
    expect(await cardFields(keeper, typed({ issuer: own.shortName }))).toMatchObject({ issuerId: own.id })
    expect(await cardFields(keeper, typed({ issuer: own.code }))).toMatchObject({ issuer: own.shortName })
    await expect(cardFields(keeper, typed())).rejects.toMatchObject({
      ...{ code: 'document-foreign', field: 'issuer' },
    })
    await expect(cardFields(stranger, typed())).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('gets an address from kind, year and the last digits of its number', () => {
    expect(codeOf({ kind: 'order', day: '2025-04-01', number: '02/17-к' })).toBe('order-2025-17')
    expect(codeOf({ kind: 'law', day: '2025-04-01', number: 'б/н' })).toBe('law-2025')
  })
})
