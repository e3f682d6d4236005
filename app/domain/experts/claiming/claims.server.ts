/** Claims as their maker sees them, and as those who decide do. */
import { sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { claimDecidedBy } from '#db/reach/activation.ts'

export interface OwnClaim {
  id: string
  entry: number
  said: string
  state: 'open' | 'confirmed' | 'refused' | 'recalled'
  madeAt: string
  decidedAt: string | null
  reason: string
  [column: string]: unknown
}

export interface ShownClaim extends OwnClaim {
  number: number
  name: string
  /** the entry's names as orders print them */
  printed: string[]
  entryName: string
  work: string | null
  /** the entry has an account already */
  taken: boolean
}

const ofClaim = sql`c.id, e.number as entry, c.said, c.state, c.made_at as "madeAt", c.decided_at as "decidedAt", c.reason`

/** Claims of the actor, newest first; the one that was confirmed is found from the entry that the actor is now. */
export async function ownClaims(ctx: ActingCtx): Promise<OwnClaim[]> {
  const me = ctx.actor.personId
  const rows = await ctx.db.execute<OwnClaim>(sql`
    select ${ofClaim} from claims c join people e on e.id = c.entry_id
    where c.person_id = ${me} or (c.entry_id = ${me} and c.state = 'confirmed') order by c.id desc limit 20`)
  return [...rows]
}

/** Open claims in reach, oldest first: they wait. Problem('forbidden') for whoever decides on none. */
export async function openClaims(ctx: ActingCtx, after: string | null, limit: number) {
  assertDecider(ctx)
  const rows = await ctx.db.execute<ShownClaim>(
    sql`${shown(ctx)} and c.state = 'open' and ${after ? sql`c.id > ${after}` : sql`true`} order by c.id limit ${limit + 1}`,
  )
  const page = [...rows].slice(0, limit)
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** One claim in reach, open or decided. */
export async function claimShown(ctx: ActingCtx, id: string): Promise<ShownClaim> {
  assertDecider(ctx)
  const [row] = await ctx.db.execute<ShownClaim>(sql`${shown(ctx)} and c.id = ${id}`)
  return found(row)
}

function shown(ctx: ActingCtx) {
  return sql`select ${ofClaim}, p.number, trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name,
      trim(concat_ws(' ', e.family_name, e.given_name, e.patronymic)) as "entryName",
      array(select distinct i.printed_name from order_items i where i.person_id = e.id) as printed,
      (select concat_ws(', ', w.post, o.short_name) from employments w join organisations o on o.id = w.organisation_id
        where w.person_id = e.id and w.during @> ${ctx.actor.today}::date order by w.id limit 1) as work,
      exists (select from users u where u.person_id = e.id) as taken
    from claims c join people p on p.id = c.person_id join people e on e.id = c.entry_id
    where ${claimDecidedBy(viewerOf(ctx))}`
}

function assertDecider({ actor }: Ctx): void {
  if (!actor?.powers.some(({ capability }) => capability === 'claim.decide')) throw new Problem('forbidden')
}
