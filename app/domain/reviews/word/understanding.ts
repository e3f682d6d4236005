/**
 * Understanding a file that came back: its comments and tracked changes as remarks, proposals and replies in a version.
 *
 * Places are found by aligning the file's text with the version's, as between two versions. What has no certain place,
 * or would replace other words than it was made for, is not taken but told. Pure.
 */
import { anchorsIn, resolveAll, wholeOf } from '#app/domain/reviews/anchors/anchoring.ts'
import type { Evidence, Range } from '#app/domain/reviews/anchors/passages.ts'
import type { AnchorBlock } from '#app/domain/reviews/anchors/units.ts'
import type { Converted, FileComment } from '#app/domain/reviews/importing/imported.ts'
import { applyReplacement } from '#app/domain/reviews/remarks/replacing.ts'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import type { WordComment } from './document.ts'
import type { MissedItem, MissedReason, Returned, ReturnedItem } from './returned.ts'
import { threadsIn } from './threads.ts'
import { widened } from './widening.ts'

// More than this is not even looked at: a file of ten thousand comments is no review.
const READ = 2000

export interface Against {
  slug: string
  /** the units of the version */
  version: readonly AnchorBlock[]
  /** what an export would have in its margin for this reader today, by number of remark */
  notes: ReadonlyMap<number, WordComment>
  /** remarks of the reader's own with the same words at the same place: their numbers */
  said: (item: Pick<ReturnedItem, 'range' | 'body' | 'replacement'>) => number | null
  limits: { characters: number; reply: number; items: number }
  /** what stands as the reason of a change that nobody explained */
  unexplained: string
}

type Entry = Omit<ReturnedItem, 'range' | 'address' | 'exact' | 'near'> & { at: Range | null; order: number }

/** `blocks` are the units of the file's own text. */
export function understand(
  file: Pick<Converted, 'comments' | 'suggestions' | 'losses' | 'changes'>,
  blocks: readonly BlockInput[],
  against: Against,
): Returned {
  const [comments, suggestions] = [file.comments.slice(0, READ), file.suggestions.slice(0, READ)]
  const unread = file.comments.length + file.suggestions.length - comments.length - suggestions.length
  const threads = threadsIn(comments, against.slug, against.notes)
  const all = entriesOf({ suggestions }, blocks, threads.own, against)
  const replies = threads.replies.map(({ comment, at, number }) => replyOf(comment, at, number, against))
  const taken = all.slice(0, against.limits.items * 2)
  const judged = [...placed(taken, blocks, against), ...replies]
  const items = judged.filter((one): one is ReturnedItem => !('reason' in one))
  const missed = judged.filter((one): one is MissedItem => 'reason' in one)
  const rewritten = threads.rewritten.map(({ comment, at, number }) =>
    missedOf({ key: `c${at}`, author: comment.author, body: comment.text }, 'rewritten', number),
  )
  const revisions = file.losses.find(({ kind }) => kind === 'revision')?.count ?? 0
  return {
    items: items.slice(0, against.limits.items),
    missed: [...missed, ...rewritten],
    known: threads.known,
    over: unread + all.length - taken.length + Math.max(0, items.length - against.limits.items),
    structure: revisions + file.changes.formatted,
  }
}

/** Changes with the comments that explain them, then the other comments, in the order of the text. */
function entriesOf(
  file: Pick<Converted, 'suggestions'>,
  blocks: readonly BlockInput[],
  own: readonly { comment: FileComment; at: number; text: string }[],
  { unexplained }: Against,
): Entry[] {
  const texts = new Map(blocks.map(({ blockId, text }) => [blockId, text]))
  const order = new Map(blocks.map(({ blockId }, at) => [blockId, at]))
  const ranges = own.map(({ comment }) => rangeOf(comment, texts))
  const changes = widened(file.suggestions, texts)
  const explains = own.map(({ comment }, index) => {
    const touched = changes.filter(
      (change) => change.author === comment.author && touches(ranges[index], change),
    )
    return touched.length === 1 ? (touched[0] ?? null) : null
  })
  const proposals = changes.map((change, at): Entry => {
    const by = explains.indexOf(change)
    const said = by < 0 ? '' : (own[by]?.text ?? '')
    const range = {
      fromBlockId: change.blockId,
      fromOffset: change.from,
      toBlockId: change.blockId,
      toOffset: change.to,
    }
    return {
      ...{
        key: `s${at}`,
        kind: 'proposal',
        answers: null,
        at: range,
        author: change.author,
        date: change.date,
      },
      ...{ body: said || unexplained, replacement: change.replacement, resolved: false },
      order: (order.get(change.blockId) ?? 0) * 100_000 + change.from,
    }
  })
  const used = new Set(changes.map((change) => explains.indexOf(change)))
  const remarks = own.flatMap(({ comment, at, text }, index): Entry[] => {
    if (used.has(index)) return []
    const range = ranges[index] ?? null
    const { author, date, resolved } = comment
    return [
      {
        ...{
          key: `c${at}`,
          kind: text.trimEnd().endsWith('?') ? 'question' : 'criticism',
          answers: null,
          at: range,
        },
        ...{ author, date, resolved, body: text, replacement: null },
        order: range
          ? (order.get(range.fromBlockId) ?? 0) * 100_000 + range.fromOffset
          : Number.MAX_SAFE_INTEGER,
      },
    ]
  })
  return [...proposals, ...remarks].sort((a, b) => a.order - b.order)
}

