/** Reads of panels. Work in progress goes through reach; protocols and issued conclusions are public. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { declaredSeat, invitationVisibleTo, panelVisibleTo } from '#db/reach/panels.ts'
import {
  conclusions,
  directionVersions,
  drafts,
  invitations,
  organisations,
  panelDirections,
  panels,
  rounds,
  seats,
  secondSheets,
  sheets,
} from '#db/schema/index.ts'
import { type PanelState, panelState, rulesOf, standingSelection } from './facts.server.ts'
import { hrefOf } from './objects/object.ts'
import { type Place, placesOf } from './places.server.ts'

export type PanelStage =
  | 'select'
  | 'invite'
  | 'answers'
  | 'convene'
  | 'sheets'
  | 'conclude'
  | 'issued'
  | 'cancelled'

/** Panels the viewer works on, newest first; `before` is the number of the last one shown. */
export async function listPanels(ctx: ActingCtx, before?: number, limit = 25) {
  const rows = await ctx.db
    .select({
      panel: panels,
      slug: drafts.slug,
      about: objectTitle,
      organisation: organisations.shortName,
    })
    .from(panels)
    .leftJoin(drafts, eq(drafts.id, panels.draftId))
    .innerJoin(organisations, eq(organisations.id, panels.organisationId))
    .where(and(panelVisibleTo(viewerOf(ctx)), before ? sql`${panels.number} < ${before}` : undefined))
    .orderBy(desc(panels.number))
    .limit(limit + 1)
  const page = []
  for (const { panel, about, slug, ...row } of rows.slice(0, limit)) {
    const state = await panelState(ctx, panel.id)
    page.push({
      ...row,
      object: { kind: panel.objectKind, title: about, href: staffHref(panel, slug) },
      number: panel.number,
      title: panel.title,
      lastDay: panel.lastDay,
      ...progressOf(state),
    })
  }
  return { page, next: rows.length > limit ? page.at(-1)?.number : undefined }
}

/** What stage a panel is in, and how far its answers and sheets are. */
export function progressOf({ panel, seats: seated, facts }: PanelState) {
  const members = seated.filter(({ standing }) => standing === 'member')
  const waiting = members.filter(({ invitation }) => invitation?.answer === null).length
  return {
    stage: stageOf(facts, members.length > 0, waiting),
    members: members.length,
    accepted: facts.memberIds.length,
    size: panel.size,
  }
}

function stageOf(facts: PanelState['facts'], seated: boolean, waiting: number): PanelStage {
  if (facts.cancelled) return 'cancelled'
  if (facts.issued) return 'issued'
  if (facts.convened) return facts.allSent ? 'conclude' : 'sheets'
  if (!seated) return 'select'
  if (!facts.invited) return 'invite'
  return waiting > 0 || !facts.complete ? 'answers' : 'convene'
}

/** A panel for those who work on it: seats with people, directions, the standing selection. */
export async function panelByNumber(ctx: Ctx, number: number) {
  const viewer = viewerOf(ctx)
  const [known] = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .where(and(eq(panels.number, number), panelVisibleTo(viewer)))
  const state = await panelState(ctx, found(known).id)
  const places = new Map(
    (
      await placesOf(
        ctx,
        state.seats.map(({ personId }) => personId),
      )
    ).map((place) => [place.personId, place]),
  )
  const sent = await sentSheets(ctx, state.panel.id)
  return {
    ...state,
    ...progressOf(state),
    directions: await directionsOf(ctx, state.panel.id),
    rules: await rulesOf(ctx, state.panel),
    selection: await standingSelection(ctx, state.panel.id),
    seated: state.seats.map((seat) => ({
      ...seat,
      place: places.get(seat.personId) as Place,
      sheet: sent.get(seat.id) ?? null,
    })),
  }
}

/** Directions that the panel must cover, in the order of their list. */
export async function directionsOf(ctx: Pick<Ctx, 'db'>, panelId: string) {
  return ctx.db
    .select({
      id: directionVersions.id,
      title: directionVersions.title,
      shortTitle: directionVersions.shortTitle,
      minimum: panelDirections.minimum,
    })
    .from(panelDirections)
    .innerJoin(directionVersions, eq(directionVersions.id, panelDirections.directionVersionId))
    .where(eq(panelDirections.panelId, panelId))
    .orderBy(directionVersions.position, directionVersions.id)
}

