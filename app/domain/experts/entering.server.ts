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
import { registerOrder } from './ordering.server.ts'
import { type ListedPerson, listedPeople } from './people-list.ts'

/** A line as it was understood, for the eyes of whoever enters the order. */
export interface EnteredLine {
  number: number
  name: string
  work: string | null
  title: string
  act: 'begin' | 'end'
  firstDay: string | null
  lastDay: string | null
}

export type Entered = { slug: string } | { seal: string; lines: EnteredLine[] }

/** True for those who may register orders somewhere: whether the way to the form is shown. */
export function mayEnterOrders(ctx: Ctx): boolean {
  return (ctx.actor?.powers ?? []).some(({ capability }) => capability === 'order.register')
}

/**
 * Registers the order when `seen` is the seal of this very list, else tries it, leaves nothing, and answers with the
 * list and its seal. Whatever registering would refuse is refused at the field now.
 */
export async function enterOrder(ctx: ActingCtx, entry: OrderEntryValue): Promise<Entered> {
  // Nobody learns from the form who is in the registry unless orders are this person's duty.
  if (!mayEnterOrders(ctx)) throw new Problem('forbidden')
  const { paper, lines, places } = await understood(ctx, entry)
  const seal = sha256(paper)
  try {
    if (entry.seen === seal) return { slug: (await registerOrder(ctx, paper)).slug }
    await tried(ctx, paper)
  } catch (error) {
    throw atPart(error, places)
  }
  return { seal, lines }
}

class Tried extends Error {}

async function tried(ctx: ActingCtx, paper: OrderPaperInput) {
  try {
    await atomically({ ...ctx, recorded: [] }, async (ctx) => {
      await registerOrder(ctx, paper)
      throw new Tried()
    })
  } catch (error) {
    if (!(error instanceof Tried)) throw error
  }
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
    await organisationOf(ctx, issuer, 'issuer'),
    agreedWith ? await organisationOf(ctx, agreedWith, 'agreedWith') : null,
  ]
  const lines: EnteredLine[] = []
  const places: PlaceInForm[] = []
  const items: OrderPaperInput['lines'] = []
  for (const [part, { direction, act, firstDay, lastDay, people }] of parts.entries()) {
    const version = direction ? titles.get(direction) : undefined
    if (!direction && !people) continue
    if (!version) throw new Problem('invalid', {}, `parts[${part}].direction`)
    const term = act === 'begin' ? { firstDay, lastDay } : {}
    for (const { line, person } of await peopleOf(ctx, people ?? '', part)) {
      const { id, ...shown } = person
      items.push({ personId: id, directionVersionId: version.id, tier: version.tier, act, ...term })
      places.push({ part, line })
      lines.push({
        ...{ ...shown, title: version.title, act },
        ...{ firstDay: term.firstDay ?? null, lastDay: term.lastDay ?? null },
      })
    }
  }
  return { paper: { ...requisites, issuerId, agreedWithId, lines: items }, lines, places }
}

async function organisationOf(ctx: Ctx, text: string, field: string): Promise<string> {
  try {
    const one = await organisationCalled(ctx, text)
    if (one) return one.id
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

type Found = { id: string; number: number; name: string; folded: string; work: string | null }

/** Each line's person; the first line that names nobody, or several, is refused with its number in the text. */
async function peopleOf(ctx: ActingCtx, text: string, part: number) {
  const field = `parts[${part}].people`
  const listed = listedPeople(text)
  if (listed.length === 0) throw new Problem('order-empty', {}, field)
  if (listed.length > 5000) throw new Problem('too-many', {}, field)
  const known = await knownPeople(ctx, listed)
  return listed.map(({ line, number, name }) => {
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
    const { id, name: fullName, work } = only
    return { line, person: { id, number: only.number, name: fullName, work } }
  })
}

/** People by number or full name; a number from before a merge leads to the card that stayed. */
async function knownPeople(ctx: ActingCtx, listed: readonly ListedPerson[]) {
  const numbers = listed.flatMap(({ number }) => number ?? [])
  const names = listed.flatMap(({ number, name }) => (number === null ? [name] : []))
  const rows = await ctx.db.execute<Found & { asked: number } & Record<string, unknown>>(sql`
    select k.id, k.number, trim(concat_ws(' ', k.family_name, k.given_name, k.patronymic)) as name,
      trim(k.name_norm) as folded, p.number as asked,
      (select concat_ws(', ', e.post, o.short_name) from employments e join organisations o on o.id = e.organisation_id
        where e.person_id = k.id and e.during @> ${ctx.actor.today}::date order by e.id limit 1) as work
    from people p join people k on k.id = coalesce(p.merged_into_id, p.id)
    where p.number in ${[0, ...numbers]}
      or (p.merged_into_id is null and trim(p.name_norm) in ${['', ...names]})`)
  return [...rows]
}

/** Two numbers of one person, after a merge, are one person. */
function distinct<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
