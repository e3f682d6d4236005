/**
 * The field of a batch: works by code, experts, how well they fit, and who may not meet whom; read in one moment.
 *
 * A conflict is looked for with the very function that panels use, once for each organisation whose works are judged.
 */
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#app/domain/ctx.ts'
import type { Instance, Request } from '#app/domain/panels/assignment/instance.ts'
import { conflictsAmong } from '#app/domain/panels/conflicts/finding.server.ts'
import { barOf } from '#app/domain/panels/conflicts/kinds.ts'
import type { PanelState } from '#app/domain/panels/facts.server.ts'
import { submissions } from '#db/schema/index.ts'
import { type Eligible, eligibleFor, fitOf } from './eligible.server.ts'
import type { ContestRow } from './facts.server.ts'
import { directionsOf } from './queries.server.ts'

export interface BatchWork {
  id: string
  code: string
  nominationId: string
  organisationId: string
  authorId: string
}
export interface Field {
  works: BatchWork[]
  experts: Eligible[]
  /** fit of each expert for each nomination */
  fits: Map<string, Int32Array>
  /** of each work: who may not have it, by place, rising */
  barred: Int32Array[]
}

/** Reads the field of a contest; `read` is told after each organisation, so that a long reading can be stopped. */
export async function fieldOf(ctx: Ctx, contest: ContestRow, read?: () => Promise<void>): Promise<Field> {
  const works = (await ctx.db
    .select({
      ...{ id: submissions.id, code: submissions.code, nominationId: submissions.nominationId },
      ...{ organisationId: submissions.organisationId, authorId: submissions.authorId },
    })
    .from(submissions)
    .where(and(eq(submissions.contestId, contest.id), isNotNull(submissions.code)))
    .orderBy(asc(submissions.code))) as BatchWork[]
  const asked = new Map<string, string[]>()
  for (const { nominationId, id } of await directionsOf(ctx, contest.id))
    asked.set(nominationId, [...(asked.get(nominationId) ?? []), id])
  const experts = await eligibleFor(ctx, contest.tier, [...new Set([...asked.values()].flat())])
  const fits = new Map(
    [...asked].map(([id, directions]) => [
      id,
      Int32Array.from(experts, (expert) => fitOf(expert, directions)),
    ]),
  )
  const homes = new Map<string, Set<string>>()
  for (const organisationId of new Set(works.map((work) => work.organisationId))) {
    homes.set(organisationId, await inConflict(ctx, contest, organisationId, experts))
    await read?.()
  }
  const barred = works.map(({ nominationId, organisationId, authorId }) => {
    const [fit, home] = [fits.get(nominationId), homes.get(organisationId)]
    const places = experts.flatMap(({ personId }, at) =>
      (fit?.[at] ?? 0) === 0 || home?.has(personId) || personId === authorId ? [at] : [],
    )
    return Int32Array.from(places)
  })
  return { works, experts, fits, barred }
}

/** The people who may not judge works of the organisation. */
async function inConflict(ctx: Ctx, contest: ContestRow, ownerId: string, people: readonly Eligible[]) {
  // no panel yet: what a panel of such a work would be
  const panel = {
    id: uuidv7(),
    organisationId: contest.organisationId,
    requestedById: contest.createdById,
    ownerId,
  }
  const object = { kind: 'submission', developerId: ownerId, authorId: null, draft: null, submissionId: null }
  const state = { panel, object } as unknown as Pick<PanelState, 'panel' | 'object'>
  const found = await conflictsAmong(ctx, state, people)
  return new Set([...found].flatMap(([personId, findings]) => (barOf(findings) === null ? [] : [personId])))
}

/** The field as an instance of the assignment; `barred` may name more, `loads` less than the field itself. */
export function instanceOf(
  { works, experts, fits }: Field,
  barred: Field['barred'],
  loads: Int32Array,
): Instance {
  const kinds = [...fits.keys()]
  const group = (key: 'organisationId' | 'municipalityId') => {
    const known = new Map<string | null, number>()
    return Int32Array.from(experts, (one) => {
      const number = known.get(one[key]) ?? known.size
      known.set(one[key], number)
      return number
    })
  }
  return {
    ...{ experts: experts.length, submissions: works.length, scale: 1, rounding: 0, highInto: null },
    expertIds: experts.map(({ number }) => number),
    submissionIds: works.map((_, at) => at),
    unitsInto: (work, out) => {
      const fit = fits.get(works[work]?.nominationId ?? '')
      return fit ? setInto(out, fit) : out.fill(0)
    },
    conflicts: barred,
    loads,
    groups: { organisation: group('organisationId'), municipality: group('municipalityId') },
    kinds: Int32Array.from(works, ({ nominationId }) => kinds.indexOf(nominationId)),
  }
}

function setInto(out: Float64Array, fit: Int32Array): Float64Array {
  out.set(fit)
  return out
}

/** Seats that each expert may still take: the load of the contest less what goes on today. */
export function loadsOf({ experts }: Field, most: number): Int32Array {
  return Int32Array.from(experts, ({ current }) => Math.max(0, most - current))
}

/** What a contest asks of the assignment. */
export function requestFor(contest: ContestRow, loads: Int32Array, k = contest.perWork): Request {
  const { maxPerOrganisation, maxPerMunicipality } = contest
  const maxPer = [
    ...(maxPerOrganisation === null ? [] : [{ group: 'organisation', most: maxPerOrganisation }]),
    ...(maxPerMunicipality === null ? [] : [{ group: 'municipality', most: maxPerMunicipality }]),
  ]
  return { k, caps: loads, maxPer, minHigh: 0, objective: 'sum', maxProbability: 1 }
}
