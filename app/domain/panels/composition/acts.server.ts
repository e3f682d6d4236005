/**
 * The act of composition: a draft order names members, reserve, chair, deputy, secretary and terms; once it is signed
 * outside, its number and day are entered, and the composition stands by it. A later change is an amending act.
 *
 * What is entered is what was printed: the form carries the hash of the composition, and a change in between is told.
 */

import { and, asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { isDay } from '#app/domain/documents/fields.ts'
import { keepSigned } from '#app/domain/files/signed.server.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { refuseConflicted } from '#app/domain/panels/conflicts/guarding.server.ts'
import { lockPanel, type PanelState, panelState } from '#app/domain/panels/facts.server.ts'
import type { Scan } from '#app/domain/panels/invitations/recording.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { files, panelActSeats, panelActs, panels } from '#db/schema/index.ts'
import { openSheets } from './opening.server.ts'
import { peopleIn } from './people.server.ts'
import { lastActOf, roleOf } from './standing.server.ts'

export interface Line {
  seatId: string
  personId: string
  number: number
  name: string
  work: string
  post: string
  role: 'chair' | 'deputy' | 'member' | 'reserve'
}

export interface Composition {
  lines: Line[]
  secretary: { personId: string; name: string } | null
  /** of the composition as it stands */
  sha256: string
}

const order = ['chair', 'deputy', 'member', 'reserve']

/** The composition as it stands now: those who accepted with their roles, and the reserve. */
export async function compositionOf(ctx: Ctx, state: PanelState): Promise<Composition> {
  const { panel, seats: seated } = state
  const standing = seated.filter(
    (seat) =>
      seat.standing === 'reserve' || (seat.standing === 'member' && seat.invitation?.answer === 'accepted'),
  )
  const ids = standing.map(({ personId }) => personId)
  const known = await peopleIn(ctx, panel.secretaryId ? [...ids, panel.secretaryId] : ids)
  const lines = standing
    .map((seat): Line => {
      const person = found(known.get(seat.personId))
      return { seatId: seat.id, personId: seat.personId, ...person, role: roleOf(seat) }
    })
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  const secretary = panel.secretaryId
    ? { personId: panel.secretaryId, name: known.get(panel.secretaryId)?.name ?? '' }
    : null
  const said = lines.map(({ number, role }) => ({ number, role })).sort((a, b) => a.number - b.number)
  const keeper = panel.secretaryId ? (known.get(panel.secretaryId)?.number ?? null) : null
  return {
    ...{ lines, secretary },
    sha256: sha256({ panel: panel.number, until: panel.lastDay, secretary: keeper, people: said }),
  }
}

export interface EnteredAct {
  number: string
  day: string
  /** hash of the composition that was printed */
  seal: string
}

/** Enters number and day of the signed act. In a panel at work it opens the sheets of those it brings in. */
export async function registerAct(
  ctx: ActingCtx,
  panelId: string,
  { number, day, seal }: EnteredAct,
  scan?: Scan,
): Promise<void> {
  await refuseConflicted(ctx, panelId, panelRules.compose, { decided: true })
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.compose, ctx.actor, state.facts)
    const now = await compositionOf(ctx, state)
    if (now.sha256 !== seal) throw new Problem('stale')
    const before = await lastActOf(ctx, panelId)
    if (before && state.facts.approved) throw new Problem('act-changes-nothing')
    refuseBadDay(ctx, state, day, before?.act.day)
    const id = uuidv7()
    const fileId = scan ? await keepScan(ctx, id, scan) : null
    const kind = before ? ('amendment' as const) : ('composition' as const)
    const [kept] = await ctx.db
      .insert(panelActs)
      .values({
        ...{ id, panelId, kind, number, day, sha256: now.sha256, fileId },
        ...{ secretaryId: now.secretary?.personId ?? null, secretaryName: now.secretary?.name ?? '' },
        ...{ enteredById: ctx.actor.personId, enteredAt: ctx.now },
      })
      .onConflictDoNothing()
      .returning({ id: panelActs.id })
    if (!kept) throw new Problem('act-known', {}, 'number')
    await ctx.db
      .insert(panelActSeats)
      .values(now.lines.map(({ seatId, role, name }) => ({ actId: id, seatId, role, name })))
    const facts = { panel: state.panel.number, kind, sha256: now.sha256 }
    await record(ctx, 'panel.act-entered', { kind: 'panel', id: panelId }, facts)
    await tell(ctx, state, now, before?.seats.map(({ seatId }) => seatId) ?? [], { number, day })
    await openSheets(ctx, await lockPanel(ctx, panelId))
  })
}

/** Whether an act composes this panel, whatever the settings say for its tier; until it is convened. */
export async function setByAct(ctx: ActingCtx, panelId: string, byAct: boolean): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.byAct, ctx.actor, state.facts)
    if (!byAct && (await lastActOf(ctx, panelId))) throw new Problem('act-entered')
    await ctx.db.update(panels).set({ byAct }).where(eq(panels.id, panelId))
    await record(ctx, 'panel.act-switched', { kind: 'panel', id: panelId }, { byAct })
  })
}

/** Acts of a panel as anybody may know them, the first one first. */
export async function actsOf(ctx: Pick<Ctx, 'db'>, panelId: string) {
  const { id, kind, number, day } = panelActs
  return ctx.db
    .select({ id, kind, number, day, scan: files.id })
    .from(panelActs)
    .leftJoin(files, eq(files.id, panelActs.fileId))
    .where(eq(panelActs.panelId, panelId))
    .orderBy(asc(panelActs.id))
}

/** The scan of an act, for those who work on the panel: it lists people whatever grounds they gave. */
export async function actScan(ctx: ActingCtx, panelId: string, actId: string): Promise<StoredFile> {
  const { facts } = await panelState(ctx, panelId)
  authorize(panelRules.read, ctx.actor, facts)
  const [row] = await ctx.db
    .select({ file: files })
    .from(panelActs)
    .innerJoin(files, eq(files.id, panelActs.fileId))
    .where(and(eq(panelActs.id, actId), eq(panelActs.panelId, panelId)))
  return found(row).file
}

function refuseBadDay(ctx: ActingCtx, { panel }: PanelState, day: string, before: string | undefined) {
  if (!isDay(day)) throw new Problem('day', {}, 'day')
  if (day > dayOf(ctx.now, ctx.zone)) throw new Problem('day-future', {}, 'day')
  const begun = panel.createdAt.toISOString().slice(0, 10)
  if (day < (before ?? begun)) throw new Problem('act-too-early', { day: before ?? begun }, 'day')
}

async function tell(
  ctx: ActingCtx,
  { panel, object }: PanelState,
  { lines }: Composition,
  before: readonly string[],
  act: { number: string; day: string },
) {
  const fresh = lines.filter(({ seatId, role }) => role !== 'reserve' && !before.includes(seatId))
  await notifyAll(
    ctx,
    fresh.map(({ personId }) => personId),
    'panel.composed',
    {
      ...{ objectKind: 'panel', objectId: panel.id, address: '/cabinet/invitations' },
      facts: { ...told(object), ...act },
    },
  )
}

async function keepScan(ctx: ActingCtx, objectId: string, { dataDir, name, bytes }: Scan): Promise<string> {
  return (await keepSigned(ctx, dataDir, { name, bytes, objectKind: 'panel-act', objectId })).id
}
