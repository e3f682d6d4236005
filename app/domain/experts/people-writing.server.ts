/**
 * Writing a list of people, in the transaction of its job: people, where they work, lines of the order, statuses. In
 * few statements, because a list has thousands of rows; each row keeps what it made, so that all of it can be taken back.
 */
import { eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import type { ImportRow, ListRow } from '#app/domain/organisations/imports.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { codeOf } from '#db/failure.ts'
import { employments, imports, orderItems, orders, people, statuses, users } from '#db/schema/index.ts'
import type { ReadPerson } from './judging-people.ts'
import { fullName } from './listed-names.ts'
import { correctPerson, type Made } from './people-correcting.server.ts'

const CHUNK = 500

interface Written {
  at: number
  read: ReadPerson
  personId: string
  fresh: boolean
  take: readonly string[]
  made: Made
}

/** Writes every row that is not left out; `progress` is told how many are written. Problem('import-twice'): one person by two rows. */
export async function writePeople(
  ctx: ActingCtx,
  list: ImportRow,
  rows: readonly ListRow[],
  progress: (done: number) => Promise<void>,
): Promise<void> {
  const order = list.orderId ? await lockOrder(ctx, list.orderId) : null
  const written = rows.flatMap(writtenOf)
  refuseDoubles(written)
  const day = order?.day ?? ctx.actor.today
  let position = order ? await lastPosition(ctx, order.id) : 0
  for (let at = 0; at < written.length; at += CHUNK) {
    const part = written.slice(at, at + CHUNK)
    await insertPeople(ctx, part)
    for (const row of part)
      if (!row.fresh) row.made = await correctPerson(ctx, row.personId, row.read, row.take, day)
    await insertWorks(ctx, part, day)
    if (order) position = await insertLines(ctx, order, part, position)
    await keepMade(ctx, list.id, part)
    await progress(at + part.length)
  }
  if (order) await tell(ctx, order, written)
  // The words of the list are not needed any more: what they became is in the base.
  await ctx.db.execute(
    sql`update import_rows set cells = '{}', reasons = '[]', read = '{}', matches = '[]' where import_id = ${list.id}`,
  )
  await ctx.db.update(imports).set({ state: 'done', doneAt: ctx.now }).where(eq(imports.id, list.id))
  await record(
    ctx,
    'import.done',
    { kind: 'import', id: list.id },
    { rows: written.length, order: order?.id ?? null },
  )
}

function writtenOf({ at, verdict, choice, read, matches, take }: ListRow): Written[] {
  if (verdict === 'rejected' || choice === 'skip') return []
  const fresh = verdict === 'new' || choice === 'new'
  const personId = fresh ? uuidv7() : (choice ?? String(matches[0]?.id ?? ''))
  return [{ at, read: read as unknown as ReadPerson, personId, fresh, take, made: {} }]
}

/** Two rows that people took for one person say the same twice, or each other's contrary. */
function refuseDoubles(rows: readonly Written[]) {
  const seen = new Map<string, number>()
  for (const { at, personId, read } of rows) {
    const key = `${personId} ${read.direction?.directionId ?? ''}`
    const above = seen.get(key)
    if (above !== undefined) throw new Problem('import-twice', { line: at, above })
    seen.set(key, at)
  }
}

async function lockOrder(ctx: ActingCtx, id: string) {
  const [order] = await ctx.db.select().from(orders).where(eq(orders.id, id)).for('update')
  if (found(order).revokedById) throw new Problem('order-revoked')
  return found(order)
}

async function lastPosition(ctx: ActingCtx, orderId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ last: sql<number>`coalesce(max(${orderItems.position}), 0)` })
    .from(orderItems)
    .where(eq(orderItems.orderId, orderId))
  return row?.last ?? 0
}

async function insertPeople(ctx: ActingCtx, rows: readonly Written[]) {
  const fresh = rows.filter((row) => row.fresh)
  if (fresh.length === 0) return
  await ctx.db.insert(people).values(
    fresh.map(({ personId: id, read }) => ({
      ...{ id, familyName: read.family, givenName: read.given, patronymic: read.patronymic },
      ...{ source: 'import' as const, createdAt: ctx.now },
    })),
  )
  for (const row of fresh) row.made = { added: true }
}

/** Where new people work, from the day of the order. */
async function insertWorks(ctx: ActingCtx, rows: readonly Written[], day: string) {
  const works = rows.flatMap((row) => {
    const { placeId, post } = row.read
    if (!row.fresh || !placeId || post === '') return []
    const id = uuidv7()
    row.made = { ...row.made, work: id }
    return [
      { id, personId: row.personId, organisationId: placeId, post, during: `[${day},)`, createdAt: ctx.now },
    ]
  })
  if (works.length > 0) await ctx.db.insert(employments).values(works)
}

type Order = typeof orders.$inferSelect

async function insertLines(
  ctx: ActingCtx,
  order: Order,
  rows: readonly Written[],
  after: number,
): Promise<number> {
  const items = rows.map((row, at) => {
    const direction = found(row.read.direction)
    const [from, to] = [row.read.from ?? order.day, row.read.to]
    const id = uuidv7()
    row.made = { ...row.made, item: id }
    return {
      ...{ id, orderId: order.id, position: after + at + 1, personId: row.personId, act: 'begin' as const },
      ...{ directionVersionId: direction.versionId, tier: direction.tier, printedName: fullName(row.read) },
      during: `[${from},${to ? `${to}]` : ')'}`,
    }
  })
  await ctx.db.insert(orderItems).values(items)
  const known = `[${ctx.now.toISOString()},)`
  try {
    await ctx.db.insert(statuses).values(
      items.map(({ id, personId, directionVersionId, tier, during }) => ({
        ...{ personId, directionVersionId, tier, during, known, beginItemId: id },
      })),
    )
  } catch (error) {
    // 23P01: a row was decided to be somebody whose status holds on these days.
    if (codeOf(error) === '23P01') throw new Problem('import-overlaps')
    throw error
  }
  return after + items.length
}

async function keepMade(ctx: ActingCtx, importId: string, rows: readonly Written[]) {
  const values = JSON.stringify(rows.map(({ at, personId, made }) => ({ at, id: personId, made })))
  await ctx.db.execute(sql`update import_rows r set object_id = x.id, made = x.made
    from jsonb_to_recordset(${values}::jsonb) as x(at int, id uuid, made jsonb)
    where r.import_id = ${importId} and r.at = x.at`)
}

/** Those of the list who sign in here learn of it. */
async function tell(ctx: ActingCtx, order: Order, rows: readonly Written[]) {
  const ids = rows.filter((row) => !row.fresh).map(({ personId }) => personId)
  if (ids.length === 0) return
  const here = await ctx.db.select({ id: users.personId }).from(users).where(inArray(users.personId, ids))
  const { id, slug, number, day, title } = order
  await notifyAll(
    ctx,
    here.map((user) => user.id),
    'status.begun',
    {
      ...{
        objectKind: 'order',
        objectId: id,
        address: `/orders/${slug}`,
        facts: { number, from: day, title },
      },
    },
  )
}
