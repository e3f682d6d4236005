/** Sessions: what the database keeps of one signs nobody in, and each ends when it is said to. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { cookieNames } from '#app/web/request.server.ts'
import { sessionsIn } from '#app/web/session.server.ts'
import { sessions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const secretOf = (cookie: string) => new RegExp(`^${cookieNames.session}=([^;]+)`).exec(cookie)?.[1] ?? ''

test('the database keeps no session id, and what it keeps opens nothing', async ({ given, web, db }) => {
  const { userId } = await given.user()
  const known = sessionsIn(web, { sessionDays: 30, publicUrl: 'https://site.test' })
  const cookie = await known.start(userId, 'Браузер')
  const secret = secretOf(cookie)
  expect(secret.length).toBeGreaterThanOrEqual(20)
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/']) expect(cookie).toContain(part)

  expect(await known.find(secret)).toEqual({ userId, cookie: null, vouched: false })
  const rows = await db.select().from(sessions).where(eq(sessions.userId, userId))
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(secret)
  const stored = await known.find(rows[0]?.id ?? '')
  expect(stored.userId).toBeNull()
  expect(secretOf(stored.cookie ?? '')).toBe('')
})

test('a session ends alone, with all, or with all others; a stale one is nobody’s', async ({
  given,
  web,
  db,
}) => {
  const [one, other] = [await given.user(), await given.user()]
  const known = sessionsIn(web, { sessionDays: 30, publicUrl: 'http://localhost' })
  const begin = async (userId: string) => secretOf(await known.start(userId, ''))
  const [here, there, elsewhere] = [await begin(one.userId), await begin(one.userId), await begin(one.userId)]
  const foreign = await begin(other.userId)
  const living = async () => {
    const found = await Promise.all([here, there, elsewhere, foreign].map((secret) => known.find(secret)))
    return found.map(({ userId }) => userId !== null)
  }

  expect(secretOf(await known.end(there))).toBe('')
  expect(await living()).toEqual([true, false, true, true])
  await known.endAll(one.userId, here)
  expect(await living()).toEqual([true, false, false, true])
  await known.endAll(one.userId)
  expect(await living()).toEqual([false, false, false, true])

  await db
    .update(sessions)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(sessions.userId, other.userId))
  expect(await living()).toEqual([false, false, false, false])
})

test('a session in the second half of its life is prolonged, and the browser hears of it', async ({
  given,
  web,
  db,
}) => {
  const { userId } = await given.user()
  const known = sessionsIn(web, { sessionDays: 30, publicUrl: 'http://localhost' })
  const secret = secretOf(await known.start(userId, ''))
  const soon = new Date(Date.now() + 86_400_000)
  await db.update(sessions).set({ expiresAt: soon }).where(eq(sessions.userId, userId))

  const { cookie } = await known.find(secret)
  expect(secretOf(cookie ?? '')).toBe(secret)
  const [row] = await db.select().from(sessions).where(eq(sessions.userId, userId))
  expect(row?.expiresAt.getTime()).toBeGreaterThan(soon.getTime() + 20 * 86_400_000)
})
