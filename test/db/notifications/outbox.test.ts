/** The outbox holds addresses and links that sign in: the administrator alone sees it, and each look is written down. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { readOutbox } from '#app/domain/notifications/outbox.server.ts'
import { content } from '#content/load.ts'
import { logEntries, mails } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('no role but the administrator’s reads the outbox, and a refused look shows and records nothing', async ({
  given,
  db,
  acts,
}) => {
  const body = 'Ссылка: https://site.test/reset/secret\n'
  await db
    .insert(mails)
    .values({ entryId: crypto.randomUUID(), address: 'someone@site.test', subject: 'Тема', body })
  const looks = () => db.$count(logEntries, eq(logEntries.kind, 'outbox.read'))
  const roles = content().roles.roles.filter(
    ({ code, scopes }) => scopes.includes('region') && code !== 'admin',
  )
  expect(roles.length).toBeGreaterThan(3)
  for (const { code } of roles) {
    const actor = await given.user({ role: code })
    await expect(readOutbox(acts(actor), 'Посмотреть'), code).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
  await expect(readOutbox(acts(await given.user()), 'Посмотреть')).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await looks()).toBe(0)

  const admin = await given.user({ role: 'admin' })
  await expect(readOutbox(acts(admin), '  ')).rejects.toMatchObject({ code: 'reason-needed' })
  expect(await looks()).toBe(0)
  const { rows } = await readOutbox(acts(admin), 'Участник не получил письмо')
  expect(rows).toMatchObject([{ address: 'someone@site.test', body }])
  const [entry] = await db.select().from(logEntries).where(eq(logEntries.kind, 'outbox.read'))
  expect(entry).toMatchObject({ actorId: admin.personId, facts: { reason: 'Участник не получил письмо' } })
})

test('letters go by pages, newest first, none twice', async ({ given, db, acts }) => {
  const admin = acts(await given.user({ role: 'admin' }))
  for (let at = 0; at < 5; at += 1)
    await db
      .insert(mails)
      .values({ entryId: crypto.randomUUID(), address: `a${at}@site.test`, subject: `${at}`, body: '' })
  const whole = (await readOutbox(admin, 'Проверка', undefined, 100)).rows.map(({ id }) => id)
  const seen: string[] = []
  let before: string | undefined
  do {
    const { rows, next } = await readOutbox(admin, 'Проверка', before, 2)
    seen.push(...rows.map(({ id }) => id))
    before = next
  } while (before)
  expect(seen).toEqual(whole)
  expect(whole).toEqual([...whole].sort().reverse())
})
