/**
 * The greatest flow of a network: shortest augmenting levels with a blocking flow in each (Dinic 1970). Whole capacities
 * stay whole. Arcs lie in typed arrays that double when full: a network has up to some millions of them, and is made anew
 * for every set of rules that is tried.
 */
export class Network {
  private to = new Int32Array(1024)
  private room = new Float64Array(1024)
  /** the next arc of the same node; a node's arcs are gone through in the order in which they were laid */
  private after = new Int32Array(1024)
  private first = new Int32Array(256).fill(-1)
  private last = new Int32Array(256).fill(-1)
  private arcs = 0

  constructor(private nodes: number) {}

  node(): number {
    if (this.nodes === this.first.length) {
      this.first = grown(this.first, -1)
      this.last = grown(this.last, -1)
    }
    this.nodes += 1
    return this.nodes - 1
  }

  /** The number of the arc; its flow is what the reverse one has room for. */
  arc(from: number, to: number, room: number): number {
    if (this.arcs + 2 > this.to.length) {
      this.to = grown(this.to)
      this.after = grown(this.after)
      const wider = new Float64Array(this.room.length * 2)
      wider.set(this.room)
      this.room = wider
    }
    const at = this.arcs
    this.lay(at, from, to, room)
    this.lay(at + 1, to, from, 0)
    this.arcs += 2
    return at
  }

  flowOn(arc: number): number {
    return this.room[arc ^ 1] as number
  }

  /** What has been sent can no longer be moved; what it used is used. */
  freeze() {
    for (let arc = 1; arc < this.arcs; arc += 2) this.room[arc] = 0
  }

  /** Sends as much more as can go. */
  send(source: number, sink: number): number {
    const level = new Int32Array(this.nodes)
    const queue = new Int32Array(this.nodes)
    let sent = 0
    while (this.leveled(source, sink, level, queue)) {
      const next = this.first.slice(0, this.nodes)
      for (
        let more = this.push(source, sink, level, next);
        more > 0;
        more = this.push(source, sink, level, next)
      )
        sent += more
    }
    return sent
  }

  private lay(arc: number, from: number, to: number, room: number) {
    this.to[arc] = to
    this.room[arc] = room
    this.after[arc] = -1
    const last = this.last[from] as number
    if (last < 0) this.first[from] = arc
    else this.after[last] = arc
    this.last[from] = arc
  }

  /** Distances from the source over arcs with room; false when the sink is out of reach. */
  private leveled(source: number, sink: number, level: Int32Array, queue: Int32Array): boolean {
    const { to, room, after, first } = this
    level.fill(-1)
    level[source] = 0
    queue[0] = source
    let length = 1
    for (let at = 0; at < length && (level[sink] as number) < 0; at += 1) {
      const node = queue[at] as number
      for (let arc = first[node] as number; arc >= 0; arc = after[arc] as number) {
        const there = to[arc] as number
        if ((room[arc] as number) <= 0 || (level[there] as number) >= 0) continue
        level[there] = (level[node] as number) + 1
        queue[length] = there
        length += 1
      }
    }
    return (level[sink] as number) >= 0
  }

  /** One path down the levels, without recursion: a network may be deep. */
  private push(source: number, sink: number, level: Int32Array, next: Int32Array): number {
    const { to, room, after } = this
    const path: number[] = []
    let node = source
    while (node !== sink) {
      const arc = next[node] as number
      if (arc < 0) {
        const back = path.pop()
        if (back === undefined) return 0
        node = to[back ^ 1] as number
        next[node] = after[next[node] as number] as number
        continue
      }
      const there = to[arc] as number
      if ((room[arc] as number) > 0 && (level[there] as number) === (level[node] as number) + 1) {
        path.push(arc)
        node = there
      } else next[node] = after[arc] as number
    }
    const most = path.reduce((least, arc) => Math.min(least, room[arc] as number), Number.POSITIVE_INFINITY)
    for (const arc of path) {
      room[arc] = (room[arc] as number) - most
      room[arc ^ 1] = (room[arc ^ 1] as number) + most
    }
    return most
  }
}

function grown(array: Int32Array<ArrayBuffer>, rest = 0): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2).fill(rest, array.length)
  wider.set(array)
  return wider
}
