/** Items that follow one another become a list; deeper ones a list inside the item above. */
import type { NodeJson } from '#app/editor/check.ts'
import { isSign } from './pieces.ts'

// Deeper bullets stay at this depth: a document of ours nests no further.
const DEEPEST = 3

/** The same blocks with runs of `#item` put into lists. */
export function withLists(nodes: readonly NodeJson[]): NodeJson[] {
  const found: NodeJson[] = []
  let items: NodeJson[] = []
  const close = () => {
    if (items.length > 0) found.push(listOf(items, 0, items.length, 0))
    items = []
  }
  for (const node of nodes) {
    if (node.type === '#item') items.push(node)
    else if (isSign(node) && items.length > 0) items.at(-1)?.content?.push(node)
    else {
      close()
      found.push(node)
    }
  }
  close()
  return found
}

function listOf(items: readonly NodeJson[], from: number, to: number, depth: number): NodeJson {
  const content: NodeJson[] = []
  for (let at = from; at < to; ) {
    const level = levelOf(items[at])
    let next = at + 1
    while (next < to && levelOf(items[next]) > level) next += 1
    const inner = next > at + 1
    const own = items[at]?.content ?? []
    if (inner && depth < DEEPEST)
      content.push({ type: 'listItem', content: [...own, listOf(items, at + 1, next, depth + 1)] })
    else
      content.push(
        ...items.slice(at, next).map((item) => ({ type: 'listItem', content: item.content ?? [] })),
      )
    at = next
  }
  return { type: 'bulletList', content }
}

function levelOf(item: NodeJson | undefined): number {
  return Number(item?.attrs?.level ?? 0)
}
