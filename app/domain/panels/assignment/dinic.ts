/** The greatest flow of a network: shortest augmenting levels with a blocking flow in each (Dinic 1970). Whole capacities stay whole. */
export class Network {
  private readonly to: number[] = []
  private readonly room: number[] = []
  private readonly arcs: number[][] = []

  constructor(nodes: number) {
    for (let node = 0; node < nodes; node += 1) this.arcs.push([])
  }

  node(): number {
    return this.arcs.push([]) - 1
  }

  /** The number of the arc; its flow is what the reverse one has room for. */
  arc(from: number, to: number, room: number): number {
    const at = this.to.push(to) - 1
    this.room.push(room)
    this.to.push(from)
    this.room.push(0)
    this.arcs[from]?.push(at)
    this.arcs[to]?.push(at + 1)
    return at
  }

  flowOn(arc: number): number {
    return this.room[arc ^ 1] as number
  }

  /** What has been sent can no longer be moved; what it used is used. */
  freeze() {
    for (let arc = 1; arc < this.room.length; arc += 2) this.room[arc] = 0
  }

  /** Sends as much more as can go. */
  send(source: number, sink: number): number {
    let sent = 0
    for (;;) {
      const level = this.levels(source, sink)
      if ((level[sink] as number) < 0) return sent
      const next = new Int32Array(this.arcs.length)
      for (
        let more = this.push(source, sink, level, next);
        more > 0;
        more = this.push(source, sink, level, next)
      )
        sent += more
    }
  }

  private levels(source: number, sink: number): Int32Array {
    const level = new Int32Array(this.arcs.length).fill(-1)
    const queue = [source]
    level[source] = 0
    for (let at = 0; at < queue.length && (level[sink] as number) < 0; at += 1) {
      const node = queue[at] as number
      for (const arc of this.arcs[node] as number[]) {
        const there = this.to[arc] as number
        if ((this.room[arc] as number) <= 0 || (level[there] as number) >= 0) continue
        level[there] = (level[node] as number) + 1
        queue.push(there)
      }
    }
    return level
  }

  /** One path down the levels, without recursion: a network may be deep. */
  private push(source: number, sink: number, level: Int32Array, next: Int32Array): number {
    const path: number[] = []
    let node = source
    while (node !== sink) {
      const arcs = this.arcs[node] as number[]
      const at = next[node] as number
      const arc = arcs[at]
      if (arc === undefined) {
        const back = path.pop()
        if (back === undefined) return 0
        node = this.to[back ^ 1] as number
        next[node] = (next[node] as number) + 1
        continue
      }
      const there = this.to[arc] as number
      if ((this.room[arc] as number) > 0 && (level[there] as number) === (level[node] as number) + 1) {
        path.push(arc)
        node = there
      } else next[node] = at + 1
    }
    const most = path.reduce(
      (least, arc) => Math.min(least, this.room[arc] as number),
      Number.POSITIVE_INFINITY,
    )
    for (const arc of path) {
      this.room[arc] = (this.room[arc] as number) - most
      this.room[arc ^ 1] = (this.room[arc ^ 1] as number) + most
    }
    return most
  }
}
