/** Tracked changes as suggestions: words in the place of words, in the text as it was before them. */
import type { NodeJson } from '#app/editor/check.ts'
import type { ChangeMeta } from './context.ts'
import type { Finished } from './finishing.ts'
import type { FileSuggestion } from './imported.ts'

type Change = { blockId: string; from: number; to: number; insert: string; meta: ChangeMeta }

/** A deletion and an insertion at the same place by one author are one suggestion. */
export function suggestionsOf(finished: Finished, metas: ReadonlyMap<string, ChangeMeta>): FileSuggestion[] {
  const texts = textsOf(finished.doc.content)
  const changes = [...finished.changes].flatMap(([key, { from, to, insert }]) => {
    const meta = metas.get(key)
    if (!meta) return []
    const start = insert ?? from
    if (!start) return []
    const length = texts.get(start.blockId)?.length ?? 0
    const end = insert ?? (to && to.blockId === start.blockId ? to : { ...start, offset: length })
    const [a, b] = [Math.min(start.offset, length), Math.min(end.offset, length)]
    return [{ blockId: start.blockId, from: a, to: Math.max(a, b), insert: insert ? meta.text : '', meta }]
  })
  return merged(changes)
    .filter(({ from, to, insert }) => to > from || insert.trim() !== '')
    .map(({ blockId, from, to, insert, meta }) => ({
      author: meta.author,
      date: meta.date,
      blockId,
      from,
      to,
      old: texts.get(blockId)?.slice(from, to) ?? '',
      replacement: insert,
    }))
}

function merged(changes: readonly Change[]): Change[] {
  const found: Change[] = []
  for (const change of changes) {
    const last = found.at(-1)
    const touches = last?.blockId === change.blockId && last.to === change.from
    if (last && touches && last.meta.author === change.meta.author) {
      last.to = change.to
      last.insert += change.insert
    } else found.push({ ...change })
  }
  return found
}

/** The words of each block, as offsets count them. */
export function textsOf(nodes: readonly NodeJson[], found = new Map<string, string>()): Map<string, string> {
  for (const node of nodes) {
    const id = node.attrs?.id
    if (typeof id === 'string' && ['paragraph', 'heading', 'footnote'].includes(node.type))
      found.set(
        id,
        (node.content ?? []).map((one) => (one.type === 'hardBreak' ? '\n' : (one.text ?? ''))).join(''),
      )
    else textsOf(node.content ?? [], found)
  }
  return found
}
