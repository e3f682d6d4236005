/**
 * The seeded instances of the panel benchmark: experts with levels by topic, organisation and municipality, submissions of
 * one or two topics, conflicts by organisation and two by chance. The order of the draws is part of the definition.
 */
const [TOPICS, MUNICIPALITIES] = [24, 55]
export const SEED = 20_250_101

export interface MadeInstance {
  experts: { id: number; dirs: Record<string, number>; org: number; mun: number }[]
  subs: { id: number; dirs: number[]; org: number; mun: number }[]
  conflicts: [number, number][]
}

export function makeInstance(people: number, submissions: number, seed = SEED): MadeInstance {
  const random = mulberry32(seed)
  const below = (n: number) => Math.floor(random() * n)
  const [topicOf, submitted, placeOf] = [zipf(TOPICS, 0.7), zipf(TOPICS, 0.5), zipf(MUNICIPALITIES, 0.9)]
  const level = () => {
    const x = random()
    return x < 0.15 ? below(30) : x < 0.5 ? 30 + below(30) : x < 0.85 ? 60 + below(30) : 90 + below(11)
  }
  const organisations = Math.max(20, Math.round(people / 4.3))
  const places = Array.from({ length: organisations }, () => placeOf(random))
  const experts = Array.from({ length: people }, (_, at) => {
    const count = 1 + ([0, 0, 0, 1, 1, 1, 2, 2, 3][below(9)] ?? 0)
    const dirs: Record<string, number> = {}
    while (Object.keys(dirs).length < count) {
      const topic = topicOf(random)
      if (!(topic in dirs)) dirs[topic] = level()
    }
    const org = below(organisations)
    return { id: at + 1, dirs, org, mun: places[org] ?? 0 }
  })
  const subs = Array.from({ length: submissions }, (_, at) => {
    const dirs = new Set([submitted(random)])
    if (random() < 0.5) dirs.add(submitted(random))
    const org = below(organisations)
    return { id: at + 1, dirs: [...dirs], org, mun: places[org] ?? 0 }
  })
  const conflicts: [number, number][] = []
  for (const sub of subs) {
    for (const expert of experts) if (expert.org === sub.org) conflicts.push([expert.id, sub.id])
    for (let round = 0; round < 2; round += 1) conflicts.push([1 + below(people), sub.id])
  }
  return { experts, subs, conflicts }
}

/** mulberry32 (Ettinger 2017). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A pick whose i-th value has the weight 1 ÷ (i + 1)^a. */
function zipf(n: number, a: number): (random: () => number) => number {
  const weights = Array.from({ length: n }, (_, i) => 1 / (i + 1) ** a)
  let total = 0
  for (const weight of weights) total += weight
  return (random) => {
    let x = random() * total
    for (let i = 0; i < n; i += 1) {
      x -= weights[i] ?? 0
      if (x <= 0) return i
    }
    return n - 1
  }
}
