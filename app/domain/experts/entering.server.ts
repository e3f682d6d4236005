/**
 * Entering an order from its paper: the form names people and organisations in words, the list they mean is shown
 * first, and what is registered is exactly the list that was shown.
 */
import { inArray, sql } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { organisationCalled } from '#app/domain/organisations/naming.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { directionVersions } from '#db/schema/index.ts'
import type { OrderEntryValue, OrderPaperInput } from './forms.ts'
import { type OrderChange, registerOrder, type Verdict } from './ordering.server.ts'
import { type ListedPerson, listedPeople } from './people-list.ts'

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

/** True for those who may register orders somewhere: whether the way to the form is shown. */
export function mayEnterOrders(ctx: Ctx): boolean {
  return (ctx.actor?.powers ?? []).some(({ capability }) => capability === 'order.register')
}

/**
 * Registers the order when `seen` is the seal of this very list and of all it would do today, else tries it, leaves
 * nothing, and answers with what it would do and the seal of that. Whatever registering would refuse is refused at the
 * field now.
 */
export async function enterOrder(ctx: ActingCtx, entry: OrderEntryValue): Promise<Entered> {
  // Nobody learns from the form who is in the registry unless orders are this person's duty.
  if (!mayEnterOrders(ctx)) throw new Problem('forbidden')
  const { paper, places } = await understood(ctx, entry)
  try {
    return await registeredAsSeen(ctx, paper, entry.seen)
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

async function registeredAsSeen(ctx: ActingCtx, paper: OrderPaperInput, seen?: string): Promise<Entered> {
  return atomically(ctx, async (ctx) => {
    const { slug, changes } = await registerOrder(ctx, paper)
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
  const { issuer, agreedWith, parts, seen: _, ...requisites } = entry
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
    for (const { line, personId, corrected } of await peopleOf(ctx, people ?? '', part, act)) {
      const correctedName = corrected ?? undefined
      const about = { personId, directionVersionId: version.id, tier: version.tier }
      items.push({ ...about, act, firstDay, lastDay, correctedName })
      places.push({ part, line })
    }
  }
  return { paper: { ...requisites, issuerId, agreedWithId, lines: items }, places }
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

type Card = { id: string; number: number; name: string; work: string | null }
type Found = Omit<Card, 'work'> & { folded: string }

/** Each line's person; the first line that names nobody, or several, is refused with its number in the text. */
async function peopleOf(ctx: ActingCtx, text: string, part: number, act: 'begin' | 'end' | 'amend') {
  const field = `parts[${part}].people`
  const listed = listedPeople(text)
  if (listed.length === 0) throw new Problem('order-empty', {}, field)
  if (listed.length > 5000) throw new Problem('too-many', {}, field)
  const known = await knownPeople(ctx, listed)
  return listed.map(({ line, number, name, corrected }) => {
    if (corrected !== null && act !== 'amend') throw new Problem('line-arrow', { line }, field)
    if (corrected !== null && corrected.split(' ').length < 2)
      throw new Problem('line-corrected', { line }, field)
    const fits =
      number === null
        ? distinct(known.filter(({ folded }) => folded === name))
        : known.filter(({ asked }) => asked === number)
    const [only] = fits
    if (!only) throw new Problem(number === null ? 'line-nobody' : 'line-no-number', { line }, field)
    if (fits.length > 1)
      throw new Problem(
        'line-many',
        { line, numbers: fits.map((one) => `№ ${one.number}`).join(', ') },
        field,
      )
    if (number !== null && name !== '' && !only.folded.startsWith(name))
      throw new Problem('line-other', { line, name: only.name }, field)
    return { line, personId: only.id, corrected }
  })
}

/** People by number or full name; a number from before a merge leads to the card that stayed. */
async function knownPeople(ctx: ActingCtx, listed: readonly ListedPerson[]) {
  const numbers = listed.flatMap(({ number }) => number ?? [])
  const names = listed.flatMap(({ number, name }) => (number === null ? [name] : []))
  const rows = await ctx.db.execute<Found & { asked: number } & Record<string, unknown>>(sql`
    select k.id, k.number, ${fullName} as name, trim(k.name_norm) as folded, p.number as asked
    from people p join people k on k.id = coalesce(p.merged_into_id, p.id)
    where p.number in ${[0, ...numbers]}
      or (p.merged_into_id is null and trim(p.name_norm) in ${['', ...names]})`)
  return [...rows]
}

const fullName = sql`trim(concat_ws(' ', k.family_name, k.given_name, k.patronymic))`

/** Names of today and where they work, for whoever enters orders. */
async function cardsOf(ctx: ActingCtx, ids: readonly string[]): Promise<Card[]> {
  const rows = await ctx.db.execute<Card & Record<string, unknown>>(sql`
    select k.id, k.number, ${fullName} as name,
      (select concat_ws(', ', e.post, o.short_name) from employments e join organisations o on o.id = e.organisation_id
        where e.person_id = k.id and e.during @> ${ctx.actor.today}::date order by e.id limit 1) as work
    from people k where k.id in ${[...ids]}`)
  return [...rows]
}

/** Two numbers of one person, after a merge, are one person. */
function distinct<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
