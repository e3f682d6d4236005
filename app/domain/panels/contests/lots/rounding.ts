/**
 * From published probabilities to one assignment: dependent rounding on a flow network. Pure, whole numbers alone.
 *
 * Shares of people are a flow: from each work through the groups that its quota counts, nested in each other, to people,
 * and on to one sink. Constraints of works and those of people are two hierarchies, so the flow is a mixture of whole
 * assignments (Budish, Che, Kojima and Milgrom, American Economic Review 103:585, 2013, after Birkhoff and von Neumann).
 * The mixture is not written out: a cycle of arcs that are not whole is turned one way or the other, as far as the next
 * whole number, with chances that leave every arc its expected value (Gandhi, Khuller, Parthasarathy and Srinivasan,
 * Journal of the ACM 53:324, 2006). Each turn makes an arc whole for good, so there are at most as many turns as arcs.
 *
 * Kept in every outcome: seats of each work, no pair that has no probability, and for each group of each work and for the
 * load of each person one of the two whole numbers beside its expected value; so no quota and no load is ever exceeded.
 * Each pair meets with exactly its probability. Not kept: which pairs fall together; two people may be drawn more often
 * or more seldom in common than by chance, and sums over several works other than a person's load have no bound.
 */
import { numbersOf } from '#app/domain/panels/drawing.ts'

export interface Share {
  row: number
  /** of the common denominator */
  share: number
}
/** Groups of a row from coarse to fine; each lies within the one before. */
export type GroupsOf = (row: number) => readonly number[]

/** Decides a turn: true with the chance `one` of `all`. */
export type Decide = (one: number, all: number) => boolean

/** Rows of each work, in the order of its shares; the same for the same seed on any machine. */
export function rounded(
  works: readonly (readonly Share[])[],
  denominator: number,
  groupsOf: GroupsOf,
  seed: string,
): number[][] {
  const below = numbersOf(seed)
  return roundedBy(works, denominator, groupsOf, (one, all) => below(all) < one)
}

/** The same with every turn decided by the caller. */
export function roundedBy(
  works: readonly (readonly Share[])[],
  denominator: number,
  groupsOf: GroupsOf,
  decide: Decide,
): number[][] {
  const flow = new Flow(denominator, decide)
  const people = new Map<number, number>()
  const loads = new Map<number, number>()
  const pairs = works.map((shares) => {
    const root = flow.node()
    const nodes = new Map<string, number>()
    const sums = new Map<string, number>()
    const pathsOf = ({ row }: Share) => pathsTo(groupsOf(row))
    for (const one of shares)
      for (const path of pathsOf(one)) sums.set(path, (sums.get(path) ?? 0) + one.share)
    return shares.map((one) => {
      let from = root
      for (const path of pathsOf(one)) {
        let node = nodes.get(path)
        if (node === undefined) {
          node = flow.node()
          nodes.set(path, node)
          flow.arc(from, node, sums.get(path) ?? 0)
        }
        from = node
      }
      const person = people.get(one.row) ?? flow.node()
      people.set(one.row, person)
      loads.set(person, (loads.get(person) ?? 0) + one.share)
      return { row: one.row, arc: flow.arc(from, person, one.share) }
    })
  })
  const sink = flow.node()
  for (const [person, load] of loads) flow.arc(person, sink, load)
  flow.turnAll()
  return pairs.map((own) => own.filter(({ arc }) => flow.values[arc] === denominator).map(({ row }) => row))
}

function pathsTo(groups: readonly number[]): string[] {
  return groups.map((_, depth) => groups.slice(0, depth + 1).join())
}

/** What goes over each arc; arcs that are not whole are turned in cycles until none is left. */
class Flow {
  readonly values: number[] = []
  private readonly from: number[] = []
  private readonly to: number[] = []
  private readonly arcsOf: number[][] = []

  constructor(
    private readonly denominator: number,
    private readonly decide: Decide,
  ) {}

  node(): number {
    return this.arcsOf.push([]) - 1
  }

  arc(from: number, to: number, value: number): number {
    const at = this.values.push(value) - 1
    this.from.push(from)
    this.to.push(to)
    this.arcsOf[from]?.push(at)
    this.arcsOf[to]?.push(at)
    return at
  }

  /** Whatever enters a node leaves it or is whole: so no node has a single arc that is not whole, and every walk ends in a cycle. */
  turnAll(): void {
    for (let start = 0; start < this.arcsOf.length; start += 1) {
      const walk: { node: number; arc: number }[] = []
      const placeOf = new Map<number, number>([[start, 0]])
      let node = start
      for (let arc = this.open(node, -1); arc >= 0; arc = this.open(node, walk.at(-1)?.arc ?? -1)) {
        walk.push({ node, arc })
        node = this.from[arc] === node ? (this.to[arc] as number) : (this.from[arc] as number)
        const place = placeOf.get(node)
        if (place === undefined) {
          placeOf.set(node, walk.length)
          continue
        }
        this.turn(walk.slice(place))
        for (const gone of walk.splice(place)) placeOf.delete(gone.node)
        placeOf.set(node, place)
      }
      if (walk.length > 0) throw new Error('shares that are no flow')
    }
  }

  /** An arc of the node that is not whole, other than the one by which it was reached; −1 when there is none. */
  private open(node: number, came: number): number {
    const arcs = this.arcsOf[node] as number[]
    // whole arcs stay whole: they are passed once
    while (arcs.length > 0 && this.partOf(arcs.at(-1) as number) === 0) arcs.pop()
    for (let at = arcs.length - 1; at >= 0; at -= 1) {
      const arc = arcs[at] as number
      if (arc !== came && this.partOf(arc) > 0) return arc
    }
    return -1
  }

  /** Turns a cycle with its walk or against it; the expected change of every arc is nought. */
  private turn(cycle: readonly { node: number; arc: number }[]): void {
    let [onward, backward] = [this.denominator, this.denominator]
    const along = cycle.map(({ node, arc }) => this.from[arc] === node)
    for (const [at, { arc }] of cycle.entries()) {
      const part = this.partOf(arc)
      const [more, less] = along[at] ? [this.denominator - part, part] : [part, this.denominator - part]
      onward = Math.min(onward, more)
      backward = Math.min(backward, less)
    }
    const by = this.decide(backward, onward + backward) ? onward : -backward
    for (const [at, { arc }] of cycle.entries())
      this.values[arc] = (this.values[arc] as number) + (along[at] ? by : -by)
  }

  private partOf(arc: number): number {
    return (this.values[arc] as number) % this.denominator
  }
}
