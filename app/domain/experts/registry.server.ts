/**
 * The registry: people whose status holds on a day, a page at a time.
 *
 * A page costs two queries: its entries and the counts. People whose name may be shown come first, by name, read from
 * the index; those without ground come last, by number, so that neither order nor search tells a hidden name.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { nameShown } from '#db/reach/experts.ts'
import { isListed, type Matching, matches, worksThere } from './conditions.ts'
import { type Counts, countsOf } from './counts.server.ts'
import { type Entry, entriesOf } from './entries.server.ts'
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
): Promise<RegistryPage> {
  const read = async (matching: Matching) => {
    const [counts, page] = await Promise.all([
      countsOf(ctx, filter, matching),
      entriesAfter(ctx, filter, matching, after, limit),
    ])
    return { ...page, counts, matching }
  }
  const exact = await read('exact')
  if (exact.counts.total > 0 || !filter.q || !exact.counts.anyone) return exact
  return read('similar')
}

/** How the words of the filter are to be matched: exactly while somebody is found so. */
export async function matchingOf(ctx: Ctx, filter: RegistryFilter): Promise<Matching> {
  if (!filter.q) return 'exact'
  const { entries } = await entriesAfter(ctx, filter, 'exact', null, 1)
  return entries.length > 0 ? 'exact' : 'similar'
}

/** Entries after the cursor, at most `limit`, and the cursor to go on with. */
export async function entriesAfter(
  ctx: Ctx,
  filter: RegistryFilter,
  matching: Matching,
  after: RegistryCursor | null,
  limit: number,
): Promise<{ entries: Entry[]; next: RegistryCursor | null }> {
  const listed = sql`${matches(filter, matching)} and ${worksThere(filter)} and ${isListed(filter)}`
  const entries: Entry[] = []
  if (!after || after.name) entries.push(...(await entriesOf(ctx, named(listed, after, limit + 1), filter)))
  if (entries.length <= limit) {
    const from = after && !after.name ? after.number : 0
    entries.push(...(await entriesOf(ctx, nameless(listed, from, limit + 1 - entries.length), filter)))
  }
  const page = entries.slice(0, limit)
  const last = page.at(-1)
  return { entries: page, next: entries.length > limit && last ? cursorOf(last) : null }
}

function cursorOf({ name, number }: Entry): RegistryCursor {
  return { name: name && [name.family, name.given, name.patronymic], number }
}

function named(listed: SQL, after: RegistryCursor | null, limit: number): SQL {
  const [family, given, patronymic] = after?.name ?? []
  const later = after?.name
    ? sql`(p.family_name, p.given_name, p.patronymic, p.number) > (${family}, ${given}, ${patronymic}, ${after.number})`
    : sql`true`
  return sql`select q.id, row_number() over (order by q.family_name, q.given_name, q.patronymic, q.number) as place from (
    select p.id, p.family_name, p.given_name, p.patronymic, p.number from people p
    where ${listed} and ${nameShown(sql`p.id`)} and ${later}
    order by p.family_name, p.given_name, p.patronymic, p.number limit ${limit}) q`
}

function nameless(listed: SQL, after: number, limit: number): SQL {
  return sql`select p.id, p.number as place from people p
    where ${listed} and not ${nameShown(sql`p.id`)} and p.number > ${after} order by p.number limit ${limit}`
}
