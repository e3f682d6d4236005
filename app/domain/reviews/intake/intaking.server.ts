/**
 * Intaking: remarks that came by letter, by e-mail, at a session or as a table are entered by the organiser.
 *
 * One paper brings any number of remarks, all of them or none, and is taken back whole. The day it was received decides
 * lateness, whenever it was entered. Numbers, lateness and doubles are judged under the lock of the draft.
 */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { isDay, lastTalkDay } from '#app/domain/reviews/course/staging.ts'
import { type DraftState, lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { decisions, intakes, remarks } from '#db/schema/index.ts'
import { claimUploads } from './intake-files.server.ts'
import { type IntakeRow, keepRows } from './intake-rows.server.ts'
import { assertOnce } from './intake-twice.server.ts'
import { discloseBy, endDisclosureBy, type Sender, type SenderInput, senderOf } from './sending.server.ts'

export type Channel = 'letter' | 'email' | 'session'
export interface PaperInput {
  channel: Channel
  /** of the letter or of the protocol */
  number: string
  /** of the letter, the message or the session; YYYY-MM-DD */
  day: string
  receivedDay: string
  event: string
  item: string
}
export interface IntakeInput extends PaperInput {
  sender: SenderInput
  /** the published version that it speaks of */
  versionNumber: number
  rows: IntakeRow[]
  /** files kept from the requests before: the scan, the table */
  uploads?: string[]
  /** name of the file, when the remarks were a table */
  table?: string
  /** entered though an equal paper is there */
  again?: boolean
}

/** Enters a paper with its remarks; returns its id and the numbers they got. Problems at the fields of the form. */
export async function enterIntake(
  ctx: ActingCtx,
  draftId: string,
  input: IntakeInput,
): Promise<{ id: string; numbers: number[] }> {
  return atomically(ctx, async (ctx) => {
    const state = await lockDraft(ctx, draftId)
    authorize(reviewRules.intake, ctx.actor, state.facts)
    const paper = paperOf(ctx, input)
    if (input.rows.length === 0) throw new Problem('intake-empty')
    if (input.rows.length > content().settings.intakes.rows)
      throw new Problem('table-many', { most: content().settings.intakes.rows }, 'table')
    const sender = await senderOf(ctx, draftId, input.sender)
    if (!input.again) await assertOnce(ctx, draftId, { paper, sender, input })
    const id = uuidv7()
    const { organisationId, organisationName, signatory, personId: senderId } = sender
    await ctx.db.insert(intakes).values({
      ...{ id, draftId, ...paper, organisationId, organisationName, signatory, senderId },
      ...{ table: input.table ?? '', enteredById: ctx.actor.personId, enteredAt: ctx.now },
    })
    if (sender.named && !sender.registered) await discloseBy(ctx, senderId, id)
    const numbers = await keepRows(ctx, state, { id, sender, ...receiptOf(ctx, state, paper) }, input)
    await claimUploads(ctx, id, input.uploads ?? [])
    await record(
      ctx,
      'intake.entered',
      { kind: 'draft', id: draftId },
      { intake: id, remarks: numbers.length, channel: paper.channel },
    )
    await tellSender(ctx, state, sender, { id, numbers, kind: 'intake.entered' })
    return { id, numbers }
  })
}

/**
 * Takes a paper back with all its remarks: their numbers stay, their words are no longer shown. Problems: intake-undone,
 * intake-decided while some of them have an answer.
 */
export async function undoIntake(
  ctx: ActingCtx,
  draftId: string,
  intakeId: string,
  reason: string,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockDraft(ctx, draftId)
    authorize(reviewRules.intake, ctx.actor, state.facts)
    const [row] = await ctx.db
      .select()
      .from(intakes)
      .where(and(eq(intakes.id, intakeId), eq(intakes.draftId, draftId)))
    const intake = found(row)
    if (intake.undoneAt) throw new Problem('intake-undone')
    const withdrawReason = cleanWords(reason, 'reason', content().settings.text.reason)
    const own = await ctx.db
      .select({ id: remarks.id, number: remarks.number })
      .from(remarks)
      .where(and(eq(remarks.intakeId, intakeId), isNull(remarks.withdrawnAt)))
    await assertUndecided(
      ctx,
      own.map(({ id }) => id),
    )
    await ctx.db
      .update(intakes)
      .set({ undoneById: ctx.actor.personId, undoneAt: ctx.now })
      .where(eq(intakes.id, intakeId))
    await endDisclosureBy(ctx, intakeId)
    for (const { id } of own) {
      await ctx.db.update(remarks).set({ withdrawnAt: ctx.now, withdrawReason }).where(eq(remarks.id, id))
      await record(ctx, 'remark.withdrawn', { kind: 'remark', id })
    }
    await record(ctx, 'intake.undone', { kind: 'draft', id: draftId }, { intake: intakeId })
    const told = { personId: intake.senderId ?? '', registered: intake.senderId !== null }
    await tellSender(ctx, state, told, {
      id: intakeId,
      numbers: own.map(({ number }) => number),
      kind: 'intake.undone',
    })
  })
}

