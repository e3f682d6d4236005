/** How much waits on each desk of the actor: what is open, within reach, and not the actor's own. */
import { type SQL, sql } from 'drizzle-orm'
import { type ActingCtx, viewerOf } from '#app/domain/ctx.ts'
import { claimDecidedBy } from '#db/reach/activation.ts'
import { applicationVisibleTo } from '#db/reach/applications.ts'
import { everywhere } from '#db/reach/viewer.ts'
import { applications } from '#db/schema/index.ts'

/** Counting stops here: the start page says «больше 99». */
export const waitingMost = 99

export type WaitingDesk = 'applications' | 'claims' | 'corrections' | 'erasures' | 'closed'

/** Counts of the desks that the actor decides at, none of which is above `waitingMost` + 1; empty desks are left out. */
export async function deskWaiting(ctx: ActingCtx): Promise<Partial<Record<WaitingDesk, number>>> {
  const { personId: me, powers } = ctx.actor
  const viewer = viewerOf(ctx)
  const may = (capability: string) => powers.some((power) => power.capability === capability)
  const queues: [WaitingDesk, boolean, SQL][] = [
    [
      'applications',
      may('application.edit'),
      sql`${applications} where ${applications.state} in ('review', 'appealed')
        and ${applicationVisibleTo(viewer)} and ${applications.personId} <> ${me}`,
    ],
    [
      'claims',
      may('claim.decide'),
      sql`claims c where c.state = 'open' and c.person_id <> ${me} and ${claimDecidedBy(viewer)}`,
    ],
    ['corrections', may('registry.edit'), sql`corrections c where c.state = 'open' and c.person_id <> ${me}`],
    ['erasures', may('registry.edit'), sql`erasures e where e.state = 'open' and e.person_id <> ${me}`],
    [
      'closed',
      everywhere(viewer, 'registry.read.closed'),
      sql`closed_requests r where r.state = 'open' and r.asked_by_id <> ${me} and r.person_id <> ${me}`,
    ],
  ]
  const own = queues.filter(([, mine]) => mine)
  if (own.length === 0) return {}
  const parts = own.map(
    ([code, , from]) =>
      sql`select ${code}::text as code, count(*)::int as count from (select from ${from} limit ${waitingMost + 1}) x`,
  )
  const rows = await ctx.db.execute<{ code: WaitingDesk; count: number }>(sql.join(parts, sql` union all `))
  return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]))
}
