/**
 * `panels`, the lottery: LEXIMIN of 2,000 people in three kinds (the example of the literature, ten per cent each) and
 * of one expert panel of 7 from 118 eligible of 41 municipalities, at most one of each, at least two of the high band.
 *
 * CPU of the whole process, the solver's thread included, once it is warm; the best of some rounds.
 */
import { numeric } from '#app/domain/panels/fractions.ts'
import { type Lottery, lotteryOf } from '#app/domain/panels/lottery/making.server.ts'
import { kindsOf, type Pool } from '#app/domain/panels/lottery/pool.ts'
import type { Figure } from './figures.ts'

const ROUNDS = 3
const SEED = 20_250_101

export async function lotteryFigures(): Promise<Figure[]> {
  return [
    ...(await figuresOf('2,000 in 3 kinds', example(2000, 200, 99))),
    ...(await figuresOf('panel of 7', experts())),
  ]
}

async function figuresOf(name: string, pool: Pool): Promise<Figure[]> {
  let best = Number.POSITIVE_INFINITY
  let lottery: Lottery | null = null
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = process.cpuUsage()
    const found = await lotteryOf(pool)
    const { user, system } = process.cpuUsage(began)
    if ('relaxation' in found) throw new Error(`${name}: no lottery`)
    best = Math.min(best, (user + system) / 1e6)
    lottery = found
  }
  const { least, probabilities, panels } = lottery as Lottery
  const about = { bench: 'panels', n: pool.people.length, seed: String(SEED) }
  const isExample = pool.size === 200
  const chances = probabilities.map(numeric)
  const time = isExample ? { target: 1, ok: best <= 1 } : {}
  const even = isExample ? { target: 10, ok: least.n * 10n === least.d, atLeast: true } : {}
  return [
    { ...about, metric: `lottery, ${name}: time`, value: best, unit: 'CPU s', ...time },
    {
      ...about,
      metric: `lottery, ${name}: least probability`,
      value: numeric(least) * 100,
      unit: '%',
      ...even,
    },
    { ...about, metric: `lottery, ${name}: Gini`, value: gini(chances), unit: '' },
    { ...about, metric: `lottery, ${name}: kinds of people`, value: kindsOf(pool).length, unit: '' },
    { ...about, metric: `lottery, ${name}: panels`, value: panels.length, unit: '' },
  ]
}

/** One woman of one view, the others split evenly, nearly half of each wanted. */
function example(count: number, size: number, least: number): Pool {
  const quotas = ['f', 'm', 'l', 'c'].map((name) => ({ name, min: least, max: size }))
  const people = Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    quotas: at === 0 ? [0, 3] : at < count / 2 ? [0, 2] : [1, 3],
  }))
  return { size, quotas, people }
}

function experts(): Pool {
  const [count, municipalities, random] = [118, 41, mulberry(SEED)]
  const quotas = [
    { name: 'high', min: 2, max: 7 },
    ...Array.from({ length: municipalities }, (_, at) => ({ name: `municipality ${at}`, min: 0, max: 1 })),
  ]
  const people = Array.from({ length: count }, (_, at) => {
    const own = at < municipalities ? at : zipf(municipalities, 1.2, random())
    return { id: `e${at}`, quotas: random() < 0.3 ? [0, own + 1] : [own + 1] }
  })
  return { size: 7, quotas, people }
}

/** Weight 1 ÷ (i + 1)^a, as the generator of the instances has it. */
function zipf(count: number, a: number, random: number): number {
  const weights = Array.from({ length: count }, (_, at) => 1 / (at + 1) ** a)
  let left = random * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => {
    left -= weight
    return left <= 0
  })
  return found < 0 ? count - 1 : found
}

function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  const weighted = sorted.reduce((sum, value, at) => sum + (2 * (at + 1) - sorted.length - 1) * value, 0)
  return Math.max(0, weighted / (sorted.length * total))
}
