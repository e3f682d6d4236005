import { eq, inArray } from 'drizzle-orm'
import { expect } from 'vitest'
import { keepCode, livingCode } from '#app/domain/accounts/activation/codes.server.ts'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import {
  claimEntry,
  confirmClaim,
  recallClaim,
  refuseClaim,
} from '#app/domain/experts/claiming/claiming.server.ts'
import { openClaims, ownClaims } from '#app/domain/experts/claiming/claims.server.ts'
import { claims, consents, erasures, notifications, people, users } from '#db/schema/index.ts'
import { test as base } from '#test/support/database.ts'
import { expertsGiven } from '#test/support/given/experts.ts'

const test = base.extend('experts', ({ db }) => expertsGiven(db))
const said = 'Приказ 2025 года, школа № 5, подтвердит директор'

test('a confirmed claim passes the account to the entry, whose number stays; the other leads to it', async ({
  acts,
  as,
  db,
  experts,
  given,
}) => {
  const direction = await experts.direction()
  const entry = await experts.expert(direction, { open: false })
  const me = await given.user()
  await giveConsent(acts(me), 'distribution')
  const id = await claimEntry(acts(me), { number: String(entry.number), said })
  const organizer = await given.user({
    role: 'organizer',
    scopeKind: 'direction',
    scopeId: direction.directionId,
  })
  expect((await openClaims(acts(organizer), null, 10)).rows.map((one) => one.id)).toEqual([id])
  await confirmClaim(acts(organizer), id, 'знаю лично')
  const now = await actorOf(db, { userId: me.userId }, me.today)
  expect(now).toMatchObject({ personId: entry.id, number: entry.number })
  const [before] = await db.select().from(people).where(eq(people.id, me.personId))
  expect(before?.mergedIntoId).toBe(entry.id)
  expect((await cardOf(as(null), before?.number ?? 0)).movedTo).toBe(entry.number)
  // the name in the orders is the entry's, and the person's own consent opens it
  expect((await cardOf(as(null), entry.number)).name?.family).toBe(entry.familyName)
  expect(await db.select().from(consents).where(eq(consents.personId, me.personId))).toEqual([])
  const told = await db.select().from(notifications).where(eq(notifications.personId, entry.id))
  expect(told.map(({ kind }) => kind)).toEqual(['claim.confirmed'])
  expect((await ownClaims(acts(now as NonNullable<typeof now>))).map(({ state }) => state)).toEqual([
    'confirmed',
  ])
})

