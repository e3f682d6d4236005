/** Limits beside the one on wrong passwords: letters of reset, sign-ups and remarks, each counted where it is made. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { requestReset } from '#app/domain/accounts/passwords.server.ts'
import { signUp } from '#app/domain/accounts/signing-up.server.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { logEntries, remarks, users } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const { rates } = content().settings

test('one account gets only so many letters of reset an hour, from whatever address they are asked', async ({
  as,
  given,
  db,
}) => {
  const { userId } = await given.user({ email: 'zabyl@site.test' })
  const asked = () =>
    db.$count(logEntries, and(eq(logEntries.kind, 'reset.requested'), eq(logEntries.objectId, userId)))
  const ask = (ctx: Ctx, at: number) => requestReset(ctx, 'Zabyl@site.test', `10.0.0.${at}`)
  for (let at = 0; at < rates.resetPerAccount.count; at += 1) await ask(as(null), at)
  await expect(ask(as(null), 99)).rejects.toMatchObject({ code: 'too-many' })
  expect(await asked()).toBe(rates.resetPerAccount.count)

  // Who does not exist is refused just the same: the limit tells nobody's address.
  for (let at = 0; at < rates.resetPerAccount.count; at += 1)
    await requestReset(as(null), 'nikto@site.test', `10.0.1.${at}`)
  await expect(requestReset(as(null), 'nikto@site.test', '10.0.1.99')).rejects.toMatchObject({
    code: 'too-many',
  })

  await ask(as(null, { now: '2026-03-02T10:30:00Z' }), 0)
  expect(await asked()).toBe(rates.resetPerAccount.count + 1)
})

test('one address makes only so many accounts an hour', async ({ as, db }) => {
  const make = (at: number, address: string) =>
    signUp(
      as(null),
      {
        ...{ familyName: 'Озёрская', givenName: 'Анна', patronymic: '', email: `mnogo-${at}@site.test` },
        ...{ password: 'длинная фраза для входа', processing: 'on' },
      },
      { address, locale: 'ru' },
    )
  for (let at = 0; at < rates.signUpPerAddress.count; at += 1) await make(at, '10.1.0.1')
  await expect(make(98, '10.1.0.1')).rejects.toMatchObject({ code: 'too-many' })
  await make(99, '10.1.0.2')
  expect(await db.$count(users, eq(users.email, 'mnogo-98@site.test'))).toBe(0)
  expect(await db.$count(users, eq(users.email, 'mnogo-99@site.test'))).toBe(1)
}, 120_000)

test('one person leaves only so many remarks an hour; others are not held up by it', async ({
  given,
  db,
}) => {
  const draft = await given.discussed()
  const by = await given.user()
  for (let at = 0; at < rates.remarksPerPerson.count; at += 1)
    await given.remark(draft, { by, body: `Замечание ${at}.` })
  await expect(given.remark(draft, { by, body: 'Ещё одно.' })).rejects.toMatchObject({ code: 'too-many' })
  await given.remark(draft)
  expect(await db.$count(remarks, eq(remarks.draftId, draft.id))).toBe(rates.remarksPerPerson.count + 1)
}, 120_000)