/** The clean facts of a paper; Problems of its fields. Pure but for the clock in ctx. */
function paperOf(ctx: ActingCtx, input: PaperInput): PaperInput {
  const { title, name } = content().settings.text
  const { channel, day, receivedDay } = input
  const maybe = (field: 'number' | 'item', needed: boolean) =>
    cleanWords(input[field], field, name, { required: needed })
  if (!isDay(day) || day < '1990-01-01') throw new Problem('day', {}, 'day')
  if (!isDay(receivedDay)) throw new Problem('day', {}, 'receivedDay')
  if (receivedDay < day) throw new Problem('intake-before', {}, 'receivedDay')
  if (receivedDay > dayOf(ctx.now, ctx.zone)) throw new Problem('intake-ahead', {}, 'receivedDay')
  return {
    ...{ channel, day, receivedDay },
    number: maybe('number', channel === 'letter').replace(/^№\s*/, ''),
    event: channel === 'session' ? cleanWords(input.event, 'event', title) : '',
    item: channel === 'session' ? maybe('item', false) : '',
  }
}

/**
 * When remarks of a paper count as received: today's at this moment, older ones at noon of their day. They are late when
 * that day lies behind the last day of discussion, be it entered before or after the stage was closed.
 */
export function receiptOf(
  { now, zone }: Pick<ActingCtx, 'now' | 'zone'>,
  { stages }: Pick<DraftState, 'stages'>,
  { receivedDay }: Pick<PaperInput, 'receivedDay'>,
) {
  const last = lastTalkDay(stages)
  const stage = stages.find(
    ({ kind, firstDay, lastDay }) =>
      kind === 'discussion' && firstDay <= receivedDay && receivedDay <= lastDay,
  )
  const receivedAt = receivedDay === dayOf(now, zone) ? now : noonOf(receivedDay, zone)
  return { receivedAt, late: last !== null && receivedDay > last, stageId: stage?.id ?? null }
}

function noonOf(day: string, zone: string): Date {
  const noon = new Date(`${day}T12:00:00Z`)
  const there = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' })
  return new Date(noon.getTime() - (Number(there.format(noon)) - 12) * 3_600_000)
}

async function assertUndecided(ctx: ActingCtx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(decisions)
    .where(and(inArray(decisions.remarkId, [...ids]), isNull(decisions.supersededById)))
  if ((row?.n ?? 0) > 0) throw new Problem('intake-decided', { n: row?.n ?? 0 })
}

/** A sender who signs in hears of it; others have no inbox. */
async function tellSender(
  ctx: ActingCtx,
  { draft }: DraftState,
  { personId, registered }: Pick<Sender, 'personId' | 'registered'>,
  { id, numbers, kind }: { id: string; numbers: number[]; kind: string },
): Promise<void> {
  if (!registered) return
  await notify(ctx, personId, kind, {
    objectKind: 'intake',
    objectId: id,
    address: `/drafts/${draft.slug}/remarks/${numbers[0] ?? 1}`,
    facts: { title: draft.title, count: numbers.length, number: numbers[0] ?? 1 },
  })
}
