/** Where a story of the demonstration points: the unit and the words it speaks of. Pure. */
import type { StoryRemark } from '#content/stories.ts'

export interface Unit {
  blockId: string
  text: string
  kind: string
}

/** The passage of a remark; RangeError when the text has no such words. */
export function pointed(
  units: readonly Unit[],
  { at, section, whole }: Pick<StoryRemark, 'at' | 'section' | 'whole'>,
) {
  if (at === undefined) {
    const paragraphs = units.filter(({ kind, text }) => kind !== 'heading' && kind !== 'cell' && text !== '')
    return { fromBlockId: paragraphs[(section ?? 0) % paragraphs.length]?.blockId ?? '' }
  }
  const block = units.find(({ text }) => text.startsWith(at)) ?? units.find(({ text }) => text.includes(at))
  if (!block) throw new RangeError(`no unit with «${at}»`)
  if (whole) return { fromBlockId: block.blockId }
  const fromOffset = block.text.indexOf(at)
  return { fromBlockId: block.blockId, fromOffset, toOffset: fromOffset + at.length }
}
