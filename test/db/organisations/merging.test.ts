import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { registerOrder } from '#app/domain/experts/ordering.server.ts'
import { assignDuty } from '#app/domain/organisations/duties.server.ts'
import { changesOf } from '#app/domain/organisations/history.server.ts'
import {
  addOrganisation,
  closeOrganisation,
  editOrganisation,
  reopenOrganisation,
} from '#app/domain/organisations/keeping.server.ts'
import { mergeOrganisations, mergesOf, undoMerge } from '#app/domain/organisations/merging.server.ts'
import { organisationCalled } from '#app/domain/organisations/naming.server.ts'
import { listOrganisations, organisationByCode } from '#app/domain/organisations/queries.server.ts'
import { addSuccession } from '#app/domain/organisations/succeeding.server.ts'
import { employments, grants, orders, organisations } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const card = (values = {}) => ({
  ...{ name: 'Школа «Заря»', shortName: 'Заря', type: 'school', tier: 'institutional' as const },
  ...{ municipality: '', parent: '', aliases: '', inn: '', firstDay: undefined, ground: 'устав' },
  ...{ address: '', phone: '', email: '', site: '', ...values },
})

test('all that spoke of the double speaks of the card that stays; taken back, each returns to its own', async ({
  given,
  acts,
  as,
  db,
}) => {
  const operator = await given.user({ role: 'operator' })
  const place = await given.municipality()
  const kept = await given.organisation({
    name: 'Гимназия № 7',
    shortName: 'Гимназия № 7',
    municipalityId: place.id,
  })
  const gone = await given.organisation({
    name: 'Гимназия №7',
    shortName: 'Гимн. 7',
    aliases: ['Г-7'],
    municipalityId: place.id,
  })
  const unit = await given.organisation({ parentId: gone.id })
  const teacher = await given.user({
    employedAt: gone.id,
    role: 'school',
    scopeKind: 'organisation',
    scopeId: gone.id,
  })
  const gia = await given.registry.direction()
  const expert = await given.person()
  const line = {
    personId: expert.id,
    directionVersionId: gia.id,
    tier: 'regional' as const,
    act: 'begin' as const,
  }
  const paper = {
    issuerId: gone.id,
    number: '1',
    day: '2026-02-01',
    title: 'О списке',
    effect: 'approves' as const,
    lines: [line],
  }
  const { id: orderId } = await registerOrder(acts(operator), paper)

  const first = await mergeOrganisations(acts(operator), kept.id, { gone: gone.code, ground: '' })
  if (!('preview' in first)) throw new Error('merged unseen')
  const { preview } = first
  expect(Object.fromEntries(preview.moves.map(({ of, count }) => [of, count]))).toEqual({
    ...{
      'employments.organisation_id': 1,
      'grants.scope_id': 1,
      'orders.issuer_id': 1,
      'organisations.parent_id': 1,
    },
  })
  expect(preview.aliases).toEqual(['Гимназия №7', 'Гимн. 7', 'Г-7'])
  const sent = { gone: gone.code, ground: 'двойник', seen: preview.seal }
  await given.organisation({ parentId: gone.id })
  expect(await mergeOrganisations(acts(operator), kept.id, sent)).toMatchObject({
    preview: { moves: expect.any(Array) },
  })
  const again = await mergeOrganisations(acts(operator), kept.id, { gone: gone.code, ground: '' })
  const seen = 'preview' in again ? again.preview.seal : ''
  expect(await mergeOrganisations(acts(operator), kept.id, { ...sent, seen })).toEqual({ code: kept.code })

  const at = async () => ({
    order: (await db.select().from(orders).where(eq(orders.id, orderId)))[0]?.issuerId,
    work: (await db.select().from(employments).where(eq(employments.personId, teacher.personId)))[0]
      ?.organisationId,
    grant: (await db.select().from(grants).where(eq(grants.personId, teacher.personId)))[0]?.scopeId,
    unit: (await db.select().from(organisations).where(eq(organisations.id, unit.id)))[0]?.parentId,
  })
  expect(await at()).toEqual({ order: kept.id, work: kept.id, grant: kept.id, unit: kept.id })
  expect(await organisationByCode(as(null), gone.code)).toMatchObject({ movedTo: kept.code })
  expect(await organisationCalled(as(null), 'Г-7')).toMatchObject({ code: kept.code })
  const listed = await listOrganisations(as(null), { filter: { municipality: place.code } })
  expect(listed.rows.map(({ code }) => code)).toEqual([kept.code])
  const later = await given.user({ employedAt: kept.id })

  const [merge] = await mergesOf(acts(operator), kept.id)
  await undoMerge(acts(operator), kept.id, merge?.id ?? '', 'ошибка')
  expect(await at()).toEqual({ order: gone.id, work: gone.id, grant: gone.id, unit: gone.id })
  expect(await organisationByCode(as(null), gone.code)).toMatchObject({
    movedTo: null,
    aliases: ['Г-7'],
    ended: false,
  })
  expect(await organisationByCode(as(null), kept.code)).toMatchObject({ aliases: [] })
  const [stays] = await db.select().from(employments).where(eq(employments.personId, later.personId))
  expect(stays?.organisationId).toBe(kept.id)
  await expect(undoMerge(acts(operator), kept.id, merge?.id ?? '', 'ещё')).rejects.toMatchObject({
    code: 'conflict',
  })
  const kinds = (await changesOf(as(null), kept.id)).map(({ kind, by }) => [kind, by])
  expect(kinds).toEqual([
    ['unmerged', null],
    ['merged', null],
  ])
})

