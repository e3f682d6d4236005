/** The browser's selection as a passage of the draft: units and offsets in their plain text. */
export interface SelectedPassage {
  fromBlock: string
  fromOffset: number
  toBlock: string
  toOffset: number
}

/** Null when nothing is selected or an end lies outside of the text of the draft. */
export function selectedPassage(selection: Selection): SelectedPassage | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-draft-text] [data-block]')].filter(
    (block) => range.intersectsNode(block),
  )
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last || range.toString().trim() === '') return null
  const from = first.contains(range.startContainer)
    ? offsetIn(first, range.startContainer, range.startOffset)
    : 0
  const to = last.contains(range.endContainer)
    ? offsetIn(last, range.endContainer, range.endOffset)
    : (last.textContent?.length ?? 0)
  if (first === last && to <= from) return null
  return {
    fromBlock: first.dataset.block ?? '',
    fromOffset: from,
    toBlock: last.dataset.block ?? '',
    toOffset: to,
  }
}

function offsetIn(block: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(node, offset)
  return before.toString().length
}
