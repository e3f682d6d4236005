/** People who differ in nothing that rules see: same groups, same load, same conflicts, high level for the same submissions. */
import { type Instance, Rows } from './instance.ts'

export interface Kind {
  people: number
  /** seats that each of them may take */
  room: number
  /** numbers of their groups, coarse to fine; a number stands for one group of one depth */
  prefixes: number[]
  /** submissions closed to them by conflict, and those they are of the high level for */
  closed: ReadonlySet<number>
  high: ReadonlySet<number>
}

/** The kinds of an instance; `highCounts` is told how many of the high level each submission has. */
export function kindsOf(
  instance: Instance,
  caps: Int32Array,
  groups: readonly Int32Array[],
  withHigh: boolean,
  highCounts: Int32Array,
): Kind[] {
  const { experts, submissions } = instance
  const closed: number[][] = Array.from({ length: experts }, () => [])
  for (const [j, list] of instance.conflicts.entries()) for (const i of list) closed[i]?.push(j)
  const high: number[][] = Array.from({ length: experts }, () => [])
  if (withHigh) {
    const rows = new Rows(instance)
    for (let j = 0; j < submissions; j += 1) {
      const [units, of] = [rows.of(j, caps), rows.highOf(j)]
      for (let i = 0; i < experts; i += 1) {
        if (!of[i] || units[i] === Number.NEGATIVE_INFINITY) continue
        high[i]?.push(j)
        highCounts[j] = (highCounts[j] ?? 0) + 1
      }
    }
  }
  const numbers = new Map<string, number>()
  const numberOf = (path: string) => numbers.get(path) ?? numbers.set(path, numbers.size).size - 1
  const kinds = new Map<string, Kind>()
  for (let i = 0; i < experts; i += 1) {
    const room = caps[i] ?? 0
    const values = groups.map((group) => group[i] as number)
    const key = [room, values.join(), closed[i]?.join(), high[i]?.join()].join(';')
    const known = kinds.get(key)
    if (known) {
      known.people += 1
      continue
    }
    const prefixes = values.map((_, depth) => numberOf(values.slice(0, depth + 1).join()))
    kinds.set(key, { people: 1, room, prefixes, closed: new Set(closed[i]), high: new Set(high[i]) })
  }
  return [...kinds.values()]
}
