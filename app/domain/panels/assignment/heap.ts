/** A binary heap of nodes by distance (Williams 1964); a node pushed again keeps its older, greater entry, which is skipped. */
export class Heap {
  private readonly nodes: number[] = []
  private readonly keys: number[] = []

  clear() {
    this.nodes.length = 0
    this.keys.length = 0
  }

  push(node: number, key: number) {
    let at = this.nodes.push(node) - 1
    this.keys.push(key)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((this.keys[parent] as number) <= key) break
      this.move(parent, at)
      at = parent
    }
    this.nodes[at] = node
    this.keys[at] = key
  }

  /** The node of the least key, or −1. */
  pop(): number {
    const first = this.nodes[0]
    if (first === undefined) return -1
    const [node, key] = [this.nodes.pop() as number, this.keys.pop() as number]
    const size = this.nodes.length
    if (size === 0) return first
    let at = 0
    for (let child = 1; child < size; child = at * 2 + 1) {
      if (child + 1 < size && (this.keys[child + 1] as number) < (this.keys[child] as number)) child += 1
      if ((this.keys[child] as number) >= key) break
      this.move(child, at)
      at = child
    }
    this.nodes[at] = node
    this.keys[at] = key
    return first
  }

  private move(from: number, to: number) {
    this.nodes[to] = this.nodes[from] as number
    this.keys[to] = this.keys[from] as number
  }
}
