/** Confirming a mailbox: the link is not enough, so that nobody confirms the account of a stranger by mistake. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { confirmationOf, confirmEmail } from '#app/domain/accounts/confirming.server.ts'
import { SignUp } from '#app/domain/accounts/forms.ts'
import { resetPassword } from '#app/domain/accounts/passwords.server.ts'
import { signIn } from '#app/domain/accounts/signing-in.server.ts'
import { signUp } from '#app/domain/accounts/signing-up.server.ts'
import { mintToken } from '#app/domain/accounts/tokens.server.ts'
import { sessions, users } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { accountsGiven } from '#test/support/given/accounts.ts'

const password = 'берёза у крыльца шумит'
const form = (email: string) =>
  SignUp.parse({ familyName: 'Ёлкина', givenName: 'Анна', email, password, processing: 'on' })
const from = () => ({ address: '198.51.100.7', locale: 'ru' as const })

test('who signs up with the address of another never gets it confirmed by its owner', async ({ as, db }) => {
  const [ctx, login] = [as(null), 'owner@test.example']
  await signUp(ctx, form(login), from())
  const [user] = await db.select().from(users).where(eq(users.email, login))
  const userId = user?.id ?? ''
  const strangers = await signIn(ctx, { login, password }, 'e')
  await db.insert(sessions).values({ id: 'stranger', userId: strangers, expiresAt: new Date('2030-01-01') })
  const confirmed = async () => (await accountsGiven(db).userOf(userId)).emailConfirmedAt

  const secret = await mintToken({ db, now: ctx.now }, userId, 'confirm', 60)
  const own = 'пароль владельца почты'
  expect(await confirmationOf(ctx, secret)).toEqual({ alive: true, asks: true })
  for (const word of ['', own, `${password} `])
    await expect(confirmEmail(ctx, secret, word)).rejects.toMatchObject({
      code: 'not-your-password',
      field: 'password',
    })
  expect(await confirmed()).toBeNull()

  const reset = await mintToken({ db, now: ctx.now }, userId, 'reset', 60)
  await resetPassword(ctx, reset, own)
  expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([])
  await expect(signIn(ctx, { login, password }, 'e')).rejects.toMatchObject({ code: 'wrong-credentials' })
  expect(await signIn(ctx, { login, password: own }, 'e')).toBe(userId)
})

test('the password of a sign-up is guessed a few times at the link, and asked of nobody signed in with it', async ({
  as,
  db,
}) => {
  const [ctx, login] = [as(null), 'newcomer@test.example']
  await signUp(ctx, form(login), from())
  const [user] = await db.select().from(users).where(eq(users.email, login))
  const userId = user?.id ?? ''
  const secret = await mintToken({ db, now: ctx.now }, userId, 'confirm', 60)
  const guesses = []
  for (let guess = 0; guess < 6; guess += 1)
    guesses.push(await confirmEmail(ctx, secret, `догадка ${guess}`).catch((error) => error.code))
  expect(guesses).toEqual([...Array(5).fill('not-your-password'), 'too-many'])
  await expect(confirmEmail(ctx, secret, password)).rejects.toMatchObject({ code: 'too-many' })

  const other = as(await accountsGiven(db).user())
  expect(await confirmationOf(other, secret)).toEqual({ alive: true, asks: true })
  const newcomer = as(await accountsGiven(db).actor(userId))
  expect(await confirmationOf(newcomer, secret)).toEqual({ alive: true, asks: false })
  expect(await confirmEmail(newcomer, secret, '')).toBe(userId)
  expect((await accountsGiven(db).userOf(userId)).emailConfirmedAt).toEqual(ctx.now)
  expect(await confirmationOf(ctx, secret)).toMatchObject({ alive: false })
})
