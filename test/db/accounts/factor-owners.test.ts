/** The second step of sign-in: whom a role obliges, who may take it away, and which key opens it. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { demoCode, hasFactor, takeCode } from '#app/domain/accounts/one-time.server.ts'
import { removeFactor, resetFactor } from '#app/domain/accounts/second-factor.server.ts'
import { vaultOf } from '#app/domain/accounts/vault.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { deputies, logEntries, sessions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { enrolled, testPassword as password, testVault as vault } from '#test/support/given/factors.ts'

const later = (ctx: ActingCtx, seconds: number): ActingCtx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + seconds * 1000),
})
test('a factor is removed by password and code, and not where a role obliges', async ({
  acts,
  given,
  db,
}) => {
  const ctx = acts(await given.user())
  const { codeAfter } = await enrolled(ctx)
  const soon = later(ctx, 60)
  await expect(removeFactor(soon, vault, { password, code: '000000', required: true })).rejects.toMatchObject(
    { code: 'wrong-code' },
  )
  await removeFactor(soon, vault, { password, code: codeAfter(60), required: true })
  expect(await hasFactor(db, ctx.actor.userId)).toBe(false)

  const operator = acts(await given.user({ role: 'operator' }))
  expect(operator.actor.secondFactor).toEqual({ obliged: true, enrolled: false })
  const own = await enrolled(operator)
  const given60 = { password, code: own.codeAfter(60) }
  await expect(
    removeFactor(later(operator, 60), vault, { ...given60, required: true }),
  ).rejects.toMatchObject({
    code: 'factor-obliged',
  })
  await removeFactor(later(operator, 60), vault, { ...given60, required: false })
})

test('a deputy of an obliged person is obliged, too; a role that has ended obliges nobody', async ({
  given,
  db,
}) => {
  const operator = await given.user({ role: 'operator' })
  const deputy = await given.user()
  await db.insert(deputies).values({
    ...{
      personId: operator.personId,
      deputyId: deputy.personId,
      during: '[2026-03-01,2026-03-10)',
      ground: 'отпуск',
    },
    createdAt: new Date('2026-03-01T00:00:00Z'),
  })
  const on = async (day: string) => (await actorOf(db, deputy, day))?.secondFactor?.obliged
  expect([await on('2026-02-28'), await on('2026-03-02'), await on('2026-03-10')]).toEqual([
    false,
    true,
    false,
  ])
})

test('an administrator resets with a reason, never the own one; the owner starts anew', async ({
  acts,
  given,
  db,
}) => {
  const [admin, other] = [
    acts(await given.user({ role: 'admin' })),
    acts(await given.user({ role: 'coordinator' })),
  ]
  const ctx = acts(await given.user())
  await enrolled(ctx)
  await enrolled(admin)
  await db
    .insert(sessions)
    .values({ id: 'lost', userId: ctx.actor.userId, expiresAt: new Date('2030-01-01') })
  const { personId } = ctx.actor
  await expect(resetFactor(other, personId, 'потерян телефон')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(resetFactor(ctx, personId, 'сам')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(resetFactor(admin, admin.actor.personId, 'сам')).rejects.toMatchObject({ code: 'own-factor' })
  await expect(resetFactor(admin, personId, '  ')).rejects.toMatchObject({ code: 'reason-needed' })
  await resetFactor(admin, personId, 'потерян телефон')
  expect(await hasFactor(db, ctx.actor.userId)).toBe(false)
  expect(await db.select().from(sessions).where(eq(sessions.userId, ctx.actor.userId))).toEqual([])
  const entries = await db
    .select()
    .from(logEntries)
    .where(and(eq(logEntries.kind, 'factor.reset'), eq(logEntries.objectId, ctx.actor.userId)))
  expect(entries.map(({ actorId, facts }) => [actorId, facts])).toEqual([
    [admin.actor.personId, { reason: 'потерян телефон' }],
  ])
  await expect(resetFactor(admin, personId, 'ещё раз')).rejects.toMatchObject({ code: 'no-factor' })
})

test('another key opens nothing; the code of a demo account alone is shown', async ({ acts, given }) => {
  const ctx = acts(await given.user())
  const { codeAfter } = await enrolled(ctx)
  const soon = later(ctx, 60)
  await expect(
    takeCode(soon, vaultOf('k'.repeat(40)), ctx.actor.userId, codeAfter(60)),
  ).rejects.toMatchObject({
    code: 'wrong-code',
  })
  expect(await demoCode(soon, vault, ctx.actor.userId)).toBeNull()
  const demo = acts(await given.user({ email: 'someone@demo.example' }))
  const own = await enrolled(demo)
  expect(await demoCode(later(demo, 60), vault, demo.actor.userId)).toBe(own.codeAfter(60))
  const shown = String(await demoCode(demo, vault, demo.actor.userId))
  expect(await takeCode(demo, vault, demo.actor.userId, shown)).toBe('code')
})
