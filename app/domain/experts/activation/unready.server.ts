/**
 * People of the registry who cannot sign in yet: a status holds today, and there is no account, or one found by number
 * alone. Whoever prints their slips sees name and work of their own people, whatever the open registry shows.
 */
import { sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { activatedBy } from '#db/reach/activation.ts'
import { inForce } from '#db/reach/experts.ts'

export interface Unready {
  id: string
  number: number
  name: string
  work: string
  /** has an account that is found by number alone: the slip sets a new password */
  again: boolean
  /** the code that would work now */
  code: { kind: 'letter' | 'slip' | 'counter'; until: string } | null
  [column: string]: unknown
}

/** Where the list goes on: after whom. */
export interface AfterUnready {
  name: string
  number: number
}

/** The place an address names, or null; PostgreSQL would answer a greater number with an exception. */
export function afterOf(asked: URLSearchParams): AfterUnready | null {
  const [name, number] = [asked.get('after'), Number(asked.get('number'))]
  const known = Number.isInteger(number) && number >= 1 && number <= 2147483647
  return name !== null && known ? { name, number } : null
}

/** People in reach, by name, at most `limit` and where to go on. Problem('forbidden') for whoever helps nobody. */
export async function unreadyPeople(
  ctx: ActingCtx,
  { after, q }: { after: AfterUnready | null; q: string },
  limit: number,
): Promise<{ rows: Unready[]; next: AfterUnready | null }> {
  assertHelper(ctx)
  const later = after ? sql`(p.name_norm, p.number) > (${after.name}, ${after.number})` : sql`true`
  const rows = await ctx.db.execute<Unready & { norm: string }>(
    sql`${found(ctx)} and ${later} and ${called(q)} order by p.name_norm, p.number limit ${limit + 1}`,
  )
  const page = [...rows].slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? { name: last.norm, number: last.number } : null
  return { rows: page, next }
}

/** Those of the ids that are in reach and still unready, in the order of names. */
export async function unreadyAmong(ctx: ActingCtx, ids: readonly string[]): Promise<Unready[]> {
  assertHelper(ctx)
  if (ids.length === 0) return []
  const rows = await ctx.db.execute<Unready>(
    sql`${found(ctx)} and p.id in ${[...ids]} order by p.name_norm, p.number`,
  )
  return [...rows]
}

/** By the beginning of the family name, or the number. */
function called(q: string) {
  const words = q.trim().toLowerCase().replaceAll('ё', 'е')
  const number = /^№?\s*([1-9]\d{0,9})$/.exec(words)?.[1]
  if (number) return sql`p.number = ${number}::bigint`
  return words === '' ? sql`true` : sql`p.name_norm like ${`${words.replace(/[\\%_]/g, '\\$&')}%`}`
}

function found(ctx: ActingCtx) {
  return sql`
    select p.id, p.number, p.name_norm as norm, trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name,
      w.work, u.id is not null as again,
      (select json_build_object('kind', c.kind, 'until', c.expires_at) from activation_codes c
        where c.person_id = p.id and c.used_at is null and c.ended_at is null and c.expires_at > ${ctx.now.toISOString()}::timestamptz) as code
    from people p
    join lateral (select concat_ws(', ', e.post, o.short_name) as work
      from employments e join organisations o on o.id = e.organisation_id
      where e.person_id = p.id and e.during @> ${ctx.actor.today}::date and ${activatedBy(viewerOf(ctx))}
      order by e.id limit 1) w on true
    left join users u on u.person_id = p.id
    where p.merged_into_id is null and not exists (select from erasures x where x.person_id = p.id and x.state = 'done')
      and (u.id is null or (not u.by_email and u.disabled_at is null))
      and exists (select from statuses s where s.person_id = p.id and ${inForce(ctx.actor.today)})`
}

/** The page is for those who help somewhere; to others it says so. */
export function assertHelper({ actor }: Ctx): void {
  if (!actor?.powers.some(({ capability }) => capability === 'account.activate'))
    throw new Problem('forbidden')
}
