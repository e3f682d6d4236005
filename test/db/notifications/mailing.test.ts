import { desc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { confirmEmail } from '#app/domain/accounts/confirming.server.ts'
import { appointDeputy } from '#app/domain/accounts/deputising.server.ts'
import { SignUp } from '#app/domain/accounts/forms.ts'
import { requestReset, resetPassword } from '#app/domain/accounts/passwords.server.ts'
import { signUp } from '#app/domain/accounts/signing-up.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { sealLog } from '#app/domain/log.server.ts'
import { writeForEntry, writeForNotice } from '#app/domain/notifications/mailing.server.ts'
import {
  followersOf,
  inboxOf,
  markRead,
  notify,
  notifyAll,
  subscribe,
  unreadCount,
} from '#app/domain/notifications/notifying.server.ts'
import { readLog } from '#app/domain/notifications/reading.server.ts'
import { mails, notifications } from '#db/schema/index.ts'
import { type Database, test } from '#test/support/database.ts'

const password = 'берёза у крыльца шумит'
const servicesOf = ({ owner, ownerUrl }: Database): WorkServices => ({
  ...{ owner, ownerUrl, zone: 'Asia/Yekaterinburg' },
  config: { publicUrl: 'https://site.test', smtpUrl: undefined, dataDir: '/nowhere' },
  log: { info: () => {}, error: () => {} },
})

const readMail = async (database: Database, now = new Date('2026-03-02T09:00:00Z')) => {
  await sealLog(database.owner.db)
  const failures: unknown[] = []
  const site = servicesOf(database)
  while (
    (await readLog(
      database.owner.db,
      'mail',
      (db, entry) => writeForEntry(site, db, entry, now),
      (error) => failures.push(error),
    )) > 0
  );
  expect(failures).toEqual([])
}
const mailsTo = (database: Database, address: string) =>
  database.owner.db.select().from(mails).where(eq(mails.address, address)).orderBy(desc(mails.id))
const form = (email: string) =>
  SignUp.parse({ familyName: 'Ёлкина', givenName: 'Анна', email, password, processing: 'on' })

test('a sign-up brings a letter whose link confirms once; the log and the database never hold the secret', async ({
  as,
  database,
  given,
}) => {
  await signUp(as(null), form('letter@test.example'), { address: 'a', locale: 'ru' })
  await readMail(database)
  await readMail(database)
  const letters = await mailsTo(database, 'letter@test.example')
  expect(letters).toHaveLength(1)
  const secret = /https:\/\/site\.test\/confirm\/([\w-]{43})\n/.exec(letters[0]?.body ?? '')?.[1] ?? ''
  expect(letters[0]?.body).not.toContain('{')
  const held = await database.owner
    .sql`select (select json_agg(t) from tokens t)::text || (select json_agg(l) from log_entries l)::text as all`
  expect(held[0]?.all).not.toContain(secret)
  const userId = await confirmEmail(as(null), secret, password)
  expect((await given.userOf(userId)).emailConfirmedAt).not.toBeNull()
  await expect(confirmEmail(as(null), secret, password)).rejects.toMatchObject({ code: 'token-dead' })
})

test('a known address gets a letter without any secret, in the language of its owner', async ({
  as,
  database,
  given,
}) => {
  await given.user({ email: 'known@test.example' })
  await signUp(as(null), form('known@test.example'), { address: 'b', locale: 'en' })
  await readMail(database)
  const [letter] = await mailsTo(database, 'known@test.example')
  expect(letter?.subject).toMatch(/^Вы уже зарегистрированы/)
  expect(letter?.body).not.toMatch(/\/(confirm|reset)\//)
})

test('a reset letter resets, and its use is told by another letter', async ({ as, database, given }) => {
  await given.user({ email: 'forgot@test.example' })
  await requestReset(as(null), 'forgot@test.example', 'c')
  await readMail(database)
  const secret =
    /\/reset\/([\w-]+)/.exec((await mailsTo(database, 'forgot@test.example'))[0]?.body ?? '')?.[1] ?? ''
  await resetPassword(as(null), secret, password)
  await readMail(database)
  expect((await mailsTo(database, 'forgot@test.example'))[0]?.subject).toMatch(/^Пароль изменён/)
})

test('two readers of one name at once handle each entry once', async ({ as, database, db, given }) => {
  const users = await Promise.all([1, 2, 3, 4].map((i) => given.user({ email: `turn${i}@test.example` })))
  for (const { number } of users) await requestReset(as(null), String(number), `t${number}`)
  await sealLog(db)
  const seen: string[] = []
  const reader = () =>
    readLog(
      db,
      'turns',
      async (_, entry) => void seen.push(entry.id),
      () => {},
    )
  await Promise.all([reader(), reader(), reader()])
  while ((await reader()) > 0);
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(4)
  await readMail(database)
})

test('one bad entry is told and passed over; what it wrote is taken back', async ({ as, db, given }) => {
  const [bad, good] = [await given.user(), await given.user()]
  for (const { number } of [bad, good]) await requestReset(as(null), String(number), `p${number}`)
  await sealLog(db)
  const failed: string[] = []
  const handled: string[] = []
  const read = () =>
    readLog(
      db,
      'poison',
      async (tx, entry) => {
        handled.push(String(entry.objectId))
        if (entry.objectId !== bad.userId) return
        await tx
          .insert(mails)
          .values({ entryId: entry.id, address: 'half@test.example', subject: '', body: '' })
        throw new RangeError('bad')
      },
      (_, entry) => failed.push(String(entry.objectId)),
    )
  while ((await read()) > 0);
  expect(failed).toEqual([bad.userId])
  expect(handled.at(-1)).toBe(good.userId)
  expect(await db.select().from(mails).where(eq(mails.address, 'half@test.example'))).toEqual([])
})

test('a notification is told once, not to the actor, and not when the command is refused', async ({
  as,
  given,
}) => {
  const [me, you] = [await given.user(), await given.user()]
  const [mine, yours] = [as(me) as ActingCtx, as(you) as ActingCtx]
  const notice = { objectKind: 'remark', objectId: me.personId, address: '/drafts/x' }
  const tell = (refuse = false) =>
    atomically(mine, async (ctx) => {
      for (const { personId } of [me, you]) await notify(ctx, personId, 'remark.decided', notice)
      if (refuse) throw new RangeError('refused')
    })
  await tell(true).catch(() => {})
  expect(await unreadCount(yours)).toBe(0)
  await tell()
  await tell()
  expect([await unreadCount(yours), await unreadCount(mine)]).toEqual([1, 0])
  const { rows } = await inboxOf(yours)
  await markRead(
    mine,
    rows.map(({ id }) => id),
  )
  expect(await unreadCount(yours)).toBe(1)
  await markRead(
    yours,
    rows.map(({ id }) => id),
  )
  expect(await unreadCount(yours)).toBe(0)
})

test('letters of notifications go to confirmed addresses that did not switch them off', async ({
  as,
  database,
  db,
  given,
}) => {
  const object = { kind: 'draft', id: (await given.person()).id }
  const people = {
    plain: await given.user({ email: 'plain@test.example' }),
    silent: await given.user({ email: 'silent@test.example' }),
    unconfirmed: await given.user({ email: 'unconfirmed@test.example', emailConfirmed: false }),
  }
  const ctx = as(await given.user())
  for (const { personId } of Object.values(people)) await subscribe(ctx, personId, object)
  await subscribe(ctx, people.silent.personId, object, false)
  await subscribe(ctx, people.silent.personId, object)
  await atomically(ctx, async (ctx) =>
    notifyAll(ctx, await followersOf(ctx, object), 'unheard-of', {
      objectKind: 'draft',
      objectId: object.id,
      address: '/drafts/y',
    }),
  )
  const told = await db.select().from(notifications).where(eq(notifications.objectId, object.id))
  expect(told).toHaveLength(3)
  for (const { id } of [...told, ...told]) await writeForNotice(servicesOf(database), db, id)
  const letters = await Promise.all(
    Object.keys(people).map((name) => mailsTo(database, `${name}@test.example`)),
  )
  expect(letters.map((found) => found.length)).toEqual([1, 0, 0])
  expect(letters[0]?.[0]?.body).toContain('https://site.test/drafts/y')
})

test('a new deputy finds it in the inbox', async ({ as, database, given }) => {
  const [boss, deputy] = [await given.user(), await given.user()]
  const term = { from: '2026-03-02', until: '2026-03-10', ground: 'отпуск' }
  await appointDeputy(as(boss) as ActingCtx, { personId: boss.personId, deputyId: deputy.personId, ...term })
  await readMail(database)
  expect((await inboxOf(as(deputy) as ActingCtx)).rows).toMatchObject([
    { kind: 'deputy.appointed', facts: { until: '2026-03-10' } },
  ])
})
