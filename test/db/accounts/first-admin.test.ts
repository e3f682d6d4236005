import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import {
  becomeFirstAdmin,
  checkFirstAdmin,
  offerFirstAdmin,
} from '#app/domain/accounts/first-admin.server.ts'
import { SignUp } from '#app/domain/accounts/forms.ts'
import { instance } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const now = new Date('2026-03-02T09:00:00Z')
const form = (email: string) =>
  SignUp.parse({
    familyName: 'Первова',
    givenName: 'Анна',
    email,
    password: 'длинная фраза входа',
    processing: 'on',
  })

test('an empty instance makes its first administrator once, however many hold the link', async ({
  as,
  db,
}) => {
  const old = await offerFirstAdmin(db, now)
  const secret = await offerFirstAdmin(db, now)
  expect(secret).toBeTruthy()
  const guest = as(null, { now })
  await expect(checkFirstAdmin(guest, old ?? '')).rejects.toMatchObject({ code: 'token-dead' })
  await expect(checkFirstAdmin(guest, 'guess')).rejects.toMatchObject({ code: 'token-dead' })
  const late = as(null, { now: '2026-03-03T09:00:01Z' })
  await expect(becomeFirstAdmin(late, secret ?? '', form('late@example.org'), 'ru')).rejects.toMatchObject({
    code: 'token-dead',
  })

  const tries = ['a', 'b', 'c'].map((name) =>
    becomeFirstAdmin(guest, secret ?? '', form(`${name}@example.org`), 'ru'),
  )
  const made = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled')
  expect(made).toHaveLength(1)
  const [winner] = made as PromiseFulfilledResult<string>[]
  const actor = await actorOf(db, { userId: winner?.value ?? '' }, '2026-03-02')
  expect(actor?.powers.some(({ capability }) => capability === 'page.admin')).toBe(true)

  expect(await offerFirstAdmin(db, now)).toBeNull()
  expect(await db.select().from(instance).where(eq(instance.key, 'first-admin'))).toEqual([])
})
