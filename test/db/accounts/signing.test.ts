import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { confirmEmail } from '#app/domain/accounts/confirming.server.ts'
import { closeAccount } from '#app/domain/accounts/consenting.server.ts'
import { SignUp } from '#app/domain/accounts/forms.ts'
import { linkIdentity } from '#app/domain/accounts/identities.server.ts'
import { changePassword, requestReset, resetPassword } from '#app/domain/accounts/passwords.server.ts'
import { hashPassword } from '#app/domain/accounts/passwords.ts'
import { signIn } from '#app/domain/accounts/signing-in.server.ts'
import { signUp } from '#app/domain/accounts/signing-up.server.ts'
import { mintToken } from '#app/domain/accounts/tokens.server.ts'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { consents, identities, logEntries, people, rateLimits, sessions, users } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { accountsGiven } from '#test/support/given/accounts.ts'

const password = 'берёза у крыльца шумит'
const form = (email: string, more: Record<string, string> = {}) =>
  SignUp.parse({ familyName: 'Ёлкина', givenName: 'Анна', email, password, processing: 'on', ...more })
let addresses = 0
const from = () => ({ address: `198.51.100.${addresses++}`, locale: 'ru' as const })
const entriesOf = (ctx: Ctx, kind: string) =>
  ctx.db.select().from(logEntries).where(eq(logEntries.kind, kind))

test('a sign-up makes person, sign-in, consents and one entry that names nobody', async ({ as, db }) => {
  await signUp(as(null), form('Anna.Yolkina@Test.Example', { distribution: 'on' }), from())
  const [user] = await db.select().from(users).where(eq(users.email, 'anna.yolkina@test.example'))
  expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  const given = await db
    .select()
    .from(consents)
    .where(eq(consents.personId, String(user?.personId)))
  expect(given.map(({ kind, version }) => [kind, version]).sort()).toEqual([
    ['distribution', '2026-2'],
    ['processing', '2026-1'],
  ])
  for (const consent of given) expect(consent.textSha256).toMatch(/^[0-9a-f]{64}$/)
  const [entry] = (await entriesOf(as(null), 'user.signed-up')).filter(
    ({ objectId }) => objectId === user?.id,
  )
  expect(entry).toMatchObject({ objectKind: 'user', facts: {} })
  expect(JSON.stringify(await db.select().from(logEntries))).not.toMatch(/лкина|example/i)
})

test('without the tick for distribution there is no such consent', async ({ as, db }) => {
  await signUp(as(null), form('quiet@test.example'), from())
  const [user] = await db.select().from(users).where(eq(users.email, 'quiet@test.example'))
  const given = await db
    .select()
    .from(consents)
    .where(eq(consents.personId, String(user?.personId)))
  expect(given.map(({ kind }) => kind)).toEqual(['processing'])
})

test('a known e-mail gets the same answer, no second person, and its owner is told', async ({ as, db }) => {
  const ctx = as(null)
  expect(await signUp(ctx, form('twice@test.example'), from())).toBeUndefined()
  expect(await signUp(ctx, form('TWICE@test.example', { familyName: 'Чужая' }), from())).toBeUndefined()
  expect(await db.select().from(people).where(eq(people.familyName, 'Чужая'))).toEqual([])
  const [user] = await db.select().from(users).where(eq(users.email, 'twice@test.example'))
  expect((await entriesOf(ctx, 'user.sign-up-repeated')).map(({ objectId }) => objectId)).toContain(user?.id)
})

test('two sign-ups at once with one e-mail make one account', async ({ as, db }) => {
  const tries = [1, 2, 3].map(() => signUp(as(null), form('race@test.example'), from()))
  await Promise.all(tries)
  expect(await db.select().from(users).where(eq(users.email, 'race@test.example'))).toHaveLength(1)
})

