/** The nightly check of the record: the seals of the log, and all that follows from it; who reads the log is told. */
import { sql } from 'drizzle-orm'
import { atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record, verifyLog } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { content } from '#content/load.ts'
import { type Difference, differencesFromLog } from './rederiving.server.ts'

export interface RecordCheck {
  /** seq of the first entry that does not follow the one before, or null */
  brokenAt: number | null
  differences: Difference[]
}

/** Recomputes the seals and compares the rows with the log; what is wrong is recorded and told, each time it is found. */
export async function checkRecord(ctx: Ctx): Promise<RecordCheck> {
  const { brokenAt } = await verifyLog(ctx.db)
  const differences = await differencesFromLog(ctx.db)
  if (brokenAt !== null || differences.length > 0)
    await atomically(ctx, async (ctx) => {
      const facts = { n: differences.length, ...(brokenAt === null ? {} : { brokenAt }) }
      const entry = await record(ctx, 'record.differs', { kind: 'log', id: null }, facts)
      const notice = { objectKind: 'log', objectId: entry, address: '/admin/log?kind=record.differs' }
      await notifyAll(ctx, await readersOfLog(ctx), 'record.differs', { ...notice, facts })
    })
  return { brokenAt, differences }
}

/** People who may read the log of the whole region today. */
async function readersOfLog(ctx: Ctx): Promise<string[]> {
  const roles = content()
    .roles.roles.filter(({ can }) => can['audit.read'] === 'all')
    .map(({ code }) => code as string)
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select distinct g.person_id as id from grants g join users u on u.person_id = g.person_id and u.disabled_at is null
    where g.role in ${roles} and g.during @> ${dayOf(ctx.now, ctx.zone)}::date order by 1`)
  return rows.map(({ id }) => id)
}
