import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { appointDeputy, endDeputy } from '#app/domain/accounts/deputising.server.ts'
import { Deputy, Grant } from '#app/domain/accounts/forms.ts'
import { endGrant, grantRole } from '#app/domain/accounts/granting.server.ts'
import {
  findPeople,
  grantsInForce,
  ownDeputies,
  personByLogin,
  placeId,
} from '#app/domain/accounts/queries.server.ts'
import { standsInFor } from '#app/domain/accounts/standing-in.ts'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { consents, deputies, grants, logEntries } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const ground = 'приказ по организации'
const terms = { from: '2026-03-02', until: '2026-03-31', ground }

test('a role is given for a place and a term, and holds from the first to the last day', async ({
  as,
  db,
  given,
}) => {
  const [coordinator, person, school] = [
    await given.user({ role: 'coordinator' }),
    await given.user(),
    await given.organisation(),
  ]
  const ctx = as(coordinator) as ActingCtx
  const id = await grantRole(ctx, {
    personId: person.personId,
    role: 'institute',
    scopeKind: 'organisation',
    scopeId: school.id,
    ...terms,
  })
  const has = async (day: string) =>
    (await given.actor(person.userId, day)).powers.some(({ capability }) => capability === 'draft.create')
  expect([
    await has('2026-03-01'),
    await has('2026-03-02'),
    await has('2026-03-31'),
    await has('2026-04-01'),
  ]).toEqual([...[false, true, true, false]])
  const [entry] = await db.select().from(logEntries).where(eq(logEntries.objectId, person.personId))
  expect(entry).toMatchObject({
    kind: 'grant.given',
    actorId: coordinator.personId,
    facts: { grant: id, role: 'institute' },
  })
  expect(await grantsInForce(ctx, person.personId)).toMatchObject([
    { id, scope: school.shortName, from: '2026-03-02', until: '2026-03-31', ground },
  ])

  await endGrant(as(coordinator, { now: '2026-03-10T09:00:00Z' }) as ActingCtx, id)
  expect([await has('2026-03-09'), await has('2026-03-10')]).toEqual([true, false])
  const later = as(coordinator, { now: '2026-03-10T10:00:00Z' }) as ActingCtx
  await expect(endGrant(later, id)).rejects.toMatchObject({ code: 'conflict' })
})

test('refusals of a grant, each with its reason', async ({ as, given }) => {
  const [coordinator, admin, school] = [
    await given.user({ role: 'coordinator' }),
    await given.user({ role: 'admin' }),
    await given.organisation(),
  ]
  const person = await given.user()
  const base = {
    personId: person.personId,
    role: 'institute',
    scopeKind: 'organisation',
    scopeId: school.id,
    ...terms,
  } as const
  const refused = (actor: Actor | null, change: object) =>
    grantRole(as(actor) as ActingCtx, { ...base, ...change }).then(
      () => 'given',
      ({ code }) => code,
    )
  expect(await refused(null, {})).toBe('signed-out')
  expect(await refused(person, { personId: admin.personId })).toBe('forbidden')
  expect(await refused(coordinator, { personId: coordinator.personId })).toBe('own-grant')
  expect(await refused(coordinator, { role: 'moderator', scopeKind: 'region', scopeId: null })).toBe(
    'region-grant',
  )
  expect(await refused(admin, { role: 'tsar' })).toBe('role-unknown')
  expect(await refused(admin, { role: 'participant' })).toBe('role-unknown')
  expect(await refused(admin, { role: 'moderator' })).toBe('scope-kind')
  expect(await refused(admin, { role: 'admin', scopeKind: 'region' })).toBe('scope-kind')
  expect(await refused(admin, { scopeId: null })).toBe('scope-unknown')
  expect(await refused(admin, { scopeId: person.personId })).toBe('scope-unknown')
  expect(await refused(admin, { from: '2026-02-01', until: '2026-03-01' })).toBe('term-past')
  expect(await refused(admin, { personId: school.id })).toBe('not-found')
  expect(await refused(admin, {})).toBe('given')
  expect(await refused(admin, { from: '2026-03-31', until: undefined })).toBe('grant-exists')
  expect(await refused(admin, { from: '2026-04-01', until: undefined })).toBe('given')
})

