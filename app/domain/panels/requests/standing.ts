/** Competence in a direction by open facts, and which limit of a request keeps somebody out. Pure. */
import type { KeptLimits } from './limiting.server.ts'

type Weights = { finished: number; finishedMost: number; year: number; yearsMost: number }

/**
 * Competence of a hundred: finished expertises and years in the direction, each up to its most, weighed as points of the
 * best composition are. What goes on now is load and no competence.
 */
export function competenceOf(
  { finished, since, year }: { finished: number; since: string; year: number },
  weights: Weights,
): number {
  const years = Math.max(0, year - Number(since.slice(0, 4)))
  const earned =
    weights.finished * Math.min(finished, weights.finishedMost) +
    weights.year * Math.min(years, weights.yearsMost)
  const most = weights.finished * weights.finishedMost + weights.year * weights.yearsMost
  return most === 0 ? 0 : Math.floor((earned * 100) / most)
}

/** The limit that keeps somebody out, with what it rests on; `count` of `most`, or the day of what was too lately. */
export type Out =
  | { code: 'excluded' }
  | { code: 'floor' }
  | { code: 'going' | 'lately'; count: number; most: number }
  | { code: 'rest' | 'developer'; day: string; months: number }

type Weighed = {
  directions: readonly string[]
  going: number
  lately: number
  rested: string | null
  developer: string | null
  standing: 'fixed' | 'excluded' | undefined
}
type Limits = Pick<KeptLimits, 'maxGoing' | 'maxPeriod' | 'restMonths' | 'developerMonths'>

/** Whoever must sit by a named reason is not asked for load and rotation; competence is asked of everybody. */
export function outOf(
  { directions, going, lately, rested, developer, standing }: Weighed,
  { maxGoing, maxPeriod, restMonths, developerMonths }: Limits,
  ago: (months: number) => string,
): Out | null {
  if (standing === 'excluded') return { code: 'excluded' }
  if (directions.length === 0) return { code: 'floor' }
  if (standing === 'fixed') return null
  if (maxGoing !== null && going >= maxGoing) return { code: 'going', count: going, most: maxGoing }
  if (maxPeriod !== null && lately >= maxPeriod) return { code: 'lately', count: lately, most: maxPeriod }
  if (restMonths !== null && rested !== null && rested > ago(restMonths))
    return { code: 'rest', day: rested, months: restMonths }
  if (developerMonths !== null && developer !== null && developer > ago(developerMonths))
    return { code: 'developer', day: developer, months: developerMonths }
  return null
}
