import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { atomically } from '#app/domain/ctx.ts'
import { record, sealedAfter, sealLog, verifyLog } from '#app/domain/log.server.ts'
import { logEntries, logSeals } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const thing = { kind: 'thing', id: null }

test('numbers committed entries without gaps and chains their hashes', async ({ as, db }) => {
  const ctx = as(null)
  for (const n of [1, 2, 3]) await atomically(ctx, (ctx) => record(ctx, 'thing.done', thing, { n }))
  const refused = atomically(ctx, async (ctx) => {
    await record(ctx, 'thing.refused', thing)
    throw new Error('refused')
  })
  await expect(refused).rejects.toThrow('refused')

  expect(await sealLog(db)).toBe(3)
  expect(await sealLog(db)).toBe(0)
  const entries = await sealedAfter(db, 0)
  expect(entries.map(({ seq, kind, facts }) => [seq, kind, facts.n])).toEqual([
    [1, 'thing.done', 1],
    [2, 'thing.done', 2],
    [3, 'thing.done', 3],
  ])
  expect(await verifyLog(db)).toMatchObject({ sealed: 3, pending: 0, brokenAt: null })
})

test('two sealers at once give each entry one number', async ({ as, db }) => {
  const ctx = as(null)
  await Promise.all(
    Array.from({ length: 20 }, () => atomically(ctx, (ctx) => record(ctx, 'thing.done', thing))),
  )
  await Promise.all([sealLog(db, 7), sealLog(db, 7), sealLog(db, 7), sealLog(db, 7)])
  while ((await sealLog(db)) > 0);
  const { sealed, brokenAt } = await verifyLog(db)
  const seqs = (await db.select({ seq: logSeals.seq }).from(logSeals).orderBy(logSeals.seq)).map(
    ({ seq }) => seq,
  )
  expect(brokenAt).toBeNull()
  expect(seqs).toEqual(Array.from({ length: sealed }, (_, i) => i + 1))
})

test('refuses to change or delete an entry, to the owner too', async ({ as, db, web }) => {
  const id = await atomically(as(null), (ctx) => record(ctx, 'thing.done', thing))
  for (const login of [db, web]) {
    await expect(
      login.update(logEntries).set({ kind: 'other' }).where(eq(logEntries.id, id)),
    ).rejects.toThrow()
    await expect(login.delete(logEntries).where(eq(logEntries.id, id))).rejects.toThrow()
  }
})

test('finds the entry that was changed behind the triggers', async ({ as, db }) => {
  const id = await atomically(as(null), (ctx) => record(ctx, 'thing.done', thing))
  while ((await sealLog(db)) > 0);
  const [seal] = await db.select().from(logSeals).where(eq(logSeals.entryId, id))
  await db.execute(sql`alter table log_entries disable trigger log_entries_insert_only`)
  await db.update(logEntries).set({ kind: 'thing.undone' }).where(eq(logEntries.id, id))
  await db.execute(sql`alter table log_entries enable trigger log_entries_insert_only`)
  expect((await verifyLog(db)).brokenAt).toBe(seal?.seq)
})

test('an entry outside of a transaction is a defect', async ({ as }) => {
  await expect(record(as(null), 'thing.done', thing)).rejects.toThrow(RangeError)
})

test('the web login has no way to closed data', async ({ web }) => {
  await expect(web.execute(sql`select * from closed.mails`)).rejects.toMatchObject({
    cause: { code: '42501' },
  })
  await expect(web.execute(sql`select * from closed.private_fields`)).rejects.toMatchObject({
    cause: { code: '42501' },
  })
  await expect(web.execute(sql`set role rses_owner`)).rejects.toMatchObject({ cause: { code: '42501' } })
})