test.for([
  ['without consent', { processing: '' }, 'consent-needed'],
  ['with a short password', { password: 'короткий' }, 'password-short'],
  ['with one letter repeated', { password: 'аааааааааааааааааааа' }, 'password-simple'],
  ['with a script for a name', { familyName: '<script>' }, 'name'],
  ['with a blank name', { givenName: ' \u00a0 ' }, 'required'],
  ['with no e-mail', { email: 'anna' }, 'email'],
  ['with the e-mail for a password', { password: 'anna@test.example!' }, 'password-simple'],
] as const)('the form refuses: %s', ([, wrong, code], { expect }) => {
  const result = SignUp.safeParse({
    ...{
      familyName: 'О’Коннор-Ёлкина',
      givenName: 'Анна',
      email: 'anna@test.example',
      password,
      processing: 'on',
    },
    ...wrong,
  })
  expect(result.error?.issues.map(({ message }) => message)).toEqual([code])
})

test('sign-in by e-mail in any case and by number; a wrong password and a stranger get one answer', async ({
  as,
  db,
}) => {
  const given = accountsGiven(db)
  const actor = await given.user({ email: 'in@test.example', passwordHash: await hashPassword(password) })
  const ctx = as(null)
  expect(await signIn(ctx, { login: ' IN@test.example ', password }, 'a1')).toBe(actor.userId)
  expect(await signIn(ctx, { login: `№ ${actor.number}`, password }, 'a1')).toBe(actor.userId)
  expect(await signIn(ctx, { login: 'in@test.example', password: password.normalize('NFD') }, 'a1')).toBe(
    actor.userId,
  )
  const refused = expect.objectContaining({ code: 'wrong-credentials' })
  await expect(signIn(ctx, { login: 'in@test.example', password: 'нет' }, 'a1')).rejects.toEqual(refused)
  await expect(signIn(ctx, { login: 'nobody@test.example', password }, 'a1')).rejects.toEqual(refused)
  await expect(signIn(ctx, { login: "' or 1=1 --", password }, 'a1')).rejects.toEqual(refused)
  await expect(signIn(ctx, { login: '99999999999', password }, 'a1')).rejects.toEqual(refused)
  await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, actor.userId))
  await expect(signIn(ctx, { login: 'in@test.example', password }, 'a1')).rejects.toEqual(refused)
})

test('after five wrong passwords the right one waits for the next window too', async ({ as, db }) => {
  const actor = await accountsGiven(db).user({
    email: 'limit@test.example',
    passwordHash: await hashPassword(password),
  })
  const at = (now: string) => as(null, { now })
  for (let i = 0; i < 5; i++) {
    await expect(
      signIn(at('2026-03-02T09:01:00Z'), { login: 'limit@test.example', password: `${i}` }, `b${i}`),
    ).rejects.toMatchObject({ code: 'wrong-credentials' })
  }
  await expect(
    signIn(at('2026-03-02T09:02:00Z'), { login: 'limit@test.example', password }, 'b9'),
  ).rejects.toMatchObject({ code: 'too-many', facts: { minutes: 13 } })
  expect(await signIn(at('2026-03-02T09:15:00Z'), { login: 'limit@test.example', password }, 'b9')).toBe(
    actor.userId,
  )
  expect(JSON.stringify(await db.select().from(rateLimits))).not.toContain('limit@')
})

test('another spelling of a number is no new account to try', async ({ as }) => {
  const ctx = as(null, { now: '2026-05-02T09:01:00Z' })
  const spellings = ['4321', '№4321', '№ 4321', ' №   4321 ', '№\u00a04321']
  for (const [at, login] of spellings.entries())
    await expect(signIn(ctx, { login, password }, `d${at}`)).rejects.toMatchObject({
      code: 'wrong-credentials',
    })
  await expect(signIn(ctx, { login: '№  4321', password }, 'd9')).rejects.toMatchObject({ code: 'too-many' })
})

test('one address cannot try many accounts; honest sign-ins do not count against it', async ({ as, db }) => {
  const ctx = as(null, { now: '2026-04-02T09:01:00Z' })
  const actor = await accountsGiven(db).user({
    email: 'office@test.example',
    passwordHash: await hashPassword(password),
  })
  for (let i = 0; i < 3; i++)
    expect(await signIn(ctx, { login: 'office@test.example', password }, 'c')).toBe(actor.userId)
  const tries = Array.from({ length: 30 }, (_, i) =>
    signIn(ctx, { login: `x${i}@test.example`, password }, 'c').catch((problem) => problem.code),
  )
  expect(new Set(await Promise.all(tries))).toEqual(new Set(['wrong-credentials']))
  await expect(signIn(ctx, { login: 'x31@test.example', password }, 'c')).rejects.toMatchObject({
    code: 'too-many',
  })
})

