/**
 * The registry: people whose status holds on a day, a page at a time.
 *
 * A page costs two queries: its entries and the counts. People whose name may be shown come first, by name, read from
 * the index; those without ground come last, by number, so that neither order nor search tells a hidden name.
 */
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { people } from '#db/schema/index.ts'
import { listed } from './conditions.ts'
import { type Counts, countsOf, type ExactTo } from './counts.server.ts'
import { type Entry, entriesOf } from './entries.server.ts'
import { type Matching, mayBeMistyped, type Sought, soughtOf } from './naming.server.ts'
import type { RegistryCursor, RegistryFilter } from './registry.ts'

export interface RegistryPage {
  entries: Entry[]
  /** where the next page begins */
  next: RegistryCursor | null
  counts: Counts
  matching: Matching
}

/** A page of the registry with its counts. Words that no name contains are looked for with typos allowed. */
export async function registryPage(
  ctx: Ctx,
  filter: RegistryFilter,
  after: RegistryCursor | null,
  limit: number,
  exactTo: ExactTo | null = null,
): Promise<RegistryPage> {
  const sought = await matchingOf(ctx, filter)
  const [counts, page] = await Promise.all([
    countsOf(ctx, filter, sought, exactTo),
    entriesAfter(ctx, filter, sought, after, limit),
  ])
  return { ...page, counts, matching: sought.matching }
}

/** The words of the filter as they are to be matched: exactly while somebody is found so. */
export async function matchingOf(ctx: Ctx, filter: RegistryFilter): Promise<Sought> {
  const exact = await soughtOf(ctx, filter, 'exact')
  if (!mayBeMistyped(filter) || (await anyone(ctx, listed(filter, exact.name)))) return exact
  return soughtOf(ctx, filter, 'similar')
}

async function anyone(ctx: Ctx, condition: SQL): Promise<boolean> {
  const rows = await ctx.db.execute(sql`select 1 from listings s where ${condition} limit 1`)
  return rows.length > 0
}

/** Entries after the cursor, at most `limit`, and the cursor to go on with. */
export async function entriesAfter(
  ctx: Ctx,
  filter: RegistryFilter,
  { name }: Sought,
  after: RegistryCursor | null,
  limit: number,
): Promise<{ entries: Entry[]; next: RegistryCursor | null }> {
  const condition = listed(filter, name)
  const entries: Entry[] = []
  if (!after || after.name)
    entries.push(...(await entriesOf(ctx, named(condition, after, limit + 1), filter)))
  if (entries.length <= limit) {
    const from = after && !after.name ? after.number : 0
    entries.push(...(await entriesOf(ctx, nameless(condition, from, limit + 1 - entries.length), filter)))
  }
  const page = entries.slice(0, limit)
  const last = page.at(-1)
  return { entries: page, next: entries.length > limit && last ? await cursorOf(ctx, last) : null }
}

/** Pages go by the name of now, whatever name of then they show. */
async function cursorOf(ctx: Ctx, { name, number }: Entry): Promise<RegistryCursor> {
  if (!name) return { name: null, number }
  const [row] = await ctx.db
    .select({ family: people.familyName, given: people.givenName, patronymic: people.patronymic })
    .from(people)
    .where(eq(people.number, number))
  const { family, given, patronymic } = row ?? name
  return { name: [family, given, patronymic], number }
}

function named(condition: SQL, after: RegistryCursor | null, limit: number): SQL {
  const [family, given, patronymic] = after?.name ?? []
  const later = after?.name
    ? sql`(s.family_name, s.given_name, s.patronymic, s.number) > (${family}, ${given}, ${patronymic}, ${after.number})`
    : sql`true`
  return sql`select q.id, row_number() over (order by q.family_name, q.given_name, q.patronymic, q.number) as place from (
    select distinct on (s.family_name, s.given_name, s.patronymic, s.number)
      s.person_id as id, s.family_name, s.given_name, s.patronymic, s.number from listings s
    where ${condition} and s.family_name is not null and ${later}
    order by s.family_name, s.given_name, s.patronymic, s.number limit ${limit}) q`
}

function nameless(condition: SQL, after: number, limit: number): SQL {
  return sql`select distinct on (s.number) s.person_id as id, s.number as place from listings s
    where ${condition} and s.family_name is null and s.number > ${after} order by s.number limit ${limit}`
}