async function sentSheets(ctx: Ctx, panelId: string) {
  const rows = await ctx.db
    .select({ id: sheets.id, seatId: sheets.seatId, sentAt: sheets.sentAt })
    .from(sheets)
    .where(eq(sheets.panelId, panelId))
  return new Map(rows.map((row) => [row.seatId, row]))
}

/** The actor's invitations, newest first, with the sheet or the conclusion they led to. */
export async function ownInvitations(ctx: ActingCtx) {
  const rows = await ctx.db
    .select({
      invitation: invitations,
      seat: { id: seats.id, isChair: seats.isChair, leftAt: seats.leftAt },
      panel: {
        number: panels.number,
        title: panels.title,
        lastDay: panels.lastDay,
        objectKind: panels.objectKind,
        subjectAddress: panels.subjectAddress,
        closed: panels.closed,
        convenedAt: panels.convenedAt,
        cancelledAt: panels.cancelledAt,
      },
      slug: drafts.slug,
      about: objectTitle,
      organisation: organisations.shortName,
      sheet: { id: sheets.id, sentAt: sheets.sentAt },
      conclusion: { number: conclusions.number, issuedAt: conclusions.issuedAt },
      round: roundAwaits,
      declared: declaredSeat,
    })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .leftJoin(drafts, eq(drafts.id, panels.draftId))
    .innerJoin(organisations, eq(organisations.id, panels.organisationId))
    .leftJoin(sheets, eq(sheets.seatId, seats.id))
    .leftJoin(conclusions, and(eq(conclusions.panelId, panels.id), lastRevision))
    .where(invitationVisibleTo(viewerOf(ctx)))
    .orderBy(desc(invitations.sentAt), desc(invitations.id))
    .limit(100)
  return rows.map(({ slug, about, declared, ...row }) => {
    // closed material opens to who accepted and has signed both papers
    const told = row.invitation.answer === 'accepted' && declared
    const { objectKind: kind, closed } = row.panel
    return {
      ...row,
      object: { kind, title: closed && !told ? null : about, href: openTo(row.panel, told, slug) },
    }
  })
}

/** Directions that can be asked for, by their short names: the lists in force today, in their order. */
export async function directionChoices(ctx: Ctx, today: string) {
  const rows = await ctx.db.execute<{ id: string; title: string; tier: string }>(sql`
    select v.id, v.short_title as title, v.tier from direction_versions v join direction_lists l on l.id = v.list_id
    where l.during @> ${today}::date order by lower(l.during) desc, v.position`)
  return rows.map(({ id, title, tier }) => ({ id, title, tier }))
}

/** Files, and where a closed system stands, are opened to members; whoever was not heard yet finds the object by its words. */
function openTo(panel: Openable & { closed: boolean }, told: boolean, slug: string | null) {
  const guarded = panel.objectKind === 'files' || panel.objectKind === 'submission' || panel.closed
  return guarded && !told ? null : hrefOf(panel, slug === null ? null : { slug })
}
type Openable = Parameters<typeof hrefOf>[0]

/** A coded work is read by its experts; for those who conduct its panel it has no page. */
function staffHref(panel: Openable, slug: string | null) {
  return panel.objectKind === 'submission' ? null : hrefOf(panel, slug === null ? null : { slug })
}

/** A round is open and waits for the second marks of the sheet. */
const roundAwaits = sql<boolean>`exists (select 1 from ${secondSheets} x join ${rounds} r on r.id = x.round_id
  where x.sheet_id = ${sheets.id} and x.sent_at is null and r.closed_at is null)`

/** The words of a panel's object, with `drafts` joined. */
const objectTitle = sql<string>`coalesce(${drafts.title}, ${panels.subject})`

/** Of several conclusions of a panel the one that was begun last. */
const lastRevision = sql`${conclusions.revision} = (select max(c.revision) from conclusions c where c.panel_id = ${panels.id})`
