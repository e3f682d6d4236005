/** The chain: each hash holds the one before, so that whoever rewrites one entry must rewrite all that came after. */
import { createHash } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { canonicalJson } from '#app/domain/canonical.ts'
import { atomically } from '#app/domain/ctx.ts'
import { record, sealLog, verifyLog } from '#app/domain/log.server.ts'
import { logEntries, logSeals } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('an entry rewritten together with its own hash breaks the chain after it; so does one taken out', async ({
  as,
  db,
}) => {
  for (const n of [1, 2, 3, 4])
    await atomically(as(null), (ctx) => record(ctx, 'thing.done', { kind: 'thing', id: null }, { n }))
  while ((await sealLog(db)) > 0);
  const seals = await db.select().from(logSeals).orderBy(asc(logSeals.seq))
  const entryOf = async (seq: number) => {
    const id = seals[seq - 1]?.entryId ?? ''
    return (await db.select().from(logEntries).where(eq(logEntries.id, id)))[0]
  }
  let hash = ''
  for (const seal of seals) {
    hash = sha256(hash + canonicalJson(await entryOf(seal.seq)))
    expect([seal.seq, seal.hash]).toEqual([seal.seq, hash])
  }
  expect(await verifyLog(db)).toMatchObject({ sealed: 4, head: hash, brokenAt: null })

  // As one with the rights of the owner would do it.
  for (const table of ['log_entries', 'log_seals'])
    await db.execute(sql.raw(`alter table ${table} disable trigger user`))
  const rewrite = async (facts: Record<string, unknown>) => {
    await db
      .update(logEntries)
      .set({ facts })
      .where(eq(logEntries.id, seals[1]?.entryId ?? ''))
    const own = sha256((seals[0]?.hash ?? '') + canonicalJson(await entryOf(2)))
    await db.update(logSeals).set({ hash: own }).where(eq(logSeals.seq, 2))
  }
  await rewrite({ n: 20 })
  expect((await verifyLog(db)).brokenAt).toBe(3)
  await rewrite({ n: 2 })
  expect((await verifyLog(db)).brokenAt).toBeNull()

  await db.delete(logSeals).where(eq(logSeals.seq, 2))
  expect((await verifyLog(db)).brokenAt).toBe(2)
})