test('a reset is asked for in silence; its secret works once, in time, and ends all sessions', async ({
  as,
  db,
}) => {
  const given = accountsGiven(db)
  const actor = await given.user({ email: 'reset@test.example', emailConfirmed: false })
  const ctx = as(null)
  expect(await requestReset(ctx, 'nobody@test.example', 'd')).toBeUndefined()
  expect(await requestReset(ctx, 'reset@test.example', 'd')).toBeUndefined()
  expect((await entriesOf(ctx, 'reset.requested')).map(({ objectId }) => objectId)).toEqual([actor.userId])
  await db.insert(sessions).values({ id: 'one', userId: actor.userId, expiresAt: new Date('2030-01-01') })
  await linkIdentity(as(actor) as ActingCtx, { issuer: 'https://sso.test', subject: 'intruder' })

  const secret = await mintToken({ db, now: ctx.now }, actor.userId, 'reset', 60)
  const late = as(null, { now: new Date(ctx.now.getTime() + 60 * 60_000) })
  const dead = expect.objectContaining({ code: 'token-dead' })
  await expect(resetPassword(late, secret, password)).rejects.toEqual(dead)
  await expect(confirmEmail(ctx, secret, password)).rejects.toEqual(dead)
  const tries = await Promise.allSettled([1, 2, 3].map(() => resetPassword(ctx, secret, password)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.select().from(sessions).where(eq(sessions.userId, actor.userId))).toEqual([])
  expect(await db.select().from(identities).where(eq(identities.userId, actor.userId))).toEqual([])
  expect((await given.userOf(actor.userId)).emailConfirmedAt).toEqual(ctx.now)
  expect(await signIn(ctx, { login: 'reset@test.example', password }, 'd')).toBe(actor.userId)
})

test('a newer letter makes the older link useless', async ({ as, db }) => {
  const actor = await accountsGiven(db).user()
  const ctx = as(null)
  const older = await mintToken({ db, now: ctx.now }, actor.userId, 'reset', 60)
  const newer = await mintToken({ db, now: ctx.now }, actor.userId, 'reset', 60)
  await expect(resetPassword(ctx, older, password)).rejects.toMatchObject({ code: 'token-dead' })
  expect(await resetPassword(ctx, newer, password)).toBe(actor.userId)
})

test('changing the password asks for the present one and ends the other sessions only', async ({
  as,
  db,
}) => {
  const actor = await accountsGiven(db).user({ passwordHash: await hashPassword(password) })
  const ctx = as(actor) as ActingCtx
  await db
    .insert(sessions)
    .values(['mine', 'other'].map((id) => ({ id, userId: actor.userId, expiresAt: new Date('2030-01-01') })))
  await expect(changePassword(ctx, 'мимо', 'совсем другая фраза', 'mine')).rejects.toMatchObject({
    ...{ code: 'wrong-password', field: 'currentPassword' },
  })
  await changePassword(ctx, password, 'совсем другая фраза', 'mine')
  const left = await db.select().from(sessions).where(eq(sessions.userId, actor.userId))
  expect(left.map(({ id }) => id)).toEqual(['mine'])
})

test('at a session left open the password is guessed in vain, wherever it is asked for', async ({
  as,
  db,
}) => {
  const mine = as(await accountsGiven(db).user()) as ActingCtx
  const guess = () => closeAccount(mine, 'наугад')
  const most = content().settings.rates.signInPerAccount.count
  for (let tried = 0; tried < most; tried += 1)
    await expect(guess()).rejects.toMatchObject({ code: 'wrong-password' })
  await expect(guess()).rejects.toMatchObject({ code: 'too-many' })
  await expect(changePassword(mine, 'наугад', password, null)).rejects.toMatchObject({ code: 'too-many' })
})
