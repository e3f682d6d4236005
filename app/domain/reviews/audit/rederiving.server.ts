/**
 * Re-deriving: the log is replayed, and what it says of versions, remarks, decisions and summaries is compared with the
 * rows. Triggers keep published rows as they are and seals keep the log; this finds who went round the triggers.
 */
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import { decisionHash, remarkHash } from '#app/domain/reviews/remarks/said-hash.ts'
import type { SummaryBody } from '#app/domain/reviews/summary/summary-body.ts'
import type { Db } from '#db/client.ts'
import { decisions, drafts, logEntries, logSeals, remarks, summaries, versions } from '#db/schema/index.ts'
import { replayLog, type SummaryTold, type Told } from './replaying-log.ts'

/** A row that is not what the log says; `id` is its own, of a row of a summary that of the remark. */
export interface Difference {
  kind: 'version' | 'remark' | 'decision' | 'summary' | 'row'
  id: string
}

/** Compares everything, as it stands at one moment; an empty list is a whole record. */
export function differencesFromLog(db: Db): Promise<Difference[]> {
  return db.transaction(
    async (tx) => {
      const snapshot = tx as unknown as Db
      const told = replayLog(await entriesOf(snapshot))
      return [
        ...(await ofVersions(snapshot, told)),
        ...(await ofRemarks(snapshot, told)),
        ...(await ofSummaries(snapshot, told)),
      ]
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

const kinds = [
  ...['draft.created', 'inner.convened', 'version.published', 'summary.published'],
  ...['remark.left', 'remark.edited', 'remark.withdrawn', 'remark.decided', 'remark.reopened'],
]

/** Sealed entries in the order of their seals, then those that wait for one. */
function entriesOf(db: Db) {
  return db
    .select({ kind: logEntries.kind, objectId: logEntries.objectId, facts: logEntries.facts })
    .from(logEntries)
    .leftJoin(logSeals, eq(logSeals.entryId, logEntries.id))
    .where(sql`${logEntries.kind} in ${kinds}`)
    .orderBy(sql`${logSeals.seq} nulls last`, asc(logEntries.id))
}

async function ofVersions(db: Db, { versions: told }: Told): Promise<Difference[]> {
  const published = await db
    .select({ id: versions.id })
    .from(versions)
    .where(isNotNull(versions.publishedAt))
    .orderBy(asc(versions.id))
  const wrong = new Set([...told.keys()].filter((id) => !published.some((one) => one.id === id)))
  for (const { id } of published) {
    // one at a time: each may be hundreds of pages
    const [row] = await db
      .select({ draft: drafts.number, number: versions.number, body: versions.body, sha256: versions.sha256 })
      .from(versions)
      .innerJoin(drafts, eq(drafts.id, versions.draftId))
      .where(eq(versions.id, id))
    if (!row) continue
    const { sha256: kept, ...hashed } = row
    if (sha256(hashed) !== kept || !told.has(id) || !fits(told.get(id), kept)) wrong.add(id)
  }
  return [...wrong].map((id) => ({ kind: 'version', id }))
}

async function ofRemarks(db: Db, { remarks: told }: Told): Promise<Difference[]> {
  const rows = await db
    .select({
      ...{ id: remarks.id, draft: remarks.draftId, number: remarks.number, withdrawnAt: remarks.withdrawnAt },
      ...{ kind: remarks.kind, weight: remarks.weight, body: remarks.body, replacement: remarks.replacement },
      ...{ grounds: remarks.grounds, sources: remarks.sources },
      decision: { id: decisions.id, decision: decisions.decision, reason: decisions.reason },
    })
    .from(remarks)
    .leftJoin(decisions, and(eq(decisions.remarkId, remarks.id), isNull(decisions.supersededById)))
  const known = new Set(rows.map(({ id }) => id))
  const found: Difference[] = [...told.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ kind: 'remark', id }))
  for (const row of rows) {
    const said = told.get(row.id)
    const same =
      said?.draft === row.draft &&
      said.number === row.number &&
      said.withdrawn === (row.withdrawnAt !== null) &&
      fits(said.words, remarkHash(row))
    if (!same) found.push({ kind: 'remark', id: row.id })
    const { decision } = row
    const decided = said?.decision ?? null
    const agreed =
      decision?.id === decided?.id &&
      decision?.decision === decided?.decision &&
      (decision === null || fits(decided?.words, decisionHash(decision)))
    if (!agreed) found.push({ kind: 'decision', id: row.id })
  }
  return found
}

async function ofSummaries(db: Db, { summaries: told }: Told): Promise<Difference[]> {
  const rows = await db
    .select({ id: summaries.id, draft: summaries.draftId, revision: summaries.revision })
    .from(summaries)
    .orderBy(asc(summaries.id))
  const known = new Set(rows.map(({ draft, revision }) => `${draft}:${revision}`))
  const found: Difference[] = [...told]
    .filter(([key]) => !known.has(key))
    .map(([, { draft }]) => ({ kind: 'summary', id: draft }))
  for (const { id, draft, revision } of rows) {
    const [row] = await db.select().from(summaries).where(eq(summaries.id, id))
    const said = told.get(`${draft}:${revision}`)
    if (!row || !said || sha256(row.body) !== row.sha256 || said.sha256 !== row.sha256)
      found.push({ kind: 'summary', id })
    if (row && said) found.push(...ofRows(row.body as unknown as SummaryBody, said))
  }
  return found
}

/** The rows of a summary against those that the log gives for the moment of its publication. */
function ofRows({ rows }: SummaryBody, said: SummaryTold): Difference[] {
  const told = new Map(said.rows.map((one) => [one.number, one]))
  const printed = new Set(rows.map(({ number }) => number))
  const lost = said.rows.filter(({ number }) => !printed.has(number)).map(({ id }) => id)
  const wrong = rows.flatMap((row) => {
    const one = told.get(row.number)
    if (!one) return `${said.draft}:${row.number}`
    const { kind, weight, body, replacement, grounds, sources } = row
    // summaries from before grounds were printed, and words that were hidden then, cannot be hashed
    const whole = !row.hidden && grounds !== undefined && sources !== undefined
    const words = whole
      ? remarkHash({ id: one.id, kind, weight, body, replacement, grounds, sources })
      : undefined
    const same = (one.decision?.decision ?? null) === row.decision
    return same && (words === undefined || fits(one.words, words)) ? [] : one.id
  })
  return [...lost, ...wrong].map((id) => ({ kind: 'row', id }))
}

/** Entries from before words were hashed say nothing of them. */
function fits(told: string | undefined, now: string | null): boolean {
  return told === undefined || told === now
}
