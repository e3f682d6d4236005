/**
 * Candidates: experts whose status holds today in a direction of the panel, with ground for publication.
 *
 * Only open facts are read: directions, place of work, years, finished and going engagements. Those with a conflict
 * stay in the list with its kind, so that the secretary sees why they cannot be chosen; they are never rows.
 */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import {
  engagementsShown,
  expertiseFinished,
  goingOn,
  inForce,
  nameShown,
  openFullName,
  workShown,
} from '#db/reach/experts.ts'
import { conflictsAmong } from './conflicts.server.ts'
import type { PanelState } from './facts.server.ts'
import type { Row } from './selecting.ts'

export interface Candidate {
  personId: string
  number: number
  name: string
  organisationId: string | null
  organisation: string | null
  municipality: string | null
  municipalityId: string | null
  /** ids of direction versions, only those the panel covers */
  directions: string[]
  since: string
  finished: number
  current: number
  points: number
  /** kind of the conflict that excludes the person, or null */
  conflict: string | null
}

type Found = {
  person_id: string
  number: number
  name: string
  organisation_id: string | null
  organisation: string | null
  municipality_id: string | null
  municipality: string | null
  directions: string[]
  since: string
  finished: number
  current: number
}

/** Everybody eligible for the panel today, best points first, conflicts marked. Who declined this panel is left out. */
export async function candidatesOf(
  ctx: Ctx,
  state: Pick<PanelState, 'panel' | 'object'>,
): Promise<Candidate[]> {
  const { panel } = state
  const today = dayOf(ctx.now, ctx.zone)
  const codes = content().tiers.map(({ code }) => code)
  const tiers = codes.slice(0, codes.indexOf(panel.tier) + 1)
  const rows = await ctx.db.execute<Found>(sql`
    with able as (
      select s.person_id, array_agg(distinct s.direction_version_id::text) as directions
      from statuses s join panel_directions d on d.direction_version_id = s.direction_version_id and d.panel_id = ${panel.id}
      where ${inForce(today)}
        and s.tier in (${sql.join(
          tiers.map((tier) => sql`${tier}`),
          sql`, `,
        )})
      group by s.person_id)
    select a.person_id, p.number, a.directions,
      ${openFullName('p')} as name,
      o.id as organisation_id, m.id as municipality_id,
      case when ${workShown(sql`a.person_id`)} then o.short_name end as organisation,
      case when ${workShown(sql`a.person_id`)} then m.name end as municipality,
      (select to_char(min(lower(s.during)), 'YYYY-MM-DD') from statuses s
        where s.person_id = a.person_id and upper_inf(s.known)) as since,
      case when ${engagementsShown(sql`a.person_id`)} then (select count(*)::int from engagements e
        where e.person_id = a.person_id and ${expertiseFinished}) else 0 end as finished,
      (select count(*)::int from engagements e where e.person_id = a.person_id and ${goingOn(today)}) as current
    from able a join people p on p.id = a.person_id
    left join lateral (select e.organisation_id from employments e
      where e.person_id = a.person_id and e.during @> ${today}::date order by lower(e.during) desc, e.id limit 1) w on true
    left join organisations o on o.id = w.organisation_id
    left join municipalities m on m.id = o.municipality_id
    where p.merged_into_id is null
      and ${nameShown(sql`a.person_id`)}
      and not exists (select 1 from seats x where x.panel_id = ${panel.id} and x.person_id = a.person_id
        and x.left_at is not null and exists (select 1 from invitations i where i.seat_id = x.id and i.answer in ('declined', 'expired')))
    order by p.number`)
  const year = Number(today.slice(0, 4))
  const candidates = rows.map((row) => candidateOf(row, year))
  const conflicts = await conflictsAmong(ctx, state, candidates)
  for (const candidate of candidates) candidate.conflict = conflicts.get(candidate.personId) ?? null
  return candidates.sort((a, b) => b.points - a.points || a.number - b.number)
}

function candidateOf(row: Found, year: number): Candidate {
  const { finished, current } = row
  const { points } = content().settings.panels
  const years = Math.max(0, year - Number(row.since.slice(0, 4)))
  const earned =
    points.finished * Math.min(finished, points.finishedMost) +
    points.year * Math.min(years, points.yearsMost)
  return {
    personId: row.person_id,
    number: row.number,
    name: row.name,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    municipalityId: row.municipality_id,
    municipality: row.municipality,
    directions: [...row.directions].sort(),
    since: row.since,
    finished,
    current,
    points: earned - points.current * current,
    conflict: null,
  }
}

/** Rows without names for selecting, in the given order; places of work become numbers of this list. */
export function rowsOf(candidates: readonly Candidate[]): Row[] {
  const [organisations, municipalities] = [new Map<string, number>(), new Map<string, number>()]
  const numbered = (known: Map<string, number>, id: string | null) => {
    if (id === null) return 0
    const number = known.get(id) ?? known.size + 1
    known.set(id, number)
    return number
  }
  return candidates.map(({ organisationId, municipalityId, directions, points }, at) => ({
    row: at + 1,
    organisation: numbered(organisations, organisationId),
    municipality: numbered(municipalities, municipalityId),
    directions,
    points,
  }))
}
