/**
 * Whether every seat can be filled at all, whatever the fits: a flow through the nested groups of each panel.
 *
 * People who differ in nothing that rules see (groups, load, conflicts, high level) are one node: what goes through it can
 * be dealt out to them in turn, so the whole registry becomes some hundreds of nodes. Nested quotas are bounds on the
 * nodes of a tree, and a flow in whole numbers is an assignment. Seats for the high level are filled first and then held;
 * with them a «yes» is an assignment and a «no» may be hasty.
 */
import { Network } from './dinic.ts'
import { type Instance, type Request, Rows } from './instance.ts'

interface Kind {
  people: number
  room: number
  /** value in each group, coarse to fine */
  values: number[]
  open: (submission: number) => boolean
  high: (submission: number) => boolean
}

/** Rules by which seats are filled; `quotas` in the order of `maxPer`. */
export interface Rules {
  k: number
  quotas: readonly number[]
  minHigh: number
  /** added to every expert's cap */
  added: number
  /** millionths */
  share: number
}

export const MILLION = 1_000_000
// Beyond this a network is not made, and only sums are looked at.
const MOST_ARCS = 3_000_000

/** Whether, of every two groups, one lies within the other. */
export function areNested(groups: readonly Int32Array[]): boolean {
  return groups.every((one, at) =>
    groups.slice(at + 1).every((other) => within(one, other) || within(other, one)),
  )
}

function within(fine: Int32Array, coarse: Int32Array): boolean {
  const of = new Map<number, number>()
  return fine.every((value, i) => {
    const known = of.get(value)
    if (known === undefined) of.set(value, coarse[i] as number)
    return known === undefined || known === coarse[i]
  })
}

export class Pool {
  private readonly kinds: Kind[]
  /** places in `maxPer`, coarse to fine */
  private readonly order: number[]
  private readonly highCounts: Int32Array

  constructor(
    private readonly instance: Instance,
    { maxPer, minHigh, caps }: Request,
  ) {
    const groups = maxPer.map(({ group }) => instance.groups[group] as Int32Array)
    this.order = groups.map((_, at) => at).sort((a, b) => sizeOf(groups, a) - sizeOf(groups, b))
    this.highCounts = new Int32Array(instance.submissions)
    this.kinds = kindsOf(
      instance,
      caps,
      this.order.map((at) => groups[at] as Int32Array),
      minHigh > 0,
      this.highCounts,
    )
  }

  /** Whether these rules leave a way to fill every seat. */
  fills(rules: Rules): boolean {
    if (this.tooFew(rules)) return false
    if (this.kinds.length * this.instance.submissions > MOST_ARCS) return true
    const tree = new Tree(this.kinds, this.order, this.instance.submissions, rules)
    if (rules.minHigh > 0) {
      const needs = this.highCounts.map((count) => Math.min(count, rules.minHigh))
      if (
        !tree.fill(
          (j) => (needs[j] ?? 0) * MILLION,
          (kind, j) => kind.high(j),
        )
      )
        return false
      tree.hold()
      return tree.fill(
        (j) => Math.max(0, rules.k - (needs[j] ?? 0)) * MILLION,
        () => true,
      )
    }
    return tree.fill(
      () => rules.k * MILLION,
      () => true,
    )
  }

  /** Submissions for which nobody is left. */
  deserted(): number[] {
    const all = Array.from({ length: this.instance.submissions }, (_, j) => j)
    return all.filter((j) => !this.kinds.some((kind) => kind.open(j)))
  }

  /** What plain sums tell, before any flow is made. */
  private tooFew({ k, added, minHigh }: Rules): boolean {
    const seats = this.kinds.reduce(
      (sum, { people, room }) => sum + people * Math.min(this.instance.submissions, room + added),
      0,
    )
    return seats < k * this.instance.submissions || k < minHigh
  }
}

/** The network of one set of rules. */
class Tree {
  private readonly network = new Network(2)
  private readonly experts: number[]
  private readonly used = new Map<string, number>()

  constructor(
    private readonly kinds: readonly Kind[],
    private readonly order: readonly number[],
    private readonly submissions: number,
    private readonly rules: Rules,
  ) {
    this.experts = kinds.map(() => this.network.node())
    for (const [at, { people, room }] of kinds.entries()) {
      const seats = people * (room + rules.added) * MILLION
      this.network.arc(this.experts[at] as number, 1, seats)
    }
  }

  /** Sends what each submission wants through those who may; true when all of it arrives. */
  fill(wanted: (submission: number) => number, may: (kind: Kind, submission: number) => boolean): boolean {
    let all = 0
    const laid: { arc: number; key: string }[] = []
    for (let j = 0; j < this.submissions; j += 1) {
      const own = this.network.node()
      all += wanted(j)
      this.network.arc(0, own, wanted(j))
      const nodes = new Map<string, number>()
      for (const [at, kind] of this.kinds.entries()) {
        if (!kind.open(j) || !may(kind, j)) continue
        let [from, path] = [own, `${j}`]
        for (const [depth, group] of this.order.entries()) {
          path = `${path}/${kind.values[depth]}`
          const known = nodes.get(path)
          if (known === undefined) {
            const node = this.network.node()
            const most = (this.rules.quotas[group] ?? 0) * MILLION - (this.used.get(path) ?? 0)
            laid.push({ arc: this.network.arc(from, node, Math.max(0, most)), key: path })
            nodes.set(path, node)
            from = node
          } else from = known
        }
        const key = `${j}:${at}`
        const most = kind.people * this.rules.share - (this.used.get(key) ?? 0)
        laid.push({ arc: this.network.arc(from, this.experts[at] as number, Math.max(0, most)), key })
      }
    }
    if (this.network.send(0, 1) < all) return false
    if (this.rules.minHigh > 0)
      for (const { arc, key } of laid)
        this.used.set(key, (this.used.get(key) ?? 0) + this.network.flowOn(arc))
    return true
  }

  /** What has been sent stays; its arcs take no more part. */
  hold() {
    this.network.freeze()
  }
}

function sizeOf(groups: readonly Int32Array[], at: number): number {
  return new Set(groups[at]).size
}

function kindsOf(
  instance: Instance,
  caps: Int32Array,
  groups: readonly Int32Array[],
  withHigh: boolean,
  highCounts: Int32Array,
): Kind[] {
  const { experts, submissions } = instance
  const conflicts: number[][] = Array.from({ length: experts }, () => [])
  for (const [j, list] of instance.conflicts.entries()) for (const i of list) conflicts[i]?.push(j)
  const high: number[][] = Array.from({ length: experts }, () => [])
  if (withHigh) {
    const rows = new Rows(instance)
    for (let j = 0; j < submissions; j += 1) {
      const [units, of] = [rows.of(j, caps), rows.highOf(j)]
      for (let i = 0; i < experts; i += 1)
        if (of[i] && units[i] !== Number.NEGATIVE_INFINITY) {
          high[i]?.push(j)
          highCounts[j] = (highCounts[j] ?? 0) + 1
        }
    }
  }
  const kinds = new Map<string, Kind>()
  for (let i = 0; i < experts; i += 1) {
    const room = caps[i] ?? 0
    const values = groups.map((group) => group[i] as number)
    const key = [room, values.join(), conflicts[i]?.join(), high[i]?.join()].join(';')
    const known = kinds.get(key)
    if (known) {
      known.people += 1
      continue
    }
    const [closed, above] = [new Set(conflicts[i]), new Set(high[i])]
    kinds.set(key, { people: 1, room, values, open: (j) => !closed.has(j), high: (j) => above.has(j) })
  }
  return [...kinds.values()]
}
