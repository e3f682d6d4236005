/**
 * The log: `record` writes what a command did, in the command's transaction; the sealer chains committed entries.
 *
 * Entries hold ids, numbers and salted hashes, never names or texts, so that erasing a person breaks no hash. Readers
 * (mail, search, feeds, caches) go by `seq`, which only committed entries have; ids of open transactions may still
 * appear below ids already seen.
 */
import { asc, desc, gt, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Db } from '#db/client.ts'
import { logEntries, logPending, logReaders, logSeals } from '#db/schema/index.ts'
import { canonicalJson, sha256 } from './canonical.ts'
import type { Ctx } from './ctx.ts'

export type Facts = Record<string, string | number | boolean | null | string[] | number[]>

/** Channel of NOTIFY; the payload is the kind of the entry, the reader refetches through its own reach. */
export const channel = 'rses_log'

/** Adds an entry. Must run inside `atomically`, so that a refused command leaves none. */
export async function record(
  ctx: Ctx,
  kind: string,
  object: { kind: string; id: string | null },
  facts: Facts = {},
  options: { deputyOfId?: string } = {},
): Promise<string> {
  if (ctx.recorded === undefined) throw new RangeError(`record('${kind}') outside of atomically`)
  const id = uuidv7()
  await ctx.db.insert(logEntries).values({
    id,
    at: ctx.now,
    kind,
    actorId: ctx.actor?.personId ?? null,
    deputyOfId: options.deputyOfId ?? null,
    objectKind: object.kind,
    objectId: object.id,
    facts,
  })
  await ctx.db.execute(sql`select pg_notify(${channel}, ${kind})`)
  ctx.recorded.push({ kind, objectId: object.id })
  return id
}

/** Adds entries of one kind about many objects, in few statements; the same rules as for one. */
export async function recordAll(
  ctx: Ctx,
  kind: string,
  entries: readonly { object: { kind: string; id: string }; facts?: Facts }[],
): Promise<void> {
  if (ctx.recorded === undefined) throw new RangeError(`recordAll('${kind}') outside of atomically`)
  const actorId = ctx.actor?.personId ?? null
  for (let at = 0; at < entries.length; at += 1000) {
    const part = entries.slice(at, at + 1000)
    await ctx.db.insert(logEntries).values(
      part.map(({ object, facts = {} }) => ({
        ...{ id: uuidv7(), at: ctx.now, kind, actorId, deputyOfId: null },
        ...{ objectKind: object.kind, objectId: object.id, facts },
      })),
    )
    ctx.recorded.push(...part.map(({ object }) => ({ kind, objectId: object.id })))
  }
  // one word wakes the readers: they go by what is sealed
  if (entries.length > 0) await ctx.db.execute(sql`select pg_notify(${channel}, ${kind})`)
}

export interface SealedEntry {
  seq: number
  id: string
  at: Date
  kind: string
  actorId: string | null
  deputyOfId: string | null
  objectKind: string
  objectId: string | null
  facts: Record<string, unknown>
}

/** Gives committed entries consecutive numbers and hashes; returns how many. Any process may run it: one at a time does. */
export async function sealLog(db: Db, limit = 500): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('rses.log'))`)
    const pending = await tx.execute<{ entry_id: string }>(
      sql`delete from ${logPending} where entry_id in (
            select entry_id from ${logPending} order by entry_id limit ${limit}) returning entry_id`,
    )
    if (pending.length === 0) return 0
    const [last] = await tx.select().from(logSeals).orderBy(desc(logSeals.seq)).limit(1)
    const entries = await tx
      .select()
      .from(logEntries)
      .where(
        inArray(
          logEntries.id,
          pending.map((row) => row.entry_id),
        ),
      )
      .orderBy(asc(logEntries.id))
    let { seq, hash } = last ?? { seq: 0, hash: '' }
    const seals = entries.map((entry) => {
      seq += 1
      hash = hashOf(hash, entry)
      return { seq, entryId: entry.id, hash }
    })
    await tx.insert(logSeals).values(seals)
    return seals.length
  })
}

/** Sealed entries after `seq`, in order: what a reader has not seen. */
export async function sealedAfter(db: Db, seq: number, limit = 200): Promise<SealedEntry[]> {
  return db
    .select({
      seq: logSeals.seq,
      id: logEntries.id,
      at: logEntries.at,
      kind: logEntries.kind,
      actorId: logEntries.actorId,
      deputyOfId: logEntries.deputyOfId,
      objectKind: logEntries.objectKind,
      objectId: logEntries.objectId,
      facts: logEntries.facts,
    })
    .from(logSeals)
    .innerJoin(logEntries, sql`${logEntries.id} = ${logSeals.entryId}`)
    .where(gt(logSeals.seq, seq))
    .orderBy(asc(logSeals.seq))
    .limit(limit)
}

export interface Verification {
  sealed: number
  pending: number
  head: string
  /** seq of the first entry whose hash or number does not follow, or null when all do */
  brokenAt: number | null
}

/** Recomputes the whole chain. */
export async function verifyLog(db: Db): Promise<Verification> {
  let [seq, head] = [0, '']
  for (;;) {
    const batch = await db
      .select({ seal: logSeals, entry: logEntries })
      .from(logSeals)
      .innerJoin(logEntries, sql`${logEntries.id} = ${logSeals.entryId}`)
      .where(gt(logSeals.seq, seq))
      .orderBy(asc(logSeals.seq))
      .limit(1000)
    for (const { seal, entry } of batch) {
      head = hashOf(head, entry)
      if (seal.seq !== seq + 1 || seal.hash !== head)
        return { sealed: seq, pending: await pendingOf(db), head, brokenAt: seq + 1 }
      seq = seal.seq
    }
    if (batch.length < 1000) break
  }
  // Whoever cuts the end off leaves a chain that follows; but a reader has already been further than that.
  const [total] = await db
    .select({
      n: sql<number>`count(*)::int`,
      read: sql<number>`(select coalesce(max(seq), 0)::int from ${logReaders})`,
    })
    .from(logSeals)
  const whole = total?.n === seq && total.read <= seq
  return { sealed: seq, pending: await pendingOf(db), head, brokenAt: whole ? null : seq + 1 }
}

/** Entries that wait for their seal. */
export async function pendingOf(db: Db): Promise<number> {
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(logPending)
  return row?.n ?? 0
}

function hashOf(previous: string, entry: typeof logEntries.$inferSelect): string {
  return sha256(previous + canonicalJson(entry))
}