test('two who give one role at once give it once', async ({ as, db, given }) => {
  const [admin, person] = [await given.user({ role: 'admin' }), await given.user()]
  const input = {
    personId: person.personId,
    role: 'moderator',
    scopeKind: 'region',
    scopeId: null,
    ...terms,
  } as const
  const tries = await Promise.allSettled([1, 2, 3].map(() => grantRole(as(admin) as ActingCtx, input)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.select().from(grants).where(eq(grants.personId, person.personId))).toHaveLength(1)
})

test('a deputy has the powers for these days; the act names in whose stead', async ({ as, given }) => {
  const [boss, deputy] = [await given.user({ role: 'ministry' }), await given.user()]
  const ctx = as(boss) as ActingCtx
  const id = await appointDeputy(ctx, { personId: boss.personId, deputyId: deputy.personId, ...terms })
  const on = (day: string) => given.actor(deputy.userId, day)
  expect(standsInFor(await on('2026-03-31'), 'order.approve')).toBe(boss.personId)
  expect(standsInFor(await on('2026-04-01'), 'order.approve')).toBeUndefined()
  expect(standsInFor(boss, 'order.approve')).toBeUndefined()
  expect(await ownDeputies(as(deputy) as ActingCtx)).toMatchObject([
    { mine: false, other: { number: boss.number }, until: '2026-03-31' },
  ])

  await endDeputy(as(deputy, { now: '2026-03-05T09:00:00Z' }) as ActingCtx, id)
  expect(standsInFor(await on('2026-03-04'), 'order.approve')).toBe(boss.personId)
  expect(standsInFor(await on('2026-03-05'), 'order.approve')).toBeUndefined()
})

test('refusals of a deputy, each with its reason', async ({ as, db, given }) => {
  const [boss, deputy, stranger] = [
    await given.user({ role: 'ministry' }),
    await given.user(),
    await given.user(),
  ]
  const base = { personId: boss.personId, deputyId: deputy.personId, ...terms }
  const refused = (actor: Actor | null, change: object = {}) =>
    appointDeputy(as(actor) as ActingCtx, { ...base, ...change }).then(
      () => 'given',
      ({ code }) => code,
    )
  expect(await refused(null)).toBe('signed-out')
  expect(await refused(stranger)).toBe('forbidden')
  expect(await refused(boss, { deputyId: boss.personId })).toBe('own-deputy')
  expect(await refused(boss, { deputyId: (await given.person()).id })).toBe('deputy-no-user')
  expect(await refused(boss, { from: '2026-01-01', until: '2026-03-01' })).toBe('term-past')
  expect(await refused(boss)).toBe('given')
  expect(await refused(boss, { from: '2026-03-31', until: '2026-04-30' })).toBe('deputy-exists')
  const [made] = await db.select().from(deputies).where(eq(deputies.personId, boss.personId))
  await expect(endDeputy(as(stranger) as ActingCtx, String(made?.id))).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('who gives roles does not become a deputy by the own hand: rights would pass with it', async ({
  as,
  given,
}) => {
  const [boss, coordinator, other] = [
    await given.user({ role: 'admin' }),
    await given.user({ role: 'coordinator' }),
    await given.user(),
  ]
  const appoint = (deputyId: string) =>
    appointDeputy(as(coordinator) as ActingCtx, { personId: boss.personId, deputyId, ...terms })
  await expect(appoint(coordinator.personId)).rejects.toMatchObject({ code: 'own-grant' })
  expect(await appoint(other.personId)).toEqual(expect.any(String))
})

test('a number leads to a person only while the name may be shown, and nobody tries numbers for long', async ({
  as,
  db,
  given,
}) => {
  const [me, hidden] = [await given.user(), await given.user({ email: 'hidden@test.example' })]
  const ctx = as(me) as ActingCtx
  const consent = { version: '1', textSha256: 'x', givenAt: ctx.now, kind: 'distribution' as const }
  expect(await personByLogin(ctx, String(hidden.number))).toBeUndefined()
  expect(await personByLogin(ctx, 'Hidden@test.example')).toMatchObject({ number: hidden.number })
  await db.insert(consents).values({ personId: hidden.personId, ...consent })
  expect(await personByLogin(ctx, `№ ${hidden.number}`)).toMatchObject({ number: hidden.number })
  const tries = Array.from({ length: 20 }, () => personByLogin(ctx, '1').catch(({ code }) => code))
  expect(await Promise.all(tries)).toContain('too-many')
})

test.each([
  ['0000-01-01', '2026-03-31'],
  ['2026-03-02', '9999-12-31'],
  ['2026-02-30', '2026-03-31'],
])('%s … %s are no days of a term', (from, until) => {
  expect(Deputy.safeParse({ deputy: 'x', ground, from, until }).success).toBe(false)
  expect(Grant.safeParse({ role: 'x', scopeKind: 'region', ground, from, until }).success).toBe(false)
})

test('people are found by name, number and e-mail, and only by those who give roles', async ({
  as,
  given,
}) => {
  const admin = await given.user({ role: 'admin' })
  const person = await given.person({ familyName: 'Перепёлкина', givenName: 'Зоя' })
  const user = await given.user({ person, email: 'zoya@test.example' })
  const numbers = async (query: string) => (await findPeople(as(admin), query)).map(({ number }) => number)
  expect(await numbers('перепелкина з')).toEqual([user.number])
  expect(await numbers('ZOYA@test.example')).toEqual([user.number])
  expect(await numbers(`№ ${user.number}`)).toContain(user.number)
  expect(await numbers('%')).toEqual([])
  expect(await numbers('%%%')).toEqual([])
  expect(await numbers('99999999999')).toEqual([])
  await expect(findPeople(as(user), 'перепелкина')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(grantsInForce(as(user) as ActingCtx)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await grantsInForce(as(user) as ActingCtx, user.personId)).toEqual([])
})

test('a place is named by code or exact name', async ({ as, given }) => {
  const [school, town] = [await given.organisation(), await given.municipality()]
  expect(await placeId(as(null), 'organisation', school.shortName)).toBe(school.id)
  expect(await placeId(as(null), 'municipality', town.code)).toBe(town.id)
  expect(await placeId(as(null), 'direction', 'нет такого')).toBeNull()
})
