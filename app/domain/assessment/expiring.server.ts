/**
 * Expiring: statuses that end soon and that nobody has renewed, on the desk of whoever draws up lists; their renewal is
 * begun as a list of candidates whose order lets the statuses go on.
 */
import { sql } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { candidates } from '#db/schema/index.ts'
import { listPlaces } from './list-places.server.ts'
import { startList } from './listing.server.ts'

export interface Expiring {
  personId: string
  number: number
  name: string
  work: string | null
  /** first day without the status */
  endDay: string
}

/** People of one direction, the earliest end first. */
export interface ExpiringDirection {
  /** version of the list in force */
  id: string
  title: string
  people: Expiring[]
}

const most = 500

/** Statuses of the actor's directions that end within so many days, at most 500 a direction. Problem('forbidden'). */
export async function expiringStatuses(ctx: ActingCtx, days: number): Promise<ExpiringDirection[]> {
  const { directions, municipalities } = await listPlaces(ctx)
  const towns = municipalities.map(({ id }) => id)
  const found: ExpiringDirection[] = []
  for (const { id, shortTitle: title, shared } of directions) {
    const people = await endingIn(ctx, id, { days, towns: shared ? towns : null })
    if (people.length > 0) found.push({ id, title, people })
  }
  return found
}

/** Begins the list that renews these people; returns its id. Problems: list-empty, renewal-municipality, stale, forbidden. */
export async function startRenewal(
  ctx: ActingCtx,
  {
    direction,
    people,
    days,
    title,
  }: { direction: string; people: readonly string[]; days: number; title: string },
): Promise<string> {
  const { directions, municipalities } = await listPlaces(ctx)
  const place = directions.find(({ id }) => id === direction)
  if (!place) throw new Problem('forbidden')
  const [town] = municipalities
  if (place.shared && municipalities.length > 1) throw new Problem('renewal-municipality')
  const wanted = new Set(people)
  if (wanted.size === 0) throw new Problem('list-empty')
  return atomically(ctx, async (ctx) => {
    const towns = place.shared ? municipalities.map(({ id }) => id) : null
    const known = (await endingIn(ctx, direction, { days, towns })).map(({ personId }) => personId)
    if ([...wanted].some((id) => !known.includes(id))) throw new Problem('stale')
    const municipality = place.shared && town ? { municipality: town.id } : {}
    const id = await startList(ctx, { title, direction, effect: 'extends', basis: '', ...municipality })
    const by = { listId: id, addedById: ctx.actor.personId, addedAt: ctx.now }
    await ctx.db.insert(candidates).values([...wanted].map((personId) => ({ ...by, personId })))
    return id
  })
}

async function endingIn(
  ctx: ActingCtx,
  versionId: string,
  { days, towns }: { days: number; towns: readonly string[] | null },
): Promise<Expiring[]> {
  const { today } = ctx.actor
  if (towns?.length === 0) return []
  const here = towns
    ? sql`exists (select from employments w join organisations h on h.id = w.organisation_id
        where w.person_id = p.id and w.during @> ${today}::date
          and h.tier in ('municipal', 'institutional') and h.municipality_id in ${[...towns]})`
    : sql`true`
  const rows = await ctx.db.execute<Expiring & Record<string, unknown>>(sql`
    select p.id as "personId", p.number, trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name,
      (select concat_ws(', ', e.post, o.short_name) from employments e join organisations o on o.id = e.organisation_id
        where e.person_id = p.id and e.during @> ${today}::date order by e.id limit 1) as work,
      to_char(upper(s.during), 'YYYY-MM-DD') as "endDay"
    from statuses s join direction_versions v on v.id = s.direction_version_id
    join direction_versions c on c.id = ${versionId} and c.direction_id = v.direction_id and c.tier = s.tier
    join people p on p.id = s.person_id
    where upper_inf(s.known) and s.during @> ${today}::date
      and upper(s.during) <= ${today}::date + ${days}::int and s.end_item_id is null and ${here}
      -- somebody renewed it already, or is about to
      and not exists (select from statuses n join direction_versions m on m.id = n.direction_version_id
        where n.person_id = s.person_id and n.tier = s.tier and m.direction_id = v.direction_id
          and upper_inf(n.known) and lower(n.during) >= upper(s.during))
      and not exists (select from candidates k join candidate_lists l on l.id = k.list_id
        join direction_versions m on m.id = l.direction_version_id where k.person_id = s.person_id
          and k.removed_at is null and l.discarded_at is null and l.state <> 'registered'
          and m.direction_id = v.direction_id)
    order by upper(s.during), p.family_name, p.given_name, p.patronymic, p.number limit ${most}`)
  return [...rows]
}