test('no merge of what is no double, and none that would put two rows where one may be', async ({
  given,
  acts,
  db,
}) => {
  const operator = await given.user({ role: 'operator' })
  const [one, other] = [
    await given.organisation({ inn: '7707083893' }),
    await given.organisation({ inn: '5260123454' }),
  ]
  const below = await given.organisation({ parentId: one.id })
  const merge = (kept: { id: string }, gone: { code: string }) =>
    mergeOrganisations(acts(operator), kept.id, { gone: gone.code, ground: 'x' })
  await expect(merge(one, other)).rejects.toMatchObject({ code: 'merge-inn', field: 'gone' })
  await expect(merge(one, below)).rejects.toMatchObject({ code: 'merge-kin' })
  await expect(merge(one, one)).rejects.toMatchObject({ code: 'merge-self' })
  const [a, b] = [await given.organisation(), await given.organisation()]
  await db.insert(orders).values(
    [a, b].map(({ id, code }) => ({
      slug: `s-${code}`,
      issuerId: id,
      number: '1',
      day: '2025-01-01',
      title: 't',
      effect: 'approves' as const,
      registeredAt: new Date(),
      source: 'site' as const,
    })),
  )
  const seen = await merge(a, b)
  const seal = 'preview' in seen ? seen.preview.seal : ''
  await expect(
    mergeOrganisations(acts(operator), a.id, { gone: b.code, ground: 'x', seen: seal }),
  ).rejects.toMatchObject({ code: 'merge-twice' })
  expect((await db.select().from(organisations).where(eq(organisations.id, b.id)))[0]).toMatchObject({
    mergedIntoId: null,
    during: '[1900-01-01,)',
  })
})

test('a municipality keeps its own cards; a guessed id of another is refused and nothing changes', async ({
  given,
  acts,
  db,
  as,
}) => {
  const [own, foreign] = [await given.municipality(), await given.municipality()]
  const keeper = await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: own.id })
  const ctx = acts(keeper)
  const theirs = await given.organisation({ municipalityId: foreign.id })
  const region = await given.organisation({ municipalityId: own.id, tier: 'regional' })
  const code = await addOrganisation(ctx, card({ municipality: own.code }))
  const { id, revision } = await organisationByCode(as(null), code)
  await expect(addOrganisation(ctx, card({ municipality: foreign.code }))).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(
    addOrganisation(ctx, card({ municipality: own.code, tier: 'regional', name: 'x' })),
  ).rejects.toMatchObject({ code: 'organisation-tier' })
  await expect(editOrganisation(ctx, theirs.id, card({ municipality: own.code }), 1)).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(editOrganisation(ctx, region.id, card(), 1)).rejects.toMatchObject({
    code: 'organisation-tier',
  })
  await expect(
    editOrganisation(ctx, id, card({ municipality: foreign.code }), revision),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    closeOrganisation(ctx, theirs.id, { lastDay: '2026-01-01', ground: 'x' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(mergeOrganisations(ctx, id, { gone: theirs.code, ground: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(
    addSuccession(ctx, theirs.id, { other: code, side: 'successor', ground: '' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    assignDuty(ctx, id, { duty: 'operator', firstDay: '2026-01-01', ground: 'x' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  expect((await db.select().from(organisations).where(eq(organisations.id, theirs.id)))[0]).toEqual(theirs)

  await editOrganisation(ctx, id, card({ municipality: own.code, shortName: 'Заря-2' }), revision)
  await expect(editOrganisation(ctx, id, card({ municipality: own.code }), revision)).rejects.toMatchObject({
    code: 'stale',
  })
  expect((await changesOf(acts(keeper), id))[0]).toMatchObject({
    kind: 'edited',
    fields: [{ field: 'shortName', before: 'Заря', after: 'Заря-2' }],
  })
  await closeOrganisation(ctx, id, { lastDay: '2026-01-31', ground: 'приказ' })
  expect(await organisationByCode(as(null), code)).toMatchObject({ ended: true, endDay: '2026-02-01' })
  await reopenOrganisation(ctx, id, 'отменён')
  expect(await organisationByCode(as(null), code)).toMatchObject({ ended: false, endDay: null })
})
