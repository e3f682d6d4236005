import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import {
  chooseDistribution,
  closeAccount,
  consentsOf,
  giveConsent,
  withdrawDistribution,
} from '#app/domain/accounts/consenting.server.ts'
import { hashPassword } from '#app/domain/accounts/passwords.ts'
import { changeCard, readOwnContacts } from '#app/domain/accounts/profile.server.ts'
import { Publication } from '#app/domain/accounts/publication.ts'
import { signIn } from '#app/domain/accounts/signing-in.server.ts'
import { dropUnsent, keepUnsent, unsentOf } from '#app/domain/accounts/unsent.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { logEntries, people, sessions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('consent to distribution is given, withdrawn and given again; rows stay', async ({ as, given }) => {
  const ctx = as(await given.user()) as ActingCtx
  await expect(withdrawDistribution(ctx)).rejects.toMatchObject({ code: 'conflict' })
  const first = await giveConsent(ctx, 'distribution')
  await expect(giveConsent(ctx, 'distribution')).rejects.toMatchObject({ code: 'conflict' })
  await withdrawDistribution(ctx)
  await giveConsent(ctx, 'distribution')
  const rows = await consentsOf(ctx)
  expect(rows.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([false, true])
  expect(rows[1]).toMatchObject({ id: first, withdrawnAt: ctx.now })
})

test('what everybody sees is chosen field by field: what is added rests on a new consent, what is dropped is hidden', async ({
  as,
  db,
  given,
}) => {
  const actor = await given.user()
  const ctx = as(actor) as ActingCtx
  const open = async () => {
    const [person] = await db.select().from(people).where(eq(people.id, actor.personId))
    return [person?.nameOpen, person?.workOpen, person?.engagementsOpen]
  }
  const standing = async () =>
    (await consentsOf(ctx)).filter(({ withdrawnAt }) => withdrawnAt === null).map(({ fields }) => fields)
  await chooseDistribution(ctx, ['name'])
  expect(await open()).toEqual([true, false, false])
  await expect(chooseDistribution(ctx, ['name'])).rejects.toMatchObject({ code: 'conflict' })
  await chooseDistribution(ctx, ['name', 'engagements'])
  expect(await open()).toEqual([true, false, true])
  // what was given before and is not taken back stays as it was given
  expect(await standing()).toEqual([['engagements', 'name'], ['name']])
  await chooseDistribution(ctx, ['name', 'work', 'engagements'])
  expect([await open(), (await standing())[0]]).toEqual([[true, true, true], null])
  await chooseDistribution(ctx, ['name', 'work'])
  expect(await open()).toEqual([true, true, false])
  expect(await standing()).toEqual([['name', 'work'], ['name']])
  await withdrawDistribution(ctx)
  expect(await open()).toEqual([false, false, false])
  const entries = await db.select().from(logEntries).where(eq(logEntries.objectId, actor.personId))
  const last = entries.filter(({ kind }) => kind === 'consent.given').at(-1)
  expect(last?.facts).toMatchObject({
    of: 'distribution',
    fields: ['name', 'work'],
    version: expect.any(String),
  })
  // the text and its version are kept with each
  expect(
    (await consentsOf(ctx)).every(({ version, textSha256 }) => version && textSha256.length === 64),
  ).toBe(true)
  for (const [fields, code] of [
    [[], 'closed-fields'],
    ['work', 'ground-name'],
    [['name', 'phone'], 'invalid'],
  ] as const)
    expect(JSON.stringify(Publication.safeParse({ fields }).error?.issues)).toContain(code)
})

test('two clicks at once give one consent', async ({ as, given }) => {
  const ctx = as(await given.user()) as ActingCtx
  const tries = await Promise.allSettled([1, 2, 3].map(() => giveConsent(ctx, 'distribution')))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await consentsOf(ctx)).toHaveLength(1)
})

test('closing the account asks for the password, withdraws everything and ends the sign-in', async ({
  as,
  db,
  given,
}) => {
  const password = 'тихая осенняя вода'
  const actor = await given.user({ email: 'close@test.example', passwordHash: await hashPassword(password) })
  const ctx = as(actor) as ActingCtx
  await giveConsent(ctx, 'processing')
  await db.insert(sessions).values({ id: 'closing', userId: actor.userId, expiresAt: new Date('2030-01-01') })
  await expect(closeAccount(ctx, 'мимо')).rejects.toMatchObject({
    code: 'wrong-password',
    field: 'currentPassword',
  })
  await closeAccount(ctx, password)
  expect((await consentsOf(ctx)).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true)
  expect(await db.select().from(sessions).where(eq(sessions.userId, actor.userId))).toEqual([])
  await expect(signIn(as(null), { login: 'close@test.example', password }, 'x')).rejects.toMatchObject({
    code: 'wrong-credentials',
  })
})

test('the own card: names in the open base, contacts in the closed one, neither in the log', async ({
  as,
  db,
  given,
}) => {
  const actor = await given.user()
  const ctx = as(actor) as ActingCtx
  const card = { familyName: 'Новицкая', givenName: 'Анна', patronymic: '', locale: 'en' } as const
  await changeCard(ctx, { ...card, contactEmail: 'private@test.example', phone: '+7 351 000-00-00' })
  expect(await readOwnContacts(ctx)).toEqual({ email: 'private@test.example', phone: '+7 351 000-00-00' })
  const [person] = await db.select().from(people).where(eq(people.id, actor.personId))
  expect(person).toMatchObject({ familyName: 'Новицкая', patronymic: '' })
  expect((await given.userOf(actor.userId)).locale).toBe('en')
  const entries = await db.select().from(logEntries).where(eq(logEntries.objectId, actor.personId))
  expect(entries.map(({ kind, facts }) => [kind, facts])).toEqual([
    ['person.changed', { renamed: true }],
    ['closed.read', { reason: 'own' }],
  ])
  await expect(ctx.db.execute(sql`select * from closed.private_fields`)).rejects.toThrow()
  await changeCard(ctx, { ...card, contactEmail: undefined, phone: '' })
  expect(await readOwnContacts(ctx)).toEqual({ email: null, phone: null })
})

test('unsent text is kept per person and form, replaced, and gone when dropped; a refused command keeps it', async ({
  as,
  given,
}) => {
  const [mine, other] = [as(await given.user()) as ActingCtx, as(await given.user()) as ActingCtx]
  await keepUnsent(mine, 'remark:1', { body: 'перв' })
  await keepUnsent(mine, 'remark:1', { body: 'первая мысль' })
  expect(await unsentOf(mine, 'remark:1')).toEqual({ fields: { body: 'первая мысль' }, savedAt: mine.now })
  expect(await unsentOf(other, 'remark:1')).toBeNull()
  await atomically(mine, async (ctx) => {
    await dropUnsent(ctx, 'remark:1')
    throw new RangeError('refused')
  }).catch(() => {})
  expect(await unsentOf(mine, 'remark:1')).not.toBeNull()
  await dropUnsent(mine, 'remark:1')
  expect(await unsentOf(mine, 'remark:1')).toBeNull()
  await expect(keepUnsent(mine, 'x', { body: 'а'.repeat(70_000) })).rejects.toMatchObject({
    code: 'too-long',
  })
})
