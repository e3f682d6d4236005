/**
 * What the log says of the drafts: its entries replayed in order give each published version's hash, each remark's words
 * (as a hash), its decision, and the rows that each summary had to have when it was published. Pure.
 */

export interface LoggedEntry {
  kind: string
  objectId: string | null
  facts: Readonly<Record<string, unknown>>
}

export interface RemarkTold {
  draft: string
  number: number
  /** absent in entries from before words were hashed */
  words: string | undefined
  withdrawn: boolean
  decision: DecisionTold | null
}
export interface DecisionTold {
  id: string
  decision: string
  words: string | undefined
}
export interface SummaryTold {
  draft: string
  revision: number
  sha256: string
  rows: (Pick<RemarkTold, 'number' | 'words' | 'decision'> & { id: string })[]
}
export interface Told {
  /** hashes of published versions; of copies for closed stages from before theirs was logged: undefined */
  versions: Map<string, string | undefined>
  /** the first version of each draft */
  begun: Map<string, { version: string; sha256: string | undefined }>
  remarks: Map<string, RemarkTold>
  /** by draft and revision */
  summaries: Map<string, SummaryTold>
}

/** Entries in the order of their seals; kinds that say nothing of these are passed over. */
export function replayLog(entries: Iterable<LoggedEntry>): Told {
  const told: Told = { versions: new Map(), begun: new Map(), remarks: new Map(), summaries: new Map() }
  for (const entry of entries) if (entry.objectId) steps[entry.kind]?.(told, entry.objectId, entry.facts)
  return told
}

type Step = (told: Told, id: string, facts: LoggedEntry['facts']) => void

const change = (told: Told, id: string, values: Partial<RemarkTold>) => {
  const remark = told.remarks.get(id)
  if (remark) told.remarks.set(id, { ...remark, ...values })
}

const steps: Record<string, Step> = {
  'version.published': (told, _, facts) => {
    told.versions.set(text(facts.version), text(facts.sha256))
  },
  'draft.created': (told, id, facts) => {
    told.begun.set(id, { version: text(facts.version), sha256: maybe(facts.sha256) })
  },
  // the copy that a closed stage discusses is published from its beginning
  'inner.convened': (told, id) => {
    const begun = told.begun.get(id)
    if (begun) told.versions.set(begun.version, begun.sha256)
  },
  'remark.left': (told, id, facts) => {
    const own = { draft: text(facts.draft), number: Number(facts.number), words: maybe(facts.words) }
    told.remarks.set(id, { ...own, withdrawn: false, decision: null })
  },
  'remark.edited': (told, id, facts) => change(told, id, { words: maybe(facts.words) }),
  'remark.withdrawn': (told, id) => change(told, id, { withdrawn: true }),
  'remark.decided': (told, id, facts) => {
    const decision = { id: text(facts.id), decision: text(facts.decision), words: maybe(facts.words) }
    change(told, id, { decision })
  },
  'remark.reopened': (told, id) => change(told, id, { decision: null }),
  'summary.published': (told, draft, facts) => {
    const rows = [...told.remarks]
      .filter(([, remark]) => remark.draft === draft && !remark.withdrawn)
      .map(([id, { number, words, decision }]) => ({ id, number, words, decision }))
    const own = { draft, revision: Number(facts.revision), sha256: text(facts.sha256), rows }
    told.summaries.set(`${draft}:${own.revision}`, own)
  },
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const maybe = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
