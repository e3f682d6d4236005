/**
 * Obligations: the declaration of no conflict and the undertaking not to disclose. A member signs the text as it stands
 * now; its words and hash are kept, so that what was signed can be shown whatever the text becomes. On paper somebody
 * else brings the scan. Until both are there, sheet and closed files stay closed, by the rule and by reach.
 */
import { and, asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { keepSigned } from '#app/domain/files/signed.server.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { lockedState, lockPanel, type PanelState, type Seated } from '#app/domain/panels/facts.server.ts'
import { invitationRules, panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { invitationVisibleTo } from '#db/reach/panels.ts'
import { files, invitations, obligations, obligationTexts, seats } from '#db/schema/index.ts'
import type { Scan } from './recording.server.ts'

export type ObligationKind = (typeof obligations.$inferSelect)['kind']

export interface ObligationText {
  kind: ObligationKind
  title: { ru: string; en: string }
  version: number
  text: string
  sha256: string
}

/** The texts that are signed now. */
export function textsNow(): ObligationText[] {
  return content().obligations.flatMap(({ kind, title, versions }) => {
    const last = versions.at(-1)
    return last ? [{ kind, title, ...last, sha256: hashOf(kind, last.version, last.text) }] : []
  })
}

const hashOf = (kind: string, version: number, text: string) => sha256({ kind, version, text })

/** Signs both on the site, for the own accepted seat. Again, it changes nothing. */
export async function signObligations(ctx: ActingCtx, invitationId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { panelId, personId } = await placeOf(ctx, invitationId)
    const state = await lockedState(ctx, panelId)
    const seat = state.seats.find(({ invitation }) => invitation?.id === invitationId)
    authorize(invitationRules.sign, ctx.actor, {
      ...{ ownerId: personId, accepted: seat?.invitation?.answer === 'accepted' },
      over: state.facts.cancelled || state.facts.issued,
    })
    await sign(ctx, found(seat).id)
  })
}

/** Writes both signatures of a seat, as of now. Inside the command of an accepted invitation. */
export async function sign(ctx: ActingCtx, seatId: string): Promise<void> {
  for (const text of textsNow()) {
    await keepText(ctx, text)
    await ctx.db
      .insert(obligations)
      .values({
        ...{ id: uuidv7(), seatId, kind: text.kind, textSha256: text.sha256, way: 'site' as const },
        ...{ signedOn: ctx.actor.today, signedAt: ctx.now, enteredById: ctx.actor.personId },
      })
      .onConflictDoNothing()
  }
  const facts = Object.fromEntries(textsNow().map((text) => [text.kind, text.sha256]))
  await record(ctx, 'obligations.signed', { kind: 'seat', id: seatId }, facts)
}

/** Keeps the scan of what a member signed on paper. Problems: day-future, already-signed; those of the file. */
export async function keepPaper(
  ctx: ActingCtx,
  invitationId: string,
  { kind, signedOn }: { kind: ObligationKind; signedOn: string },
  scan: Scan,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { panelId } = await placeOf(ctx, invitationId)
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.keep, ctx.actor, state.facts)
    const seat = acceptedSeat(state, invitationId)
    if (seat.personId === ctx.actor.personId) throw new Problem('own-invitation')
    if (signedOn > ctx.actor.today) throw new Problem('day-future', {}, 'signedOn')
    const text = found(textsNow().find((one) => one.kind === kind))
    await keepText(ctx, text)
    const id = uuidv7()
    const { dataDir, name, bytes } = scan
    const file = await keepSigned(ctx, dataDir, { name, bytes, objectKind: 'obligation', objectId: id })
    const [kept] = await ctx.db
      .insert(obligations)
      .values({
        ...{ id, seatId: seat.id, kind, textSha256: text.sha256, way: 'paper' as const, signedOn },
        ...{ signedAt: ctx.now, enteredById: ctx.actor.personId, fileId: file.id },
      })
      .onConflictDoNothing()
      .returning({ id: obligations.id })
    if (!kept) throw new Problem('already-signed', {}, 'kind')
    const object = { kind: 'seat', id: seat.id }
    await record(ctx, 'obligations.paper-kept', object, { kind, text: text.sha256, sha256: file.sha256 })
    await notify(ctx, seat.personId, 'obligations.kept', {
      ...{ objectKind: 'obligation', objectId: id, address: `/cabinet/invitations/${invitationId}` },
      facts: { title: state.panel.title },
    })
  })
}

/** What was signed for a seat, with the words as they were. */
export async function signedOf(ctx: Pick<Ctx, 'db'>, seatId: string) {
  const rows = await ctx.db
    .select({ obligation: obligations, text: obligationTexts })
    .from(obligations)
    .innerJoin(obligationTexts, eq(obligationTexts.sha256, obligations.textSha256))
    .where(eq(obligations.seatId, seatId))
    .orderBy(asc(obligations.kind))
  return rows
}

/** Both texts for a seat: as signed, or as they are signed now. */
export async function textsOf(ctx: Pick<Ctx, 'db'>, seatId: string) {
  const signed = await signedOf(ctx, seatId)
  return textsNow().map((now) => {
    const mine = signed.find(({ obligation }) => obligation.kind === now.kind)
    if (!mine) return { ...now, signed: null }
    const { version, text, sha256 } = mine.text
    const { way, signedOn, signedAt, fileId } = mine.obligation
    return { ...now, version, text, sha256, signed: { way, signedOn, signedAt, fileId } }
  })
}

/** The scan of an own obligation that somebody brought on paper. */
export async function obligationScan(
  ctx: Ctx,
  invitationId: string,
  kind: ObligationKind,
): Promise<StoredFile> {
  const [row] = await ctx.db
    .select({ file: files })
    .from(obligations)
    .innerJoin(seats, eq(seats.id, obligations.seatId))
    .innerJoin(invitations, eq(invitations.seatId, seats.id))
    .innerJoin(files, eq(files.id, obligations.fileId))
    .where(
      and(eq(invitations.id, invitationId), eq(obligations.kind, kind), invitationVisibleTo(viewerOf(ctx))),
    )
  return found(row).file
}

function acceptedSeat(state: PanelState, invitationId: string): Seated {
  const seat = found(state.seats.find(({ invitation }) => invitation?.id === invitationId))
  if (seat.invitation?.answer !== 'accepted') throw new Problem('not-accepted')
  return seat
}

async function placeOf(ctx: Ctx, invitationId: string) {
  const [row] = await ctx.db
    .select({ panelId: seats.panelId, personId: seats.personId })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(eq(invitations.id, invitationId))
  return found(row)
}

async function keepText(ctx: Ctx, { kind, version, title, text, sha256 }: ObligationText) {
  await ctx.db
    .insert(obligationTexts)
    .values({ sha256, kind, version, title: title.ru, text, keptAt: ctx.now })
    .onConflictDoNothing()
}
