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

/** People whom one list can renew, the earliest end first: of a direction, and of a municipality where one takes part. */
export interface ExpiringDirection {
  /** version of the list in force */
  id: string
  title: string
  municipality: { id: string; name: string } | null
  people: Expiring[]
}

const most = 500

/** Statuses of the actor's directions that end within so many days, at most 500 a direction. Problem('forbidden'). */
export async function expiringStatuses(ctx: ActingCtx, days: number): Promise<ExpiringDirection[]> {
  const { directions, municipalities } = await listPlaces(ctx)
  const found: ExpiringDirection[] = []
  for (const { id, shortTitle: title, shared } of directions) {
    const towns = shared ? municipalities : null
    const people = await endingIn(ctx, id, { days, towns: towns?.map(({ id }) => id) ?? null })
    for (const municipality of towns ?? [null]) {
      const here = people.filter(({ townId }) => townId === (municipality?.id ?? null))
      if (here.length > 0)
        found.push({ id, title, municipality, people: here.map(({ townId: _, ...one }) => one) })
    }
  }
  return found
}

export interface RenewalOf {
  direction: string
  /** whose body takes part; the actor's only one when not named */
  municipality?: string | undefined
  people: readonly string[]
  days: number
  title: string
}

/** Begins the list that renews these people; returns its id. Problems: list-empty, renewal-municipality, stale, forbidden. */
export async function startRenewal(
  ctx: ActingCtx,
  { direction, municipality, people, days, title }: RenewalOf,
): Promise<string> {
  const { directions, municipalities } = await listPlaces(ctx)
  const place = directions.find(({ id }) => id === direction)
  if (!place) throw new Problem('forbidden')
  const town = place.shared ? townOf(municipalities, municipality) : null
  const wanted = new Set(people)
  if (wanted.size === 0) throw new Problem('list-empty')
  return atomically(ctx, async (ctx) => {
    const known = (await endingIn(ctx, direction, { days, towns: town ? [town] : null })).map(
      ({ personId }) => personId,
    )
    if ([...wanted].some((id) => !known.includes(id))) throw new Problem('stale')
    const of = town ? { municipality: town } : {}
    const id = await startList(ctx, { title, direction, effect: 'extends', basis: '', ...of })
    const by = { listId: id, addedById: ctx.actor.personId, addedAt: ctx.now }
    await ctx.db.insert(candidates).values([...wanted].map((personId) => ({ ...by, personId })))
    return id
  })
}

function townOf(within: readonly { id: string }[], named: string | undefined): string {
  const [only] = within
  if (!named && only && within.length === 1) return only.id
  if (!named) throw new Problem('renewal-municipality')
  if (!within.some(({ id }) => id === named)) throw new Problem('forbidden')
  return named
}

/** `townId`: where the person works among `towns`; null where no municipality takes part. */
type Ending = Expiring & { townId: string | null }

async function endingIn(
  ctx: ActingCtx,
  versionId: string,
  { days, towns }: { days: number; towns: readonly string[] | null },
): Promise<Ending[]> {
  const { today } = ctx.actor
  if (towns?.length === 0) return []
  const town = towns
    ? sql`join lateral (select h.municipality_id as id from employments w join organisations h on h.id = w.organisation_id
        where w.person_id = p.id and w.during @> ${today}::date
          and h.tier in ('municipal', 'institutional') and h.municipality_id in ${[...towns]} order by w.id limit 1) t on true`
    : sql`cross join (select null::uuid as id) t`
  const rows = await ctx.db.execute<Ending & Record<string, unknown>>(sql`
    select p.id as "personId", t.id as "townId", p.number, trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name,
      (select concat_ws(', ', e.post, o.short_name) from employments e join organisations o on o.id = e.organisation_id
        where e.person_id = p.id and e.during @> ${today}::date order by e.id limit 1) as work,
      to_char(upper(s.during), 'YYYY-MM-DD') as "endDay"
    from statuses s join direction_versions v on v.id = s.direction_version_id
    join direction_versions c on c.id = ${versionId} and c.direction_id = v.direction_id and c.tier = s.tier
    join people p on p.id = s.person_id ${town}
    where upper_inf(s.known) and s.during @> ${today}::date
      and upper(s.during) <= ${today}::date + ${days}::int and s.end_item_id is null
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
