/**
 * Objecting: an author says that a remark was recorded otherwise than it was said; the organiser corrects the record or
 * says why it stays. Both words stand at the remark and in the summary. Terms: content, settings.objections.
 */
import { and, asc, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { holdNewcomer } from '#app/domain/moderation/holding.server.ts'
import type { Veil } from '#app/domain/moderation/texts.ts'
import { notify, notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { lockRemark, type RemarkState } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { decisions, discussions, recordObjections, remarks } from '#db/schema/index.ts'
import { replaceWords } from './editing.server.ts'
import type { RemarkWords } from './remarking.server.ts'

/** Leaves an objection; one may wait at a time. Problems: objection-open, objection-late, and those of the rule. */
export async function objectToRecord(ctx: ActingCtx, remarkId: string, body: string): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockRemark(ctx, remarkId)
    authorize(reviewRules.objectToRecord, ctx.actor, state.facts)
    const { days } = content().settings.objections
    const closedAt = state.discussion?.closedAt
    if (closedAt && dayAfter(dayOf(closedAt, ctx.zone), days) < dayOf(ctx.now, ctx.zone))
      throw new Problem('objection-late', { days })
    if (await openOne(ctx, remarkId)) throw new Problem('objection-open')
    const words = cleanWords(body, 'body', content().settings.text.reply)
    const id = uuidv7()
    const about = { kind: 'objection', id, place: state.facts.place, draftId: state.draft.id }
    const named = { title: state.draft.title, number: state.remark.number }
    const veil = state.facts.closed ? {} : await holdNewcomer(ctx, about, named)
    await ctx.db.insert(recordObjections).values({ id, remarkId, body: words, createdAt: ctx.now, ...veil })
    await record(ctx, 'record.objected', { kind: 'remark', id: remarkId }, { objection: id })
    const keeper = await keeperOf(ctx, state)
    await notifyAll(ctx, keeper, 'record.objected', noticeOf(state, id))
    return id
  })
}

/**
 * Answers the objection that waits: with other words the record is corrected and a decision on it is taken anew, as long
 * as the summary is not out. Problems: objection-answered (none waits), objection-same (the words are as before).
 */
export async function answerObjection(
  ctx: ActingCtx,
  remarkId: string,
  { answer, corrected }: { answer: string; corrected: RemarkWords | null },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockRemark(ctx, remarkId)
    authorize(reviewRules.answerObjection, ctx.actor, state.facts)
    const open = await openOne(ctx, remarkId)
    if (!open) throw new Problem('objection-answered')
    const words = cleanWords(answer, 'words', content().settings.text.reply)
    if (corrected) await correct(ctx, state, corrected)
    const answered = { answeredById: ctx.actor.personId, answeredAt: ctx.now }
    await ctx.db
      .update(recordObjections)
      .set({ answer: words, corrected: corrected !== null, ...answered })
      .where(eq(recordObjections.id, open.id))
    await record(
      ctx,
      'record.answered',
      { kind: 'remark', id: remarkId },
      { objection: open.id, corrected: corrected !== null },
    )
    await notify(ctx, state.remark.authorId, 'record.answered', noticeOf(state, open.id))
  })
}

async function correct(ctx: ActingCtx, { remark, facts }: RemarkState, words: RemarkWords): Promise<void> {
  if (remark.general && words.replacement) throw new Problem('intake-wording', {}, 'replacement')
  const changed = await replaceWords(ctx, remark, words)
  if (!changed) throw new Problem('objection-same', {}, 'body')
  if (facts.summarised) return
  const [decided] = await ctx.db
    .update(decisions)
    .set({ supersededById: sql`${decisions.id}` })
    .where(and(eq(decisions.remarkId, remark.id), isNull(decisions.supersededById)))
    .returning({ id: decisions.id })
  if (decided)
    await record(ctx, 'remark.reopened', { kind: 'remark', id: remark.id }, { decision: decided.id })
}

async function openOne(ctx: Ctx, remarkId: string) {
  const [row] = await ctx.db
    .select({ id: recordObjections.id })
    .from(recordObjections)
    .where(and(eq(recordObjections.remarkId, remarkId), isNull(recordObjections.answeredAt)))
  return row ?? null
}

/** Who entered the paper, and who opened the discussion. */
async function keeperOf(ctx: Ctx, { draft, discussion }: RemarkState): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select entered_by_id as id from intakes i where i.draft_id = ${draft.id} and i.undone_at is null
    union select opened_by_id from ${discussions} where id = ${discussion?.id ?? null}::uuid`)
  return [draft.authorId, ...rows.map(({ id }) => id)]
}

function noticeOf({ draft, remark }: RemarkState, id: string) {
  return {
    objectKind: 'objection',
    objectId: id,
    address: `/drafts/${draft.slug}/remarks/${remark.number}`,
    facts: { title: draft.title, number: remark.number },
  }
}

export type ObjectionShown = {
  id: string
  /** empty when the words are covered */
  body: string
  veil: Veil | null
  hideCode: string | null
  hideReason: string | null
  createdAt: Date
  answer: string | null
  corrected: boolean
  answeredAt: Date | null
  /** the last day for the answer */
  dueDay: string
}

/** Objections to the record of a remark, oldest first. The caller has asked whether its words may be shown. */
export async function objectionsOf(ctx: Ctx, remarkId: string): Promise<ObjectionShown[]> {
  const rows = await ctx.db
    .select({ ...getTableColumns(recordObjections), authorId: remarks.authorId })
    .from(recordObjections)
    .innerJoin(remarks, eq(remarks.id, recordObjections.remarkId))
    .where(eq(recordObjections.remarkId, remarkId))
    .orderBy(asc(recordObjections.id))
  const { answerDays } = content().settings.objections
  return rows.map(({ id, body, createdAt, answer, corrected, answeredAt, authorId, ...row }) => ({
    ...{ id, createdAt, answer, corrected, answeredAt },
    ...{ veil: row.hiddenAt && (row.veil ?? 'hidden'), hideCode: row.hideCode, hideReason: row.hideReason },
    body: row.hiddenAt === null || ctx.actor?.personId === authorId ? body : '',
    dueDay: dayAfter(dayOf(createdAt, ctx.zone), answerDays),
  }))
}

/** Summaries published before objections could be covered have no id. */
export type ObjectionRow = {
  id?: string
  day: string
  body: string
  answer: string | null
  corrected: boolean
}

/** Objections of a draft by number of their remarks, for its summary; nothing of remarks whose words are hidden. */
export async function objectionsByRemark(ctx: Ctx, draftId: string): Promise<Map<number, ObjectionRow[]>> {
  const rows = await ctx.db
    .select({ number: remarks.number, objection: recordObjections })
    .from(recordObjections)
    .innerJoin(remarks, eq(remarks.id, recordObjections.remarkId))
    .where(
      and(
        eq(remarks.draftId, draftId),
        isNull(remarks.hiddenAt),
        isNull(remarks.withdrawnAt),
        isNull(recordObjections.hiddenAt),
      ),
    )
    .orderBy(desc(recordObjections.id))
  const map = new Map<number, ObjectionRow[]>()
  for (const { number, objection } of rows) {
    const { id, body, answer, corrected, createdAt } = objection
    const row = { id, day: dayOf(createdAt, ctx.zone), body, answer, corrected }
    map.set(number, [row, ...(map.get(number) ?? [])])
  }
  return map
}
