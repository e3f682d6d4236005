/** The protocol of a selection for everybody: what can be recomputed, with names joined only when they are shown. */
import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { invitations, people, seats, selections } from '#db/schema/index.ts'
import { standingSelection, unlockedState } from './facts.server.ts'
import { hundredthsOf } from './lottery/protocol.ts'
import { publicPanelId } from './objects/public.server.ts'
import { placesOf } from './places.server.ts'
import { type KeptRow, type KeptRules, protocolOf } from './protocol.ts'
import { directionsOf } from './queries.server.ts'
import { type AnyProtocol, type Fault, replaySelection } from './replaying.ts'
import { panelRules } from './rules.ts'

export interface ProtocolView {
  protocol: AnyProtocol
  sha256: string
  state: Awaited<ReturnType<typeof unlockedState>>
  directions: Awaited<ReturnType<typeof directionsOf>>
  chosen: {
    number: number
    name: string | null
    organisation: string | null
    choice: AnyProtocol['chosen'][number]
    answer: 'accepted' | 'declined' | 'waiting' | 'reserve' | 'left' | 'chosen'
    promoted: boolean
  }[]
  /** of a lot that was announced and is not drawn yet */
  announced: { commitment: string; source: string } | null
  /** selections that this one follows, the last first: drawing or choosing anew leaves a trace; nobody is named */
  earlier: { method: AnyProtocol['method']; at: Date; sha256: string; undrawn: boolean }[]
}

/** The standing protocol of a panel. Why somebody declined is never in it. */
export async function protocolByNumber(ctx: Ctx, number: number): Promise<ProtocolView> {
  const panelId = await publicPanelId(ctx, number)
  const selection = found(await standingSelection(ctx, panelId))
  const state = await unlockedState(ctx, panelId)
  const protocol = protocolOf(state, selection)
  const numbers = protocol.chosen.map(({ person }) => person)
  const known =
    numbers.length === 0
      ? []
      : await ctx.db
          .select({ id: people.id, number: people.number })
          .from(people)
          .where(inArray(people.number, numbers))
  const places = new Map(
    (
      await placesOf(
        ctx,
        known.map(({ id }) => id),
      )
    ).map((place) => [place.number, place]),
  )
  const answers = await answersTo(ctx, selection.id)
  const chosen = protocol.chosen.map((choice) => {
    const place = places.get(choice.person)
    const seat = answers.get(place?.personId ?? '')
    return {
      number: choice.person,
      name: place?.name ?? null,
      organisation: place?.organisation ?? null,
      choice,
      answer: answerOf(seat),
      promoted: seat?.replaces !== undefined && seat.replaces !== null,
    }
  })
  const { source = '' } = selection.rules as unknown as KeptRules
  const announced =
    selection.commitment && selection.seed === null ? { commitment: selection.commitment, source } : null
  return {
    protocol,
    sha256: selection.sha256,
    state,
    directions: await directionsOf(ctx, panelId),
    chosen,
    announced,
    earlier: await earlierThan(ctx, panelId),
  }
}

async function earlierThan(ctx: Ctx, panelId: string): Promise<ProtocolView['earlier']> {
  const { method, selectedAt, sha256, commitment, seed } = selections
  const rows = await ctx.db
    .select({ method, at: selectedAt, sha256, commitment, seed })
    .from(selections)
    .where(and(eq(selections.panelId, panelId), isNotNull(selections.supersededById)))
    .orderBy(desc(selections.id))
    .limit(50)
  return rows.map(({ commitment, seed, ...row }) => ({
    ...row,
    undrawn: commitment !== null && seed === null,
  }))
}

/** Recomputes the standing selection from its protocol alone. */
export function replayOf({ protocol }: ProtocolView): Fault[] {
  return replaySelection(protocol)
}

/**
 * The same on full data, for whoever may read the closed base everywhere; null for anybody else, and where nothing closed
 * was used. Only the verdict leaves, never the list.
 */
export async function wholeFaults(ctx: Ctx, number: number): Promise<Fault[] | null> {
  if (panelRules.selectClosed(ctx.actor, {}) !== null) return null
  const panelId = await publicPanelId(ctx, number)
  const selection = found(await standingSelection(ctx, panelId))
  const { closed } = selection.rules as unknown as KeptRules
  if (closed === undefined) return null
  return replaySelection(protocolOf(await unlockedState(ctx, panelId), selection, { whole: true }))
}

/** How many people have which probability, the likeliest first, and the visitor's own; null without a lottery. */
export function chancesOf(protocol: AnyProtocol, ownRow?: number) {
  if (protocol.format === 1 || protocol.method !== 'lot') return null
  const { panels, probabilities, proven } = protocol.lottery
  const people = new Map<string, number>()
  for (const exact of probabilities) people.set(exact, (people.get(exact) ?? 0) + 1)
  const level = (exact: string) => ({ exact, hundredths: hundredthsOf(exact) })
  const levels = [...people].map(([exact, count]) => ({ ...level(exact), people: count }))
  levels.sort((a, b) => b.hundredths - a.hundredths || (a.exact < b.exact ? -1 : 1))
  const own = probabilities[protocol.candidates.findIndex(({ row }) => row === ownRow)]
  return { panels: panels.length, proven, levels, own: own === undefined ? null : level(own) }
}

/** The protocol without what is long in it, for a page that does not replay. */
export function withoutLists(protocol: AnyProtocol): AnyProtocol {
  const short = { ...protocol, candidates: [] }
  return short.format !== 1 && short.method === 'lot'
    ? { ...short, lottery: { ...short.lottery, probabilities: [], panels: [] } }
    : short
}

/** The row of one person in the standing list, with the salt that proves it; null for who is not in it. */
export async function ownRow(
  ctx: Ctx,
  number: number,
): Promise<{ row: number; salt: string; token: string } | null> {
  if (!ctx.actor) return null
  const selection = await standingSelection(ctx, await publicPanelId(ctx, number))
  const rows = (selection?.candidates ?? []) as unknown as KeptRow[]
  const own = rows.find(({ personId }) => personId === ctx.actor?.personId)
  return own ? { row: own.row, salt: own.salt, token: own.token } : null
}

type Answered = {
  standing: string
  leftAt: Date | null
  replaces: string | null
  answer: string | null
  asked: boolean
}

async function answersTo(ctx: Ctx, selectionId: string): Promise<Map<string, Answered>> {
  const rows = await ctx.db
    .select({
      personId: seats.personId,
      standing: seats.standing,
      leftAt: seats.leftAt,
      replaces: seats.replacesId,
      answer: invitations.answer,
      invitationId: invitations.id,
    })
    .from(seats)
    .leftJoin(invitations, eq(invitations.seatId, seats.id))
    .where(eq(seats.selectionId, selectionId))
    // of who was asked again the newest seat counts
    .orderBy(asc(seats.createdAt))
  return new Map(
    rows.map(({ personId, invitationId, ...row }) => [personId, { ...row, asked: invitationId !== null }]),
  )
}

function answerOf(seat: Answered | undefined): ProtocolView['chosen'][number]['answer'] {
  if (!seat) return 'chosen'
  if (seat.answer === 'accepted' && seat.leftAt === null) return 'accepted'
  if (seat.answer === 'declined' || seat.answer === 'expired') return 'declined'
  if (seat.leftAt !== null) return 'left'
  if (seat.standing === 'reserve') return 'reserve'
  return seat.asked ? 'waiting' : 'chosen'
}
