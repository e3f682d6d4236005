/**
 * Candidates: experts whose status holds today in a direction of the panel, with ground for publication.
 *
 * Only open facts are read: directions, place of work, years, finished and going engagements. Those with a conflict, or
 * beyond a limit of the request (load, rotation, competence, excluded by name), stay in the list with the reason, so that
 * the secretary sees why they cannot be chosen; they are never rows.
 */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { conflictsAmong } from './conflicts/finding.server.ts'
import { barOf, type ConflictKind, type Finding } from './conflicts/kinds.ts'
import type { PanelState } from './facts.server.ts'
import { type Pooled, poolOf } from './listing/pool.server.ts'
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
  /** day of the last invitation, of any panel */
  lastAsked: string | null
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

/**
 * Everybody eligible for the panel today, best points first, with conflicts and limits marked. Who declined this panel is
 * left out. `beside`: members with whom they would sit.
 */
export async function candidatesOf(
  ctx: Ctx,
  state: Pick<PanelState, 'panel' | 'object'>,
  beside: readonly string[] = [],
): Promise<Candidate[]> {
  const limits = await limitsOfPanel(ctx, state.panel.id)
  const rows = await ctx.db.execute<Pooled>(sql`${poolOf(ctx, state.panel, limits)} order by p.number`)
  const candidates = await judged(ctx, state, rows, { limits, beside })
  return candidates.sort((a, b) => b.points - a.points || a.number - b.number)
}

/** These rows of the pool, in their order, with conflicts and limits marked. */
export async function judged(
  ctx: Ctx,
  state: Pick<PanelState, 'panel' | 'object'>,
  rows: readonly Pooled[],
  { limits, beside = [] }: { limits: KeptLimits; beside?: readonly string[] },
): Promise<Candidate[]> {
  const named = new Map((await namedIn(ctx, state.panel.id)).map((one) => [one.personId, one.standing]))
  const year = Number(dayOf(ctx.now, ctx.zone).slice(0, 4))
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
  return candidates
}

function candidateOf(row: Pooled, year: number, { floors }: KeptLimits): Candidate {
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
    lastAsked: row.last_asked,
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
