/**
 * Reads an instance: the registry's form (levels by topic, submissions with topics) or the explicit one (a table of fits).
 *
 * Strict: what is missing, of the wrong kind, out of range or named twice is refused with its place, before anything is
 * computed. Decimal fractions are counted in units of the finest one (0.35 and 0.4 → 35 and 40 hundredths); numbers finer
 * than doubles can add exactly are rounded to the finest unit that can, and the certificate counts what that may hide.
 */
import { z } from 'zod'
import type { Instance } from './instance.ts'

export const MOST = { experts: 200_000, submissions: 20_000, pairs: 100_000_000, topics: 1_000 }
/** A level of the band «high» begins here, as the format of the instances defines it. */
const HIGH = 90
const EXACT = 2 ** 52

/** What is wrong with an instance; its words are in the messages of the command. */
export class InstanceFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly at = '',
    readonly facts: readonly (number | string)[] = [],
  ) {
    super(`${code} ${at} ${facts.join(' ')}`.trim())
  }
}
export type FaultCode =
  | ('not-object' | 'no-form' | 'wrong' | 'too-many-topics' | 'too-many-pairs' | 'no-topic' | 'twice')
  | ('uneven' | 'stranger')

const id = z
  .int()
  .min(-(2 ** 53))
  .max(2 ** 53)
const place = z.int().nonnegative().max(10_000_000)
const level = z.number().min(0).max(100)
const Registry = z.object({
  experts: z
    .array(z.object({ id, dirs: z.record(z.string(), level), org: place, mun: place }))
    .max(MOST.experts),
  subs: z.array(z.object({ id, dirs: z.array(z.int().nonnegative()).min(1).max(50) })).max(MOST.submissions),
  conflicts: z.array(z.tuple([id, id])),
})
const Explicit = z.strictObject({
  affinity: z.array(z.array(z.number().min(-1e9).max(1e9))).max(MOST.submissions),
  conflicts: z.array(z.tuple([place, place])).default([]),
  loads: z.array(place).max(MOST.experts).optional(),
  groups: z.record(z.string(), z.array(place)).optional(),
})

/** The instance that a JSON value tells. Throws `InstanceFault` with a line for people. */
export function readInstance(value: unknown): Instance {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InstanceFault('not-object')
  if ('affinity' in value) return explicit(parsed(Explicit, value))
  if ('experts' in value || 'subs' in value) return registry(parsed(Registry, value))
  throw new InstanceFault('no-form')
}

function parsed<T>(shape: z.ZodType<T>, value: unknown): T {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const [first] = result.error.issues
  throw new InstanceFault('wrong', first?.path.join('.'), [first?.message ?? ''])
}

function registry({ experts, subs, conflicts }: z.infer<typeof Registry>): Instance {
  const topics = [...new Set(subs.flatMap(({ dirs }) => dirs))].sort((a, b) => a - b)
  if (topics.length > MOST.topics) throw new InstanceFault('too-many-topics', 'subs', [MOST.topics])
  const expertAt = placesOf('experts', experts)
  const submissionAt = placesOf('subs', subs)
  const levels = new Map(topics.map((topic) => [topic, new Float64Array(experts.length)]))
  for (const [at, { dirs }] of experts.entries())
    for (const [topic, value] of Object.entries(dirs)) {
      if (!/^\d+$/.test(topic)) throw new InstanceFault('no-topic', `experts.${at}.dirs`, [topic])
      const column = levels.get(Number(topic))
      if (column) column[at] = value
    }
  const columns = subs.map(({ dirs }) => [...new Set(dirs)].map((topic) => levels.get(topic) as Float64Array))
  const kinds = new Map<string, number>()
  return {
    experts: experts.length,
    submissions: subs.length,
    expertIds: experts.map((expert) => expert.id),
    submissionIds: subs.map((sub) => sub.id),
    scale: 1,
    rounding: 0,
    unitsInto: (submission, out) => meanInto(columns[submission] ?? [], out),
    highInto: (submission, out) => {
      const own = columns[submission] ?? []
      for (let i = 0; i < out.length; i += 1)
        out[i] = own.some((column) => (column[i] as number) >= HIGH) ? 1 : 0
      return out
    },
    conflicts: conflictLists(subs.length, conflicts, expertAt, submissionAt),
    loads: null,
    groups: {
      organisation: numbered(experts.map(({ org }) => org)),
      municipality: numbered(experts.map(({ mun }) => mun)),
    },
    kinds: Int32Array.from(subs, ({ dirs }) => {
      const key = [...new Set(dirs)].sort((a, b) => a - b).join()
      return kinds.get(key) ?? kinds.set(key, kinds.size).size - 1
    }),
  }
}

