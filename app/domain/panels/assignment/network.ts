/**
 * Whether every seat can be filled at all, whatever the fits: a flow through the nested groups of each panel.
 *
 * People who differ in nothing that rules see (groups, load, conflicts, high level) are one node: what goes through it can
 * be dealt out to them in turn, so the whole registry becomes some hundreds of nodes. Nested quotas are bounds on the
 * nodes of a tree, and a flow in whole numbers is an assignment. Seats for the high level are filled first and then held;
 * with them a «yes» is an assignment and a «no» may be hasty.
 */
import { Network } from './dinic.ts'
import type { Instance, Request } from './instance.ts'
import { type Kind, kindsOf } from './kinds.ts'

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
    const sizes = groups.map((group) => new Set(group).size)
    this.order = groups.map((_, at) => at).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0))
    this.highCounts = new Int32Array(instance.submissions)
    const nested = this.order.map((at) => groups[at] as Int32Array)
    this.kinds = kindsOf(instance, caps, nested, minHigh > 0, this.highCounts)
  }

  /** Whether these rules leave a way to fill every seat. `quick`: a «no» may then be hasty. */
  fills(rules: Rules, quick = false): boolean {
    const m = this.instance.submissions
    if (this.tooFew(rules)) return false
    const needs = this.highCounts.map((count) => Math.min(count, rules.minHigh))
    if (rules.share === MILLION && this.inTurn(rules, needs)) return true
    if (quick) return false
    if (this.kinds.length * m > MOST_ARCS) return true
    const tree = new Tree(this.kinds, this.order, m, rules)
    if (rules.minHigh > 0) {
      if (
        !tree.fill(
          (j) => (needs[j] ?? 0) * MILLION,
          (kind, j) => kind.high.has(j),
        )
      )
        return false
      tree.hold()
    }
    return tree.fill(
      (j) => Math.max(0, rules.k - (needs[j] ?? 0)) * MILLION,
      () => true,
    )
  }

  /** Whether it is proven that no assignment keeps these rules: by all seats, or by those of the high level alone. */
  cannot(rules: Rules): boolean {
    const m = this.instance.submissions
    if (this.tooFew(rules)) return true
    if (this.fills(rules, true) || this.kinds.length * m > MOST_ARCS) return false
    const needs = this.highCounts.map((count) => Math.min(count, rules.minHigh))
    const high = new Tree(this.kinds, this.order, m, rules)
    if (
      rules.minHigh > 0 &&
      !high.fill(
        (j) => (needs[j] ?? 0) * MILLION,
        (kind, j) => kind.high.has(j),
      )
    )
      return true
    return !new Tree(this.kinds, this.order, m, rules).fill(
      () => rules.k * MILLION,
      () => true,
    )
  }

  /** Submissions for which nobody is left. */
  deserted(): number[] {
    const all = Array.from({ length: this.instance.submissions }, (_, j) => j)
    return all.filter((j) => !this.kinds.some(({ closed }) => !closed.has(j)))
  }

  /** What sums over the groups tell, before any flow is made: of one panel, of all, of the high seats. */
  private tooFew(rules: Rules): boolean {
    const { k, added, minHigh } = rules
    const m = this.instance.submissions
    const seats = ({ people, room }: Kind) => people * Math.min(m, room + added)
    const needed = this.highCounts.reduce((sum, count) => sum + Math.min(count, minHigh), 0)
    return (
      this.highCounts.some((count) => Math.min(count, minHigh) > k) ||
      this.capacity(rules, 1, ({ people, room }) =>
        room + added > 0 ? (people * rules.share) / MILLION : 0,
      ) < k ||
      this.capacity(rules, m, seats) < k * m ||
      this.capacity(rules, m, (kind) => (kind.high.size > 0 ? seats(kind) : 0)) < needed
    )
  }

  private capacity({ quotas }: Rules, panels: number, of: (kind: Kind) => number): number {
    let level = new Map<number, { sum: number; above: number[] }>()
    for (const [at, kind] of this.kinds.entries()) level.set(at, { sum: of(kind), above: kind.prefixes })
    for (let depth = this.order.length - 1; depth >= 0; depth -= 1) {
      const most = (quotas[this.order[depth] ?? 0] ?? 0) * panels
      const next: typeof level = new Map()
      for (const { sum, above } of level.values()) {
        const key = above[depth] as number
        const known = next.get(key)
        if (known) known.sum += sum
        else next.set(key, { sum, above })
      }
      for (const node of next.values()) node.sum = Math.min(node.sum, most)
      level = next
    }
    return [...level.values()].reduce((total, { sum }) => total + sum, 0)
  }

  /** Seats dealt out in turn, the high ones first: when it works out it is an assignment, and no flow is needed. */
  private inTurn({ k, quotas, added }: Rules, needs: Int32Array): boolean {
    const room = this.kinds.map((kind) => kind.people * (kind.room + added))
    const panels = needs.map(() => 0)
    const used: Map<number, number>[] = Array.from(needs, () => new Map())
    let turn = 0
    const deal = (j: number, seats: number, may: (kind: Kind) => boolean) => {
      const of = used[j] as Map<number, number>
      for (let step = 0; step < this.kinds.length && (panels[j] as number) < seats; step += 1) {
        const at = (turn + step) % this.kinds.length
        const kind = this.kinds[at] as Kind
        if (kind.closed.has(j) || !may(kind)) continue
        // keys of kinds stand below nought, those of groups above
        const own = of.get(-1 - at) ?? 0
        let left = Math.min(kind.people - own, room[at] as number, seats - (panels[j] as number))
        for (const [depth, group] of this.order.entries())
          left = Math.min(left, (quotas[group] ?? 0) - (of.get(kind.prefixes[depth] as number) ?? 0))
        if (left <= 0) continue
        of.set(-1 - at, own + left)
        for (const prefix of kind.prefixes) of.set(prefix, (of.get(prefix) ?? 0) + left)
        room[at] = (room[at] as number) - left
        panels[j] = (panels[j] as number) + left
        if (panels[j] === seats) turn = at + 1
      }
      return panels[j] === seats
    }
    for (let j = 0; j < needs.length; j += 1)
      if (!deal(j, needs[j] ?? 0, (kind) => kind.high.has(j))) return false
    for (let j = 0; j < needs.length; j += 1) if (!deal(j, k, () => true)) return false
    return true
  }
}

