import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { content } from '#content/load.ts'
import { assignments, deputies, users } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { accountsGiven } from '#test/support/given/accounts.ts'

const has = (
  powers: readonly { capability: string; scopeKind: string; scopeId: string | null }[],
  capability: string,
) =>
  powers
    .filter((power) => power.capability === capability)
    .map((power) => `${power.scopeKind}:${power.scopeId ?? ''}`)

test('everybody who signed in has what the participant can, for the region', async ({ db, web }) => {
  const actor = await accountsGiven(db).user()
  const seen = await actorOf(web, { userId: actor.userId }, '2026-03-02')
  const all = Object.entries(content().roles.roles.find((role) => role.code === 'participant')?.can ?? {})
  expect(seen?.powers.map((power) => power.capability).sort()).toEqual(
    all
      .filter(([, reach]) => reach === 'all')
      .map(([capability]) => capability)
      .sort(),
  )
  expect(seen).toMatchObject({ personId: actor.personId, emailConfirmed: true, today: '2026-03-02' })
})

test('own reaches the scope of the grant, all reaches the region', async ({ db }) => {
  const given = accountsGiven(db)
  const organisation = await given.organisation()
  const actor = await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: organisation.id })
  expect(has(actor.powers, 'draft.create')).toEqual([`organisation:${organisation.id}`])
  expect(has(actor.powers, 'order.read')).toEqual(['region:'])
})

test('own of a grant over the region is where the holder works and what bears the duty', async ({ db }) => {
  const given = accountsGiven(db)
  const [work, duty] = [await given.organisation(), await given.organisation()]
  await db
    .insert(assignments)
    .values({ duty: 'coordinator', organisationId: duty.id, during: '[2024-01-01,)', ground: 'для проверки' })
  const actor = await given.user({ role: 'coordinator', employedAt: work.id })
  expect(has(actor.powers, 'draft.edit').sort()).toEqual(
    [`organisation:${work.id}`, `organisation:${duty.id}`].sort(),
  )
  const operator = await given.user({ role: 'operator' })
  expect(has(operator.powers, 'draft.edit')).toEqual([])
})

test('a grant holds from its first day until the day before its end', async ({ db, web }) => {
  const { userId } = await accountsGiven(db).user({ role: 'moderator', during: '[2026-03-02,2026-03-05)' })
  const on = async (day: string) =>
    has((await actorOf(web, { userId }, day))?.powers ?? [], 'remark.moderate').length
  expect([
    await on('2026-03-01'),
    await on('2026-03-02'),
    await on('2026-03-04'),
    await on('2026-03-05'),
  ]).toEqual([0, 1, 1, 0])
})

test('a deputy holds the powers of the other for these days only, marked as such', async ({ db, web }) => {
  const given = accountsGiven(db)
  const [boss, deputy] = [await given.user({ role: 'ministry' }), await given.user()]
  await db.insert(deputies).values({
    personId: boss.personId,
    deputyId: deputy.personId,
    during: '[2026-03-02,2026-03-04)',
    ground: 'отпуск',
  })
  const approving = async (day: string) =>
    (await actorOf(web, { userId: deputy.userId }, day))?.powers.filter(
      (power) => power.capability === 'order.approve',
    )
  expect(await approving('2026-03-03')).toEqual([
    { capability: 'order.approve', scopeKind: 'region', scopeId: null, deputyOfId: boss.personId },
  ])
  expect(await approving('2026-03-04')).toEqual([])
  // the other way round nothing passes
  expect(
    (await actorOf(web, { userId: boss.userId }, '2026-03-03'))?.powers.some((power) => power.deputyOfId),
  ).toBe(false)
})

test('a deputy of a deputy holds nothing of the first', async ({ db }) => {
  const given = accountsGiven(db)
  const [first, second, third] = [
    await given.user({ role: 'ministry' }),
    await given.user(),
    await given.user(),
  ]
  await db.insert(deputies).values([
    { personId: first.personId, deputyId: second.personId, during: '[2026-01-01,)', ground: 'отпуск' },
    { personId: second.personId, deputyId: third.personId, during: '[2026-01-01,)', ground: 'отпуск' },
  ])
  expect(has((await given.actor(second.userId)).powers, 'order.approve')).toHaveLength(1)
  expect(has((await given.actor(third.userId)).powers, 'order.approve')).toHaveLength(0)
})

test('a closed sign-in and an unknown user are nobody', async ({ db, web }) => {
  const { userId } = await accountsGiven(db).user({ role: 'admin' })
  await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, userId))
  expect(await actorOf(web, { userId }, '2026-03-02')).toBeNull()
  expect(await actorOf(web, { userId: '01890000-0000-7000-8000-000000000000' }, '2026-03-02')).toBeNull()
})
