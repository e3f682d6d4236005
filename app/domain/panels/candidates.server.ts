/**
 * Candidates: experts whose status holds today in a direction of the panel, with ground for publication.
 *
 * Only open facts are read: directions, place of work, years, finished and going engagements. Those with a conflict, or
 * beyond a limit of the request (load, rotation, competence, excluded by name), stay in the list with the reason, so that
 * the secretary sees why they cannot be chosen; they are never rows.
 */
import { type SQL, sql } from 'drizzle-orm'
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
import { conflictsAmong } from './conflicts/finding.server.ts'
import { barOf, type ConflictKind, type Finding } from './conflicts/kinds.ts'
import type { PanelState } from './facts.server.ts'
import { type KeptLimits, limitsOfPanel, monthsAgo, namedIn } from './requests/limiting.server.ts'
import { competenceOf, type Out, outOf } from './requests/standing.ts'
import type { Row, SelectionRules } from './selecting.ts'

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
  /** points of a hundred, by direction version the panel covers, whatever floor it has */
  competences: Record<string, number>
  nominatorId: string | null
  /** expertises going on now, and begun or going on within the months of the limit, this panel aside */
  going: number
  lately: number
  /** invitations of the past with an answer or without one in time, and how many of them were no consent */
  invited: number
  refused: number
  /** must sit in the panel */
  fixed: boolean
  /** the high band, where it was looked at */
  high?: boolean
  /** kind of the conflict that excludes the person, or null */
  conflict: ConflictKind | null
  /** all conflicts, the most serious first */
  findings: Finding[]
  /** limit of the request that keeps the person out, or null */
  out: Out | null
}

/** True for who may be chosen. */
export const isOpen = ({ conflict, out }: Pick<Candidate, 'conflict' | 'out'>): boolean =>
  conflict === null && out === null

type Found = {
  person_id: string
  number: number
  name: string
  organisation_id: string | null
  organisation: string | null
  municipality_id: string | null
  municipality: string | null
  directions: Record<string, string>
  since: string
  finished: number
  current: number
  nominator_id: string | null
  going: number
  lately: number
  rested: string | null
  developer: string | null
  invited: number
  refused: number
}

/**
 * Everybody eligible for the panel today, best points first, with conflicts and limits marked. Who declined this panel is
 * left out. `beside`: members with whom they would sit.
 */
export async function candidatesOf(
  ctx: Ctx,
  state: Pick<PanelState, 'panel' | 'object'>,
  beside: readonly string[] = [],
): Promise<Candidate[]> {
  const { panel } = state
  const limits = await limitsOfPanel(ctx, panel.id)
  const named = new Map((await namedIn(ctx, panel.id)).map((one) => [one.personId, one.standing]))
  const today = dayOf(ctx.now, ctx.zone)
  const codes = content().tiers.map(({ code }) => code)
  const tiers = codes.slice(0, codes.indexOf(panel.tier) + 1)
  const rows = await ctx.db.execute<Found>(sql`
    with able as (
      select s.person_id, jsonb_object_agg(s.direction_version_id, (select to_char(min(lower(f.during)), 'YYYY-MM-DD')
        from statuses f where f.person_id = s.person_id and f.direction_version_id = s.direction_version_id
          and upper_inf(f.known))) as directions
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
      (select count(*)::int from engagements e where e.person_id = a.person_id and ${goingOn(today)}) as current,
      (select l.organisation_id from applications n join nomination_letters l on l.id = n.letter_id
        where n.person_id = a.person_id order by n.number desc limit 1) as nominator_id,
      g.going, g.lately, g.rested, g.developer, r.invited, r.refused
    from able a join people p on p.id = a.person_id
    left join lateral (select e.organisation_id from employments e
      where e.person_id = a.person_id and e.during @> ${today}::date order by lower(e.during) desc, e.id limit 1) w on true
    left join organisations o on o.id = w.organisation_id
    left join municipalities m on m.id = o.municipality_id
    left join lateral (${ledger(ctx, panel, limits, today)}) g on true
    left join lateral (select count(*)::int as invited, (count(*) filter (where i.answer <> 'accepted'))::int as refused
      from seats x join invitations i on i.seat_id = x.id
      where x.person_id = a.person_id and i.answer in ('accepted', 'declined', 'expired')) r on true
    where p.merged_into_id is null
      and ${nameShown(sql`a.person_id`)}
      and not exists (select 1 from seats x where x.panel_id = ${panel.id} and x.person_id = a.person_id
        and x.left_at is not null and exists (select 1 from invitations i where i.seat_id = x.id and i.answer in ('declined', 'expired')))
      ${notYet(sql`a.person_id`, today)}
    order by p.number`)
  const year = Number(today.slice(0, 4))
  const candidates = rows.map((row) => candidateOf(row, year, limits))
  const conflicts = await conflictsAmong(ctx, state, candidates, beside)
  for (const [at, candidate] of candidates.entries()) {
    const { rested = null, developer = null } = rows[at] ?? {}
    const standing = named.get(candidate.personId)
    candidate.findings = conflicts.get(candidate.personId) ?? []
    candidate.conflict = barOf(candidate.findings)
    candidate.fixed = standing === 'fixed'
    candidate.out = outOf({ ...candidate, rested, developer, standing }, limits, (months) =>
      monthsAgo(ctx, months),
    )
  }
  return candidates.sort((a, b) => b.points - a.points || a.number - b.number)
}

