/**
 * Summarising: «сводка замечаний и предложений» as rows, and its publication.
 *
 * What is published is canonical JSON with its SHA-256. It names people by number: by the public number when the name
 * may be shown, else by the number in this discussion. Names are joined when the summary is shown.
 */
import { and, asc, countDistinct, desc, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { canonicalJson, sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { moveEngagements } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { lastTalkDay, type StageDays } from '#app/domain/reviews/course/staging.ts'
import { assertConfirmed } from '#app/domain/reviews/decisions/chaining.server.ts'
import { draftState, lockDraft } from '#app/domain/reviews/facts.server.ts'
import { type DissentRow, dissentsByPosition } from '#app/domain/reviews/inner/dissenting.server.ts'
import { objectionsByRemark } from '#app/domain/reviews/remarks/objecting.server.ts'
import { type RemarkShown, remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { blocks, discussions, remarks, summaries, versions } from '#db/schema/index.ts'
import { asidesOf, returnedSince, rowsOfToday } from './asides.server.ts'
import { type Landing, landingsOf } from './landing.server.ts'
import { type SummaryBody, type SummaryRow, summaryBody } from './summary-body.ts'

/** The remarks of a draft in the order of the text of a version, by default the last published one. */
export async function summaryRows(ctx: Ctx, draftId: string, versionNumber?: number): Promise<SummaryRow[]> {
  await draftState(ctx, draftId)
  const version = await versionOf(ctx, draftId, versionNumber)
  const units = await ctx.db
    .select({ blockId: blocks.blockId, position: blocks.position, address: blocks.address })
    .from(blocks)
    .where(eq(blocks.versionId, version.id))
    .orderBy(asc(blocks.position))
  const place = new Map(units.map((unit) => [unit.blockId, unit]))
  const positionOf = ({ place: at }: RemarkShown) =>
    place.get(at?.fromBlockId ?? '')?.position ?? Number.MAX_SAFE_INTEGER
  const rows = (await remarkRows(ctx, draftId, version.id, sql`${remarks.withdrawnAt} is null`)).sort(
    (a, b) =>
      positionOf(a) - positionOf(b) ||
      (a.place?.fromOffset ?? 0) - (b.place?.fromOffset ?? 0) ||
      a.number - b.number,
  )
  const landings = await landingsOf(ctx, draftId)
  const objections = await objectionsByRemark(ctx, draftId)
  const dissents = await dissentsByPosition(ctx, draftId)
  let group = 0
  let previous = ''
  return rows.map((row) => {
    const passage = `${row.place?.fromBlockId}:${row.place?.fromOffset}:${row.place?.toBlockId}:${row.place?.toOffset}`
    if (passage !== previous) group += 1
    previous = passage
    const landing = landings.get(row.number) ?? nothingLanded
    return {
      ...row,
      landing,
      objections: objections.get(row.number) ?? [],
      dissents: besideFirst(dissents, landing, row),
      group,
      addressNow: row.general
        ? row.address
        : (place.get(row.place?.fromBlockId ?? '')?.address ?? row.address),
    }
  })
}

/** Takes the opinions beside a position with the first of its rows whose words stand. */
function besideFirst(
  dissents: Map<string, DissentRow[]>,
  { positionId }: Landing,
  { hidden }: RemarkShown,
): DissentRow[] {
  const beside = (!hidden && positionId && dissents.get(positionId)) || []
  if (beside.length > 0 && positionId) dissents.delete(positionId)
  return beside
}

const nothingLanded: Landing = {
  grounds: '',
  sources: '',
  receipt: null,
  position: null,
  positionId: null,
  together: [],
  was: null,
  became: null,
}

/** Publishes the summary; every remark has a decision, or it is said why some have none. Closes the discussion. */
export async function publishSummary(
  ctx: ActingCtx,
  draftId: string,
  { unansweredReason = '' }: { unansweredReason?: string } = {},
): Promise<{ revision: number; sha256: string }> {
  return atomically(ctx, async (ctx) => {
    const { draft, facts, discussion, stages } = await lockDraft(ctx, draftId)
    authorize(reviewRules.publishSummary, ctx.actor, facts)
    const reason = cleanWords(unansweredReason, 'unansweredReason', content().settings.text.reason, {
      required: false,
    })
    const rows = await summaryRows(ctx, draftId)
    const unanswered = rows.filter(
      ({ decision, kind, hidden }) => decision === null && kind !== 'support' && !hidden,
    ).length
    if (unanswered > 0 && reason === '')
      throw new Problem('summary-unanswered', { n: unanswered }, 'unansweredReason')
    await assertConfirmed(ctx, draftId)
    const version = await versionOf(ctx, draftId)
    const participants = await participantsOf(ctx, draftId)
    const positions = new Set(rows.flatMap(({ landing }) => landing.positionId ?? [])).size
    const body = summaryBody({ draft, version, rows, participants, positions, unanswered, reason })
    const hash = sha256(body)
    const values = { id: uuidv7(), revision: await nextRevision(ctx, draftId) }
    await ctx.db.insert(summaries).values({
      ...values,
      draftId,
      versionId: version.id,
      body: JSON.parse(canonicalJson(body)),
      sha256: hash,
      unansweredReason: reason === '' ? null : reason,
      publishedById: ctx.actor.personId,
      publishedAt: ctx.now,
    })
    if (discussion) await closeDiscussion(ctx, discussion, stages)
    await record(
      ctx,
      'summary.published',
      { kind: 'draft', id: draftId },
      { revision: values.revision, sha256: hash },
    )
    await tellAuthors(ctx, draft, values.id)
    return { revision: values.revision, sha256: hash }
  })
}

/**
 * The last published summary: its rows with the hashes they were published with, and the names that may be shown today.
 * Words that moderation hid since are left out, those it gave back are as their authors corrected them; such rows no
 * longer give the hash beside them, and `changed` has their numbers.
 */
export async function publishedSummary(ctx: Ctx, draftId: string) {
  await draftState(ctx, draftId)
  const [row] = await ctx.db
    .select({ summary: summaries, versionNumber: versions.number })
    .from(summaries)
    .innerJoin(versions, eq(versions.id, summaries.versionId))
    .where(eq(summaries.draftId, draftId))
    .orderBy(desc(summaries.revision))
    .limit(1)
  if (!row) return null
  const now = await remarkRows(ctx, draftId, row.summary.versionId)
  const authors = new Map(now.map(({ number, author, onBehalfOf }) => [number, { ...author, onBehalfOf }]))
  const body = row.summary.body as unknown as SummaryBody
  const asides = await asidesOf(ctx, draftId)
  const returned = await returnedSince(ctx, draftId, row.summary.publishedAt)
  const today = new Map(now.map((one) => [one.number, one]))
  const rows = rowsOfToday(body.rows, today, returned, asides)
  const rowHashes = body.rows.map((one) => ({ number: one.number, sha256: sha256(one) }))
  return {
    ...row.summary,
    body: { ...body, rows },
    names: asides.names,
    rowHashes,
    changed: rows.flatMap((one, at) => (sha256(one) === rowHashes[at]?.sha256 ? [] : [one.number])),
    /** of the rows whose words are corrected, and not hidden again */
    corrected: new Set(
      rows.flatMap(({ number, hidden }) => (returned.has(number) && !hidden ? [number] : [])),
    ),
    versionNumber: row.versionNumber,
    authors,
  }
}

/** The discussion is over, and with it what its participants were engaged in: on its last day, or today if that is ahead. */
async function closeDiscussion(
  ctx: ActingCtx,
  { id, draftId, closedAt }: typeof discussions.$inferSelect,
  stages: readonly StageDays[],
): Promise<void> {
  await ctx.db
    .update(discussions)
    .set({ closedAt: closedAt ?? ctx.now })
    .where(eq(discussions.id, id))
  const today = dayOf(ctx.now, ctx.zone)
  const last = lastTalkDay(stages) ?? today
  const day = last < today ? last : today
  await moveEngagements(ctx, { kind: 'discussion', objectId: draftId }, day, 'finished')
}

/** People who spoke for themselves; an organisation's position is counted apart. */
async function participantsOf(ctx: Ctx, draftId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: countDistinct(remarks.authorId) })
    .from(remarks)
    .where(and(eq(remarks.draftId, draftId), isNull(remarks.withdrawnAt), isNull(remarks.positionId)))
  return row?.n ?? 0
}

async function nextRevision(ctx: Ctx, draftId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<number>`coalesce(max(${summaries.revision}), 0)::int` })
    .from(summaries)
    .where(eq(summaries.draftId, draftId))
  return (row?.n ?? 0) + 1
}

async function versionOf(ctx: Ctx, draftId: string, number?: number) {
  const published = sql`${versions.draftId} = ${draftId} and ${versions.publishedAt} is not null`
  const [row] = await ctx.db
    .select({ id: versions.id, number: versions.number, sha256: versions.sha256 })
    .from(versions)
    .where(number === undefined ? published : sql`${published} and ${versions.number} = ${number}`)
    .orderBy(desc(versions.number))
    .limit(1)
  return found(row)
}

async function tellAuthors(
  ctx: Ctx,
  draft: { id: string; slug: string; title: string },
  summaryId: string,
): Promise<void> {
  const authors = await ctx.db
    .selectDistinct({ id: remarks.authorId })
    .from(remarks)
    .where(eq(remarks.draftId, draft.id))
  await notifyAll(
    ctx,
    authors.map(({ id }) => id),
    'summary.published',
    {
      objectKind: 'summary',
      objectId: summaryId,
      address: `/drafts/${draft.slug}/summary`,
      facts: { title: draft.title },
    },
  )
}
