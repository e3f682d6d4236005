/**
 * Entering an order from its paper: the form names people and organisations in words, the list they mean is shown
 * first, and what is registered is exactly the list that was shown.
 */
import { inArray } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { organisationCalled } from '#app/domain/organisations/naming.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { directionVersions } from '#db/schema/index.ts'
import type { OrderEntryValue, OrderPaperInput } from './forms.ts'
import { cardsOf, peopleNamed } from './naming-people.server.ts'
import { type OrderChange, registerOrder, type Verdict } from './ordering.server.ts'

/** What the order does to one person, for the eyes of whoever enters it: its lines, then whom a new list leaves out. */
export interface EnteredLine {
  number: number
  /** as the site knows the person */
  name: string
  work: string | null
  title: string
  verdict: Verdict
  firstDay: string | null
  lastDay: string | null
  /** of an amended line: how the name will be printed; null where it stays */
  corrected: string | null
}

export type Entered = { slug: string } | { seal: string; lines: EnteredLine[] }

/** What another room checks and writes in the transaction of the order, when it comes from there. */
export interface Beside {
  before?: (ctx: ActingCtx, paper: OrderPaperInput) => Promise<void>
  after?: (ctx: ActingCtx, order: { id: string }) => Promise<void>
}

/** True for those who may register orders somewhere: whether the way to the form is shown. */
export function mayEnterOrders(ctx: Ctx): boolean {
  return (ctx.actor?.powers ?? []).some(({ capability }) => capability === 'order.register')
}

/**
 * Registers the order when `seen` is the seal of this very list and of all it would do today, else tries it, leaves
 * nothing, and answers with what it would do and the seal of that. Whatever registering would refuse is refused at the
 * field now.
 */
export async function enterOrder(
  ctx: ActingCtx,
  entry: OrderEntryValue,
  beside: Beside = {},
): Promise<Entered> {
  // Nobody learns from the form who is in the registry unless orders are this person's duty.
  if (!mayEnterOrders(ctx)) throw new Problem('forbidden')
  const { paper, places } = await understood(ctx, entry)
  try {
    return await registeredAsSeen(ctx, paper, entry.seen, beside)
  } catch (error) {
    if (error instanceof Unseen) return { seal: error.seal, lines: await linesOf(ctx, error.changes) }
    throw atPart(error, places)
  }
}

/** Thrown to leave nothing of an order whose doings nobody has looked at. */
class Unseen extends Error {
  constructor(
    readonly seal: string,
    readonly changes: readonly OrderChange[],
  ) {
    super()
  }
}

async function registeredAsSeen(
  ctx: ActingCtx,
  paper: OrderPaperInput,
  seen: string | undefined,
  { before, after }: Beside,
): Promise<Entered> {
  return atomically(ctx, async (ctx) => {
    await before?.(ctx, paper)
    const { id, slug, changes } = await registerOrder(ctx, paper)
    await after?.(ctx, { id })
    const seal = sha256({ paper, changes })
    if (seen === seal) return { slug }
    throw new Unseen(seal, changes)
  })
}

/** The changes in words. Asked when nothing of the order is left: a misspelt name stands beside the right one. */
async function linesOf(ctx: ActingCtx, changes: readonly OrderChange[]): Promise<EnteredLine[]> {
  const ids = [...new Set(changes.map(({ personId }) => personId))]
  const cards = new Map((await cardsOf(ctx, ids)).map((card) => [card.id, card]))
  const { id, shortTitle } = directionVersions
  const versions = [...new Set(changes.map((change) => change.directionVersionId))]
  const rows = await ctx.db.select({ id, shortTitle }).from(directionVersions).where(inArray(id, versions))
  const titles = new Map(rows.map((row) => [row.id, row.shortTitle]))
  return changes.flatMap(({ personId, directionVersionId, verdict, firstDay, lastDay, name: printed }) => {
    const card = cards.get(personId)
    if (!card) return []
    const { number, name, work } = card
    return {
      ...{ number, name, work, title: titles.get(directionVersionId) ?? '', verdict, firstDay, lastDay },
      corrected: verdict === 'amended' && printed !== name ? printed : null,
    }
  })
}

type PlaceInForm = { part: number; line: number }

/** A refusal about a line of the order is told at the field of its part, with the line as it stands there. */
function atPart(error: unknown, places: readonly PlaceInForm[]): unknown {
  if (!(error instanceof Problem)) return error
  if (error.field === 'issuerId') return new Problem(error.code, error.facts, 'issuer')
  if (error.field !== 'lines') return error
  const place = places[Number(error.facts.line) - 1]
  if (!place) return new Problem(error.code, error.facts, 'parts[0].people')
  return new Problem(error.code, { ...error.facts, line: place.line }, `parts[${place.part}].people`)
}

async function understood(ctx: ActingCtx, entry: OrderEntryValue) {
  const { issuer, agreedWith, parts, seen: _, list: __, ...requisites } = entry
  const titles = await directionsOf(ctx, entry)
  const [issuerId, agreedWithId] = [
    await organisationOf(ctx, issuer, 'issuer', entry.day),
    agreedWith ? await organisationOf(ctx, agreedWith, 'agreedWith', entry.day) : null,
  ]
  const places: PlaceInForm[] = []
  const items: OrderPaperInput['lines'] = []
  for (const [part, { direction, act, firstDay, lastDay, people }] of parts.entries()) {
    const version = direction ? titles.get(direction) : undefined
    if (!direction && !people) continue
    if (!version) throw new Problem('invalid', {}, `parts[${part}].direction`)
    for (const { line, personId, corrected } of await namedIn(ctx, people ?? '', part, act)) {
      const correctedName = corrected ?? undefined
      const about = { personId, directionVersionId: version.id, tier: version.tier }
      items.push({ ...about, act, firstDay, lastDay, correctedName })
      places.push({ part, line })
    }
  }
  return { paper: { ...requisites, issuerId, agreedWithId, lines: items }, places }
}

function namedIn(ctx: ActingCtx, people: string, part: number, act: string) {
  return peopleNamed(ctx, people, { field: `parts[${part}].people`, arrows: act === 'amend' })
}

/** As it was called on the day of the order. */
async function organisationOf(ctx: Ctx, text: string, field: string, day: string): Promise<string> {
  try {
    const one = await organisationCalled(ctx, text, day)
    if (one) return one.id
    if (await organisationCalled(ctx, text, 'ever')) throw new Problem('issuer-closed')
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.code, error.facts, field)
    throw error
  }
  throw new Problem('issuer-unknown', {}, field)
}

async function directionsOf(ctx: Ctx, { parts }: OrderEntryValue) {
  const ids = parts.flatMap(({ direction }) => direction ?? [])
  if (ids.length === 0) return new Map<string, never>()
  const { id, tier, shortTitle: title } = directionVersions
  const rows = await ctx.db.select({ id, tier, title }).from(directionVersions).where(inArray(id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}