/** «Не сейчас»: nobody is asked before the day they named, whatever the panel. */
const notYet = (personId: SQL, today: string) => sql`and not exists (select 1 from invitations i
  join seats x on x.id = i.seat_id where x.person_id = ${personId} and i.answer = 'later' and i.ask_after > ${today}::date)`

/** What the ledger of engagements says of person `a.person_id`, this panel aside; days as text. */
function ledger(ctx: Ctx, panel: PanelState['panel'], limits: KeptLimits, today: string) {
  const since = monthsAgo(ctx, limits.periodMonths ?? 0)
  return sql`select (count(*) filter (where ${goingOn(today)}))::int as going,
      (count(*) filter (where e.outcome <> 'left' and e.during && daterange(${since}::date, null)))::int as lately,
      to_char(max(upper(e.during)) filter (where ${expertiseFinished}) - 1, 'YYYY-MM-DD') as rested,
      to_char(max(lower(e.during)) filter (where e.outcome <> 'left'
        and x.organisation_id = ${panel.organisationId}::uuid), 'YYYY-MM-DD') as developer
    from engagements e left join panels x on x.id = e.object_id
    where e.person_id = a.person_id and e.kind = 'panel' and e.object_id <> ${panel.id}::uuid`
}

function candidateOf(row: Found, year: number, { floors }: KeptLimits): Candidate {
  const { finished, current } = row
  const { points } = content().settings.panels
  const years = Math.max(0, year - Number(row.since.slice(0, 4)))
  const earned =
    points.finished * Math.min(finished, points.finishedMost) +
    points.year * Math.min(years, points.yearsMost)
  const competences = Object.fromEntries(
    Object.entries(row.directions).map(([id, since]) => [
      id,
      competenceOf({ finished, since, year }, points),
    ]),
  )
  const reached = Object.keys(competences).filter((id) => (competences[id] ?? 0) >= (floors[id] ?? 0))
  return {
    personId: row.person_id,
    number: row.number,
    name: row.name,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    municipalityId: row.municipality_id,
    municipality: row.municipality,
    directions: reached.sort(),
    competences,
    nominatorId: row.nominator_id,
    ...{ going: row.going, lately: row.lately, invited: row.invited, refused: row.refused },
    since: row.since,
    finished,
    current,
    points: earned - points.current * current,
    fixed: false,
    conflict: null,
    findings: [],
    out: null,
  }
}

/**
 * Rows without names for selecting, in the given order; places of work become numbers of this list. Nominators and the band
 * are told only where the rules ask for them.
 */
export function rowsOf(candidates: readonly Candidate[], asks: Partial<SelectionRules> = {}): Row[] {
  const [organisations, municipalities] = [new Map<string, number>(), new Map<string, number>()]
  const nominators = new Map<string, number>()
  const numbered = (known: Map<string, number>, id: string | null) => {
    if (id === null) return 0
    const number = known.get(id) ?? known.size + 1
    known.set(id, number)
    return number
  }
  return candidates.map(({ organisationId, municipalityId, nominatorId, directions, points, high }, at) => ({
    row: at + 1,
    organisation: numbered(organisations, organisationId),
    municipality: numbered(municipalities, municipalityId),
    directions,
    points,
    ...(asks.maxPerNominator === undefined ? {} : { nominator: numbered(nominators, nominatorId) }),
    ...((asks.minHigh ?? 0) > 0 && high ? { high } : {}),
  }))
}