test('two people claim one entry: whoever decides at the same moment, one is confirmed', async ({
  acts,
  db,
  experts,
  given,
}) => {
  const direction = await experts.direction()
  const entry = await experts.expert(direction)
  const [one, other, operator] = [
    await given.user(),
    await given.user(),
    await given.user({ role: 'operator' }),
  ]
  const ids = [
    await claimEntry(acts(one), { number: `№ ${entry.number}`, said }),
    await claimEntry(acts(other), { number: String(entry.number), said }),
  ]
  const tries = await Promise.allSettled(ids.map((id) => confirmClaim(acts(operator), id, 'по звонку')))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = tries.find(({ status }) => status === 'rejected') as PromiseRejectedResult
  expect(refused.reason).toMatchObject({ code: 'claim-taken' })
  expect(await db.select().from(users).where(eq(users.personId, entry.id))).toHaveLength(1)
  const left = (await db.select().from(claims).where(inArray(claims.id, ids))).filter(
    ({ state }) => state === 'open',
  )
  await refuseClaim(acts(operator), left[0]?.id ?? '', 'это другой человек')
  await expect(confirmClaim(acts(operator), left[0]?.id ?? '', 'всё же он')).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('an entry with an account is nobody else’s; its claimant learns that from the organiser alone', async ({
  acts,
  experts,
  given,
}) => {
  const direction = await experts.direction()
  const entry = await experts.expert(direction)
  await given.user({ person: entry })
  const [me, operator] = [await given.user(), await given.user({ role: 'operator' })]
  const id = await claimEntry(acts(me), { number: String(entry.number), said })
  await expect(confirmClaim(acts(operator), id, 'по звонку')).rejects.toMatchObject({ code: 'claim-taken' })
  await refuseClaim(acts(operator), id, 'запись занята')
  expect((await ownClaims(acts(me)))[0]).toMatchObject({ state: 'refused', reason: 'запись занята' })
})

test('what may not be claimed, and who may not decide', async ({ acts, experts, given }) => {
  const [direction, elsewhere] = [await experts.direction(), await experts.direction()]
  const entry = await experts.expert(direction)
  const me = await given.user()
  const nobody = await given.person()
  for (const number of [nobody.number, me.number, 2147483647])
    await expect(claimEntry(acts(me), { number: String(number), said })).rejects.toMatchObject({
      code: 'claim-none',
    })
  const id = await claimEntry(acts(me), { number: String(entry.number), said })
  await expect(claimEntry(acts(me), { number: String(entry.number), said })).rejects.toMatchObject({
    code: 'claim-open',
  })
  const expert = await given.user({ person: await experts.expert(direction) })
  await expect(claimEntry(acts(expert), { number: String(entry.number), said })).rejects.toMatchObject({
    code: 'claim-own-entry',
  })
  const stranger = await given.user({
    role: 'organizer',
    scopeKind: 'direction',
    scopeId: elsewhere.directionId,
  })
  expect((await openClaims(acts(stranger), null, 10)).rows).toEqual([])
  await expect(confirmClaim(acts(stranger), id, 'да')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(refuseClaim(acts(me), id, 'нет')).rejects.toMatchObject({ code: 'forbidden' })
  await recallClaim(acts(me))
  await expect(recallClaim(acts(me))).rejects.toMatchObject({ code: 'conflict' })
})

test('nobody decides on the own claim', async ({ acts, experts, given }) => {
  const direction = await experts.direction()
  const entry = await experts.expert(direction)
  const operator = await given.user({ role: 'operator' })
  const id = await claimEntry(acts(operator), { number: String(entry.number), said })
  await expect(confirmClaim(acts(operator), id, 'это я')).rejects.toMatchObject({ code: 'own-claim' })
})

test('an erased entry is nobody’s, also when it was erased after the claim', async ({
  acts,
  db,
  experts,
  given,
}) => {
  const entry = await experts.expert(await experts.direction())
  const [me, other, operator] = [
    await given.user(),
    await given.user(),
    await given.user({ role: 'operator' }),
  ]
  const id = await claimEntry(acts(me), { number: String(entry.number), said })
  await db.insert(erasures).values({
    ...{ personId: entry.id, state: 'done' as const, askedAt: new Date(), dueDay: '2026-04-01' },
    ...{ reason: 'по требованию', decidedById: operator.personId, decidedAt: new Date() },
  })
  await expect(claimEntry(acts(other), { number: String(entry.number), said })).rejects.toMatchObject({
    code: 'claim-none',
  })
  await expect(confirmClaim(acts(operator), id, 'по звонку')).rejects.toMatchObject({ code: 'claim-none' })
})

test('a claim is confirmed to a confirmed mailbox alone, and ends the slip of the entry', async ({
  acts,
  experts,
  given,
}) => {
  const direction = await experts.direction()
  const [entry, operator] = [await experts.expert(direction), await given.user({ role: 'operator' })]
  const [unsure, me] = [await given.user({ emailConfirmed: false }), await given.user()]
  await keepCode(acts(operator), {
    ...{ personId: entry.id, kind: 'slip', hash: entry.id, minutes: 60, issuedById: operator.personId },
  })
  const early = await claimEntry(acts(unsure), { number: String(entry.number), said })
  await expect(confirmClaim(acts(operator), early, 'по звонку')).rejects.toMatchObject({
    code: 'claim-unconfirmed',
  })
  await confirmClaim(acts(operator), await claimEntry(acts(me), { number: String(entry.number), said }), 'да')
  expect(await livingCode(acts(operator), entry.id)).toBeUndefined()
})