/** The words that a comment stands at, without spaces at the edges; one that stands at a point is about its unit. */
function rangeOf({ from, to }: FileComment, texts: ReadonlyMap<string, string>): Range | null {
  const [first, last] = [texts.get(from?.blockId ?? ''), texts.get(to?.blockId ?? '')]
  if (!from || !to || first === undefined || last === undefined) return null
  let [start, end] = [Math.min(from.offset, first.length), Math.min(to.offset, last.length)]
  while (/\s/.test(first[start] ?? '')) start += 1
  while (end > 0 && /\s/.test(last[end - 1] ?? '')) end -= 1
  const ids = { fromBlockId: from.blockId, toBlockId: to.blockId }
  if (from.blockId !== to.blockId || start < end) return { ...ids, fromOffset: start, toOffset: end }
  return { ...ids, fromOffset: 0, toOffset: first.length }
}

function touches(
  range: Range | null | undefined,
  change: { blockId: string; from: number; to: number },
): boolean {
  if (!range || range.fromBlockId !== change.blockId || range.toBlockId !== change.blockId) return false
  return range.fromOffset <= change.to && range.toOffset >= change.from
}

function replyOf(comment: FileComment, at: number, number: number, { notes, limits }: Against) {
  const about = { key: `c${at}`, author: comment.author, body: comment.text }
  if (comment.text.trim() === '') return missedOf(about, 'empty')
  if (comment.text.length > limits.reply) return missedOf(about, 'long', limits.reply)
  if (!notes.has(number)) return missedOf(about, 'answer', number)
  const { date, resolved } = comment
  return {
    ...about,
    kind: 'reply' as const,
    answers: number,
    range: null,
    ...{ date, resolved, replacement: null },
    ...nowhere,
  }
}

const nowhere = { address: '', exact: '', near: false }

/** Each entry with its place in the version, or why it has none. */
function placed(
  entries: readonly Entry[],
  blocks: readonly BlockInput[],
  against: Against,
): (ReturnedItem | MissedItem)[] {
  const evidenceOf = anchorsIn(blocks)
  const evidences = entries.map(({ at }) => (at ? evidenceOf(at) : 'passage-not-found'))
  const found = evidences.filter((one): one is Evidence => typeof one !== 'string')
  const places = resolveAll(blocks, against.version, found)
  const placeOf = new Map(found.map((evidence, at) => [evidence, places[at]]))
  const inVersion = anchorsIn(against.version)
  return entries.map((entry, at) => {
    const evidence = evidences[at]
    const about = typeof evidence === 'object' ? { address: evidence.address, exact: evidence.exact } : {}
    if (entry.body.trim() === '') return missedOf({ ...entry, ...about }, 'empty')
    if (!evidence || typeof evidence === 'string')
      return missedOf(entry, evidence === 'passage-too-long' ? 'passage' : 'place')
    const place = placeOf.get(evidence)
    const told = { address: evidence.address, exact: evidence.exact }
    if (place?.status === 'deleted' && entry.replacement !== null)
      return missedOf({ ...entry, ...told }, 'changed')
    if (!place || place.status === 'ambiguous' || place.status === 'deleted')
      return missedOf({ ...entry, ...told }, 'place')
    const there = inVersion(place)
    if (typeof there === 'string')
      return missedOf({ ...entry, ...told }, there === 'passage-too-long' ? 'passage' : 'place')
    return judged(entry, evidence, there, against)
  })
}

function judged(
  entry: Entry,
  evidence: Evidence,
  there: Evidence,
  against: Against,
): ReturnedItem | MissedItem {
  const told = { ...entry, address: evidence.address, exact: evidence.exact }
  const { at: _file, order: _order, ...rest } = entry
  const range = rangeIn(there, against.version)
  const item: ReturnedItem = {
    ...rest,
    range,
    address: there.address,
    exact: there.exact,
    near: there.exact !== evidence.exact,
  }
  const { characters } = against.limits
  if (item.body.length > characters || (item.replacement?.length ?? 0) > characters)
    return missedOf(told, 'long', characters)
  if (item.replacement !== null) {
    if (item.near) return missedOf(told, 'changed')
    const fault = applyReplacement(against.version, there, item.replacement)
    if (typeof fault === 'string') return missedOf(told, fault === 'replacement-same' ? 'same' : 'blocks')
  }
  const said = against.said(item)
  return said === null ? item : missedOf(told, 'repeated', said)
}

/** A whole unit is pointed at as one, as the button beside it does. */
function rangeIn(there: Evidence, version: readonly AnchorBlock[]): Range {
  const { fromBlockId, fromOffset, toBlockId, toOffset, whole } = there
  const block =
    whole && fromBlockId === toBlockId ? version.find(({ blockId }) => blockId === fromBlockId) : undefined
  return block ? wholeOf(block) : { fromBlockId, fromOffset, toBlockId, toOffset }
}

function missedOf(
  about: {
    key: string
    author: string
    body: string
    address?: string
    exact?: string
    replacement?: string | null
  },
  reason: MissedReason,
  n: number | null = null,
): MissedItem {
  const { key, author, body, address = '', exact = '', replacement } = about
  return { key, author, address, exact, reason, n, words: replacement ?? body }
}
