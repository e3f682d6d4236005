/** The second step of sign-in: enrolled, asked for, never passed twice by one code, lost and given back. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { takeCode } from '#app/domain/accounts/one-time.server.ts'
import { changePassword } from '#app/domain/accounts/passwords.server.ts'
import {
  confirmFactor,
  offerFactor,
  ownFactor,
  renewCodes,
} from '#app/domain/accounts/second-factor.server.ts'
import { beginStep, passStep, stepOfTicket } from '#app/domain/accounts/second-step.server.ts'
import { signIn } from '#app/domain/accounts/signing-in.server.ts'
import { codeAt, stepOf } from '#app/domain/accounts/totp.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import {
  factorOffers,
  logEntries,
  recoveryCodes,
  secondFactors,
  sessions,
  signInSteps,
  users,
} from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { enrolled, testPassword as password, testVault as vault } from '#test/support/given/factors.ts'

const later = (ctx: ActingCtx, seconds: number): ActingCtx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + seconds * 1000),
})
const kindsOf = async (ctx: ActingCtx) =>
  (await ctx.db.select().from(logEntries).where(eq(logEntries.objectId, ctx.actor.userId))).map(
    ({ kind }) => kind,
  )

test('a factor holds from its first code on; the database keeps neither secret nor recovery codes', async ({
  acts,
  given,
  db,
}) => {
  const ctx = acts(await given.user())
  const { secret, codes } = await enrolled(ctx)
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)
  expect(await ownFactor(ctx, vault)).toEqual({ since: ctx.now, codesLeft: 10, offered: null })
  const kept = JSON.stringify([
    ...[await db.select().from(secondFactors), await db.select().from(factorOffers)],
    ...[await db.select().from(recoveryCodes), await db.select().from(logEntries)],
  ])
  for (const word of [secret.toString('base64url'), secret.toString('hex'), ...codes])
    expect(kept).not.toContain(word)
  const actor = await actorOf(db, ctx.actor, ctx.actor.today)
  expect(actor?.secondFactor).toEqual({ obliged: false, enrolled: true })
})

test('the secret shown is confirmed by its own code, in half an hour, after the password', async ({
  acts,
  given,
}) => {
  const ctx = acts(await given.user())
  const { codeAfter } = await enrolled(ctx)
  const again = later(ctx, 60)
  await expect(offerFactor(again, vault, 'мимо', codeAfter(60))).rejects.toMatchObject({
    code: 'wrong-password',
  })
  await expect(offerFactor(again, vault, password, '')).rejects.toMatchObject({ code: 'wrong-code' })
  await offerFactor(again, vault, password, codeAfter(60))
  await expect(confirmFactor(again, vault, codeAfter(60), null)).rejects.toMatchObject({ code: 'wrong-code' })
  const late = later(again, 31 * 60)
  await expect(confirmFactor(late, vault, '000000', null)).rejects.toMatchObject({
    code: 'factor-offer-dead',
  })
  // until then the old one holds
  expect(await takeCode(late, vault, ctx.actor.userId, codeAfter(60 + 31 * 60))).toBe('code')
})

test('with a factor the password opens no session: ticket and code do, once', async ({
  as,
  acts,
  given,
  db,
}) => {
  const ctx = acts(await given.user({ email: 'second@test.example' }))
  const { codeAfter } = await enrolled(ctx)
  const guest = as(null, { now: new Date(ctx.now.getTime() + 60_000) })
  const userId = await signIn(guest, { login: 'second@test.example', password }, 'f1')
  expect(await kindsOf(ctx)).toContain('user.password-passed')
  expect(await kindsOf(ctx)).not.toContain('user.signed-in')
  const ticket = await beginStep(guest, vault, { userId, next: '/desk' })
  expect(JSON.stringify(await db.select().from(signInSteps))).not.toContain(ticket)

  const pass = (code: string, of = ticket) => passStep(guest, vault, { ticket: of, code, address: 'f1' })
  await expect(pass('000000')).rejects.toMatchObject({ code: 'wrong-code', field: 'oneTimeCode' })
  await expect(pass(codeAfter(60), `${ticket}x`)).rejects.toMatchObject({ code: 'step-dead' })
  const tries = await Promise.allSettled([1, 2, 3].map(() => pass(codeAfter(60))))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(tries.find((one) => one.status === 'fulfilled')).toMatchObject({
    value: { userId, next: '/desk', means: 'code' },
  })
  expect(await kindsOf(ctx)).toContain('user.signed-in')
  expect(await stepOfTicket(guest, vault, ticket)).toBeNull()

  const next = await beginStep(guest, vault, { userId, next: '/' })
  await expect(pass(codeAfter(60), next)).rejects.toMatchObject({ code: 'wrong-code' })
  const stale = as(null, { now: new Date(guest.now.getTime() + 11 * 60_000) })
  expect(await stepOfTicket(stale, vault, next)).toBeNull()
  await db.update(users).set({ disabledAt: ctx.now }).where(eq(users.id, userId))
  expect(await stepOfTicket(guest, vault, next)).toBeNull()
})

test('a recovery code works once however it is typed; new ones end the old', async ({ acts, given }) => {
  const ctx = acts(await given.user())
  const { codes, codeAfter } = await enrolled(ctx)
  const [first = '', second = ''] = codes
  const take = (typed: string) => takeCode(ctx, vault, ctx.actor.userId, typed)
  const tries = await Promise.allSettled(
    [1, 2, 3].map(() => take(` ${first.toLowerCase().replaceAll('-', ' ')} `)),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await ownFactor(ctx, vault)).codesLeft).toBe(9)
  const other = acts(await given.user())
  await enrolled(other)
  await expect(takeCode(other, vault, other.actor.userId, second)).rejects.toMatchObject({
    code: 'wrong-code',
  })
  const renewed = await renewCodes(later(ctx, 60), vault, password, codeAfter(60))
  await expect(take(second)).rejects.toMatchObject({ code: 'wrong-code' })
  expect(await take(renewed[0] ?? '')).toBe('recovery')
})

test('after five wrong codes the right one waits for the next window too', async ({ acts, given }) => {
  const ctx = acts(await given.user(), '2026-03-02T09:01:00Z')
  const { codeAfter, codes } = await enrolled(ctx)
  const take = (at: ActingCtx, code: string) => takeCode(at, vault, ctx.actor.userId, code)
  for (const code of ['000000', '111111', 'x', "' or 1=1", '😀'])
    await expect(take(later(ctx, 60), code)).rejects.toMatchObject({ code: 'wrong-code' })
  await expect(take(later(ctx, 60), codeAfter(60))).rejects.toMatchObject({ code: 'too-many' })
  await expect(take(later(ctx, 60), codes[0] ?? '')).rejects.toMatchObject({ code: 'too-many' })
  expect(await take(later(ctx, 15 * 60), codeAfter(15 * 60))).toBe('code')
})

test('enrolling ends all other sessions and all tickets; a new password ends tickets', async ({
  acts,
  given,
  db,
}) => {
  const ctx = acts(await given.user())
  const own = eq(sessions.userId, ctx.actor.userId)
  const open = (id: string) => ({ id, userId: ctx.actor.userId, expiresAt: new Date('2030-01-01') })
  const { codeAfter } = await enrolled(ctx)
  await db.insert(sessions).values([open('here'), open('there')])
  await beginStep(ctx, vault, { userId: ctx.actor.userId, next: '/' })
  const soon = later(ctx, 120)
  await offerFactor(soon, vault, password, codeAfter(120))
  const { offered } = await ownFactor(soon, vault)
  await confirmFactor(soon, vault, codeAt(offered as Buffer, stepOf(soon.now)), 'here')
  const left = await db.select().from(sessions).where(own)
  expect(left.map(({ id, secondFactor }) => [id, secondFactor])).toEqual([['here', 'code']])
  const steps = () => db.select().from(signInSteps).where(eq(signInSteps.userId, ctx.actor.userId))
  expect(await steps()).toEqual([])
  await beginStep(ctx, vault, { userId: ctx.actor.userId, next: '/' })
  await changePassword(ctx, password, 'совсем другая фраза', 'here')
  expect(await steps()).toEqual([])
})

test('one address tries no codes of many accounts; an honest second step is not counted', async ({
  acts,
  given,
}) => {
  const ctx = acts(await given.user())
  const { codeAfter } = await enrolled(ctx)
  const guest = { ...later(ctx, 60), actor: null }
  const { count } = content().settings.rates.signInPerAddress
  const ticketOf = () => beginStep(guest, vault, { userId: ctx.actor.userId, next: '/' })
  const pass = async (ticket: string, code: string) =>
    passStep(guest, vault, { ticket, code, address: 'f-many' })
  await pass(await ticketOf(), codeAfter(60))
  for (let tried = 0; tried < count; tried += 1)
    await expect(pass('a ticket of nobody', '000000')).rejects.toMatchObject({ code: 'step-dead' })
  await expect(pass(await ticketOf(), codeAfter(90))).rejects.toMatchObject({ code: 'too-many' })
})