/** The network of one set of rules. */
class Tree {
  private readonly network = new Network(2)
  private readonly experts: number[]
  private readonly used: Map<number, number>[]
  /** of the submission at hand: the node of each group by the group's number; 0 is the source, so it means none */
  private readonly nodes: Int32Array

  constructor(
    private readonly kinds: readonly Kind[],
    private readonly order: readonly number[],
    private readonly submissions: number,
    private readonly rules: Rules,
  ) {
    this.experts = kinds.map(() => this.network.node())
    this.used = Array.from({ length: submissions }, () => new Map())
    const groups = kinds.reduce((most, { prefixes }) => Math.max(most, ...prefixes), -1)
    this.nodes = new Int32Array(groups + 1)
    for (const [at, { people, room }] of kinds.entries())
      this.network.arc(this.experts[at] as number, 1, people * (room + rules.added) * MILLION)
  }

  /** Sends what each submission wants through those who may; true when all of it arrives. */
  fill(wanted: (submission: number) => number, may: (kind: Kind, submission: number) => boolean): boolean {
    let all = 0
    const laid: { arc: number; j: number; key: number }[] = []
    const lay = (j: number, from: number, to: number, most: number, key: number) => {
      const arc = this.network.arc(from, to, Math.max(0, most - (this.used[j]?.get(key) ?? 0)))
      if (this.rules.minHigh > 0) laid.push({ arc, j, key })
    }
    for (let j = 0; j < this.submissions; j += 1) {
      if (wanted(j) === 0) continue
      const own = this.network.node()
      all += wanted(j)
      this.network.arc(0, own, wanted(j))
      this.nodes.fill(0)
      for (let at = 0; at < this.kinds.length; at += 1) {
        const kind = this.kinds[at] as Kind
        if (kind.closed.has(j) || !may(kind, j)) continue
        let from = own
        for (let depth = 0; depth < this.order.length; depth += 1) {
          const prefix = kind.prefixes[depth] as number
          let node = this.nodes[prefix] as number
          if (node === 0) {
            node = this.network.node()
            this.nodes[prefix] = node
            lay(j, from, node, (this.rules.quotas[this.order[depth] as number] ?? 0) * MILLION, prefix)
          }
          from = node
        }
        lay(j, from, this.experts[at] as number, kind.people * this.rules.share, -1 - at)
      }
    }
    if (this.network.send(0, 1) < all) return false
    for (const { arc, j, key } of laid)
      this.used[j]?.set(key, (this.used[j]?.get(key) ?? 0) + this.network.flowOn(arc))
    return true
  }

  /** What has been sent stays; its arcs take no more part. */
  hold() {
    this.network.freeze()
  }
}
