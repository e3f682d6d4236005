/**
 * Recording: a secretary writes down an answer that was given by telephone or on paper. It has the effect of the
 * person's own answer, says who wrote it, when and how it came; the person is told and may object.
 */

import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { keepSigned } from '#app/domain/files/signed.server.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { refuseConflicted } from '#app/domain/panels/conflicts/guarding.server.ts'
import { isOver, lockPanel } from '#app/domain/panels/facts.server.ts'
import type { ObjectionForm, RecordedForm } from '#app/domain/panels/forms.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { invitationRules, panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { invitationVisibleTo } from '#db/reach/panels.ts'
import { files, invitations, panels, people, recordedAnswers, seats } from '#db/schema/index.ts'
import { moveUp, seatTaken } from './inviting.server.ts'
import { refuseDay } from './postponing.server.ts'

/** The scan of an answer, and the folder that keeps it. */
export interface Scan {
  dataDir: string
  name: string
  bytes: Uint8Array
}

/** Writes the answer down, with its scan where there is one. Problems: those of an own answer and of its conflicts, day-future; those of the file. */
export async function recordAnswer(
  ctx: ActingCtx,
  invitationId: string,
  value: Omit<z.output<typeof RecordedForm>, 'file'>,
  scan?: Scan,
): Promise<void> {
  const [known] = await ctx.db
    .select({ panelId: seats.panelId })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(eq(invitations.id, invitationId))
  const { panelId } = found(known)
  if (value.answer === 'accepted') await refuseConflicted(ctx, panelId, panelRules.keep, { invitationId })
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.keep, ctx.actor, state.facts)
    const seat = found(state.seats.find(({ invitation }) => invitation?.id === invitationId))
    const invitation = found(seat.invitation)
    authorize(invitationRules.recorded, ctx.actor, {
      ownerId: seat.personId,
      answered: invitation.answer !== null,
      expired: invitation.answer === 'expired',
      late: isOver(ctx, invitation.lastDay),
      cancelled: state.facts.cancelled,
      over: state.facts.issued,
    })
    const { answer, channel, answeredOn, words } = value
    if (answeredOn > ctx.actor.today) throw new Problem('day-future', {}, 'answeredOn')
    const accepted = answer === 'accepted'
    const later = answer === 'later'
    if (later) refuseDay(ctx, value.askAfter)
    await ctx.db
      .update(invitations)
      .set({
        answer,
        answeredAt: ctx.now,
        noConflictAt: accepted ? ctx.now : null,
        reason: accepted || later ? null : words,
        askAfter: later ? value.askAfter : null,
      })
      .where(eq(invitations.id, invitationId))
    const fileId = scan ? await keepScan(ctx, invitationId, scan) : null
    await ctx.db.insert(recordedAnswers).values({
      ...{ invitationId, channel, answeredOn, words, fileId },
      ...{ recordedById: ctx.actor.personId, recordedAt: ctx.now },
    })
    const object = { kind: 'invitation', id: invitationId }
    const kind = later ? 'invitation.postponed' : `invitation.${answer}`
    await record(ctx, kind, object, { panel: state.panel.number, recorded: channel })
    if (accepted) await seatTaken(ctx, state, seat)
    else await moveUp(ctx, state, seat)
    await notify(ctx, seat.personId, 'invitation.recorded', {
      ...{ objectKind: 'invitation', objectId: invitationId, facts: { ...told(state.object) } },
      address: `/cabinet/invitations/${invitationId}`,
    })
  })
}

async function keepScan(ctx: ActingCtx, objectId: string, { dataDir, name, bytes }: Scan): Promise<string> {
  const file = await keepSigned(ctx, dataDir, { name, bytes, objectKind: 'recorded-answer', objectId })
  return file.id
}

/** The scan of the answer that somebody wrote down for the actor; nobody else asks for it here. */
export async function answerScan(ctx: Ctx, invitationId: string): Promise<StoredFile> {
  const [row] = await ctx.db
    .select({ file: files })
    .from(recordedAnswers)
    .innerJoin(invitations, eq(invitations.id, recordedAnswers.invitationId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(files, eq(files.id, recordedAnswers.fileId))
    .where(and(eq(recordedAnswers.invitationId, invitationId), invitationVisibleTo(viewerOf(ctx))))
  return found(row).file
}

/** «Я так не отвечал»: who recorded it is told, and what follows is decided by people. Once. */
export async function objectToAnswer(
  ctx: ActingCtx,
  invitationId: string,
  { objection }: z.output<typeof ObjectionForm>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ answer: recordedAnswers, personId: seats.personId, panelId: seats.panelId })
      .from(recordedAnswers)
      .innerJoin(invitations, eq(invitations.id, recordedAnswers.invitationId))
      .innerJoin(seats, eq(seats.id, invitations.seatId))
      .where(eq(recordedAnswers.invitationId, invitationId))
      .for('update', { of: recordedAnswers })
    const { answer } = found(row?.personId === ctx.actor.personId ? row : null)
    authorize(invitationRules.object, ctx.actor, { objected: answer.objectedAt !== null })
    await ctx.db
      .update(recordedAnswers)
      .set({ objection, objectedAt: ctx.now })
      .where(eq(recordedAnswers.invitationId, invitationId))
    await record(ctx, 'invitation.objected', { kind: 'invitation', id: invitationId })
    const [panel] = await ctx.db
      .select({ number: panels.number, title: panels.title })
      .from(panels)
      .where(eq(panels.id, found(row).panelId))
    const { number, title } = found(panel)
    await notify(ctx, answer.recordedById, 'invitation.objected', {
      ...{ objectKind: 'invitation', objectId: invitationId, address: `/panels/${number}`, facts: { title } },
    })
  })
}

/** The invitation of a panel that still waits, for the page that records its answer. */
export async function recordingOf(ctx: ActingCtx, panelNumber: number, invitationId: string) {
  const { facts, seated, panel } = await panelByNumber(ctx, panelNumber)
  authorize(panelRules.keep, ctx.actor, facts)
  const seat = found(seated.find(({ invitation }) => invitation?.id === invitationId))
  return {
    title: panel.title,
    name: seat.place.name,
    number: seat.place.number,
    answered: seat.invitation?.answer !== null,
  }
}

/** How the answer of an own invitation was written down, or null when the person answered here. */
export async function recordedOf(ctx: ActingCtx, invitationId: string) {
  const [row] = await ctx.db
    .select({ answer: recordedAnswers, number: people.number, scan: files.name })
    .from(recordedAnswers)
    .leftJoin(files, eq(files.id, recordedAnswers.fileId))
    .innerJoin(invitations, eq(invitations.id, recordedAnswers.invitationId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(people, eq(people.id, recordedAnswers.recordedById))
    .where(and(eq(recordedAnswers.invitationId, invitationId), eq(seats.personId, ctx.actor.personId)))
  if (!row) return null
  const { channel, answeredOn, words, recordedAt, objection, objectedAt } = row.answer
  return { channel, answeredOn, words, recordedAt, objection, objectedAt, by: row.number, scan: row.scan }
}
