/**
 * People as a list names them: one a line, by registry number or full name, for whoever's duty orders are.
 *
 * Nobody is guessed: a line that fits nobody, or several, is refused with its number in the text.
 */
import { sql } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { type ListedPerson, listedPeople } from './people-list.ts'

export type Card = { id: string; number: number; name: string; work: string | null }
type Found = Omit<Card, 'work'> & { folded: string }

/** Each line's person, told at the field; an arrow with the right spelling only where `arrows` allow it. */
export async function peopleNamed(
  ctx: ActingCtx,
  text: string,
  { field, arrows = false }: { field: string; arrows?: boolean },
) {
  const listed = listedPeople(text)
  if (listed.length === 0) throw new Problem('order-empty', {}, field)
  if (listed.length > 5000) throw new Problem('too-many', {}, field)
  const known = await knownPeople(ctx, listed)
  return listed.map(({ line, number, name, corrected }) => {
    if (corrected !== null && !arrows) throw new Problem('line-arrow', { line }, field)
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
      throw new Problem('line-other', { line, number: only.number }, field)
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
export async function cardsOf(ctx: ActingCtx, ids: readonly string[]): Promise<Card[]> {
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
