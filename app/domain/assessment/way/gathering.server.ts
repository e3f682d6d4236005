/** Gathering: whoever has passed by an application goes into a list of candidates of the direction in one step. */
import { sql } from 'drizzle-orm'
import { demandsOf } from '#app/domain/assessment/demands.server.ts'
import { changing } from '#app/domain/assessment/listing.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { candidates } from '#db/schema/index.ts'
import { verdictSql } from './stages.server.ts'

/** Puts them into the list; returns how many. Who stands in another list of the direction, or has the status, is left. */
export async function gatherPassed(ctx: ActingCtx, listId: string): Promise<number> {
  let added = 0
  await changing(ctx, listId, async (ctx, list) => {
    const passed = demandsOf(list.directionCode).assessment ? sql`${verdictSql()} = 'passed'` : sql`true`
    const place = list.municipalityId
      ? sql`exists (select from employments e join organisations o on o.id = e.organisation_id
          where e.person_id = applications.person_id and e.during @> ${ctx.actor.today}::date
            and o.tier in ('municipal', 'institutional') and o.municipality_id = ${list.municipalityId})`
      : sql`true`
    const rows = await ctx.db.execute<{ id: string }>(sql`
      select applications.person_id as id from applications
      where applications.direction_id = ${list.directionId} and applications.state = 'admitted'
        and ${passed} and ${place}
        and not exists (select from candidates c join candidate_lists l on l.id = c.list_id
          join direction_versions v on v.id = l.direction_version_id
          where c.person_id = applications.person_id and v.direction_id = applications.direction_id
            and c.removed_at is null and l.discarded_at is null and (l.state <> 'registered' or l.id = ${listId}))
        and not exists (select from statuses s join direction_versions v on v.id = s.direction_version_id
          where s.person_id = applications.person_id and v.direction_id = applications.direction_id
            and upper_inf(s.known) and s.during @> ${ctx.actor.today}::date)
      order by applications.number`)
    const by = { addedById: ctx.actor.personId, addedAt: ctx.now }
    for (let at = 0; at < rows.length; at += 1000)
      await ctx.db
        .insert(candidates)
        .values(rows.slice(at, at + 1000).map(({ id: personId }) => ({ listId, personId, ...by })))
    added = rows.length
    return added > 0 ? {} : null
  })
  return added
}