/** The rounded mean of the levels; half up, as the format says. */
function meanInto(columns: readonly Float64Array[], out: Float64Array): Float64Array {
  const [first, second] = columns
  if (!first) return out.fill(0)
  const count = columns.length
  for (let i = 0; i < out.length; i += 1) {
    let sum = (first[i] as number) + (second ? (second[i] as number) : 0)
    for (let c = 2; c < count; c += 1) sum += columns[c]?.[i] as number
    out[i] = Math.round(sum / count)
  }
  return out
}

function explicit({ affinity, conflicts, loads, groups }: z.infer<typeof Explicit>): Instance {
  const experts = affinity[0]?.length ?? loads?.length ?? 0
  const odd = affinity.findIndex((row) => row.length !== experts)
  if (odd >= 0) throw new InstanceFault('uneven', `affinity.${odd}`, [affinity[odd]?.length ?? 0, experts])
  if (experts > MOST.experts || experts * affinity.length > MOST.pairs)
    throw new InstanceFault('too-many-pairs', 'affinity', [MOST.pairs])
  if (loads && loads.length !== experts) throw new InstanceFault('uneven', 'loads', [loads.length, experts])
  for (const [name, values] of Object.entries(groups ?? {}))
    if (values.length !== experts)
      throw new InstanceFault('uneven', `groups.${name}`, [values.length, experts])
  const scale = scaleOf(affinity)
  const rows = affinity.map((row) => Float64Array.from(row, (value) => Math.round(value * scale)))
  const exact = affinity.every((row, j) => row.every((value, i) => (rows[j]?.[i] ?? 0) / scale === value))
  return {
    experts,
    submissions: affinity.length,
    expertIds: Array.from({ length: experts }, (_, at) => at),
    submissionIds: affinity.map((_, at) => at),
    scale,
    rounding: exact ? 0 : 0.5 / scale,
    unitsInto: (submission, out) => {
      out.set(rows[submission] ?? [])
      return out
    },
    highInto: null,
    conflicts: conflictLists(
      affinity.length,
      conflicts,
      within(experts, 'expert'),
      within(affinity.length, 'submission'),
    ),
    loads: loads ? Int32Array.from(loads) : null,
    groups: Object.fromEntries(
      Object.entries(groups ?? {}).map(([name, values]) => [name, numbered(values)]),
    ),
    kinds: new Int32Array(affinity.length),
  }
}

/** The power of ten that makes every value whole, or the greatest under which sums stay exact. */
function scaleOf(affinity: readonly (readonly number[])[]): number {
  let [greatest, digits] = [1, 0]
  for (const row of affinity) {
    for (const value of row) {
      greatest = Math.max(greatest, Math.abs(value))
      while (
        digits < 15 &&
        !Number.isInteger(value) &&
        Math.round(value * 10 ** digits) / 10 ** digits !== value
      )
        digits += 1
    }
  }
  const seats = affinity.length * Math.min(100, affinity[0]?.length ?? 1)
  while (digits > 0 && greatest * 10 ** digits * Math.max(1, seats) * 4 > EXACT) digits -= 1
  return 10 ** digits
}

type Placed = (id: number, where: string) => number

function placesOf(name: string, all: readonly { id: number }[]): Placed {
  const places = new Map<number, number>()
  for (const [at, { id }] of all.entries()) {
    if (places.has(id)) throw new InstanceFault('twice', `${name}.${at}`, [id])
    places.set(id, at)
  }
  return (id, where) => {
    const at = places.get(id)
    if (at === undefined) throw new InstanceFault('stranger', where, [id, name])
    return at
  }
}

function within(count: number, name: string): Placed {
  return (at, where) => {
    if (at >= count) throw new InstanceFault('stranger', where, [at, name])
    return at
  }
}

function conflictLists(
  submissions: number,
  pairs: readonly (readonly [number, number])[],
  expert: Placed,
  submission: Placed,
): Int32Array[] {
  const lists = Array.from({ length: submissions }, () => new Set<number>())
  for (const [at, [e, s]] of pairs.entries())
    lists[submission(s, `conflicts.${at}`)]?.add(expert(e, `conflicts.${at}`))
  return lists.map((list) => Int32Array.from(list).sort())
}

/** Values as consecutive numbers from 0. */
function numbered(values: readonly number[]): Int32Array {
  const numbers = new Map<number, number>()
  return Int32Array.from(values, (value) => numbers.get(value) ?? numbers.set(value, numbers.size).size - 1)
}
