/** What the judge of a list of people asks about, read at once: people near its names, organisations, directions, statuses. */
import { sql } from 'drizzle-orm'
import { wordsOf } from '#app/domain/columns.ts'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import type { ImportRow } from '#app/domain/organisations/imports.server.ts'
import { coreOf, foldedName } from '#app/domain/organisations/names.ts'
import type { Knowledge, KnownDirection, KnownPlace } from './judging-people.ts'
import { readName, splitName } from './listed-names.ts'
import { type KnownPerson, PersonIndex } from './person-index.ts'

type Listed = Pick<ImportRow, 'orderId' | 'settings' | 'columns'>
type Place = KnownPlace & { spellings: string[]; municipality: string }

/** Reads what the rows need. One query each, whatever the number of rows. */
export async function knowledgeFor(
  ctx: ActingCtx,
  list: Listed,
  rows: readonly { cells: readonly string[] }[],
): Promise<Knowledge> {
  const order = list.orderId ? await orderKnowledge(ctx, list.orderId, list.settings.direction ?? '') : null
  return {
    index: await indexFor(ctx, list.columns, rows),
    places: await placesKnown(ctx),
    order,
    day: order?.day ?? ctx.actor.today,
  }
}

async function indexFor(
  ctx: ActingCtx,
  columns: Record<string, number>,
  rows: readonly { cells: readonly string[] }[],
) {
  const families = new Set<string>()
  const numbers = new Set<number>()
  for (const { cells } of rows) {
    const cell = (field: string) => wordsOf(cells[columns[field] ?? -1] ?? '')
    const whole = cell('fullName') || (cell('given') === '' ? cell('family') : '')
    const printed = whole
      ? splitName(whole)
      : { family: cell('family'), given: cell('given'), patronymic: cell('patronymic') }
    for (const { family } of readName(printed)?.names ?? []) families.add(family)
    const number = Number(/\d{1,9}/.exec(cell('number'))?.[0] ?? 0)
    if (number > 0) numbers.add(number)
  }
  return new PersonIndex(await everybody(ctx), { families, numbers })
}

async function everybody(ctx: ActingCtx): Promise<KnownPerson[]> {
  const rows = await ctx.db.execute<KnownPerson & Record<string, unknown>>(sql`
    select p.id, p.number, p.family_name as family, p.given_name as given, p.patronymic,
      coalesce(w.places, '{}') as places, w.post, w.place_id as "placeId"
    from people p left join lateral (
      select array_agg(e.organisation_id::text) as places,
        (array_agg(e.post order by lower(e.during) desc) filter (where e.during @> ${ctx.actor.today}::date))[1] as post,
        (array_agg(e.organisation_id::text order by lower(e.during) desc) filter (where e.during @> ${ctx.actor.today}::date))[1] as place_id
      from employments e where e.person_id = p.id) w on true
    where p.merged_into_id is null`)
  return [...rows]
}

async function placesKnown(ctx: Ctx): Promise<Knowledge['places']> {
  const rows = await ctx.db.execute<{
    id: string
    name: string
    spellings: string[]
    closedFrom: string | null
    municipality: string
  }>(sql`
    select o.id, o.short_name as name, array[o.name, o.short_name, o.code] || o.aliases as spellings,
      to_char(upper(o.during), 'YYYY-MM-DD') as "closedFrom", coalesce(m.name, '') as municipality
    from organisations o left join municipalities m on m.id = o.municipality_id where o.merged_into_id is null`)
  const [spelt, cores] = [new Map<string, Place[]>(), new Map<string, Place[]>()]
  const put = (map: Map<string, Place[]>, key: string, place: Place) => {
    const there = map.get(key)
    if (!there) map.set(key, [place])
    else if (!there.includes(place)) there.push(place)
  }
  for (const place of rows)
    for (const name of place.spellings) {
      put(spelt, foldedName(name), place)
      put(cores, coreOf(name), place)
    }
  return (words, municipality) => {
    const exact = spelt.get(foldedName(words)) ?? cores.get(coreOf(words)) ?? []
    if (municipality === '' || exact.length < 2) return exact
    const start = foldedName(municipality).slice(0, 5)
    return exact.filter((place) => foldedName(place.municipality).startsWith(start))
  }
}

async function orderKnowledge(
  ctx: Ctx,
  orderId: string,
  otherwise: string,
): Promise<NonNullable<Knowledge['order']>> {
  const [order] = await ctx.db.execute<{ day: string }>(
    sql`select to_char(day, 'YYYY-MM-DD') as day from orders where id = ${orderId}`,
  )
  const day = order?.day ?? ''
  const directions = await directionsOn(ctx, day)
  const held = await heldTerms(ctx)
  const listed = await ctx.db.execute<{ key: string }>(sql`
    select i.person_id || ' ' || v.direction_id || ' ' || i.tier as key from order_items i
    join direction_versions v on v.id = i.direction_version_id where i.order_id = ${orderId} and i.retracted_at is null`)
  const there = new Set([...listed].map(({ key }) => key))
  return {
    day,
    direction: (words) =>
      words === '' ? (directions.byId.get(otherwise) ?? null) : directions.called(words),
    obstacle: (personId, direction, { from, to }) => {
      const key = `${personId} ${direction.directionId} ${direction.tier}`
      if (there.has(key)) return 'in-order'
      const overlaps = (held.get(key) ?? []).some(
        (one) => one.from <= (to ?? '9999') && from < (one.to ?? '9999'),
      )
      return overlaps ? 'has-status' : null
    },
  }
}

/** Directions by what lists call them; the version of the list that was in force on the day comes first. */
async function directionsOn(ctx: Ctx, day: string) {
  const rows = await ctx.db.execute<KnownDirection & { names: string[] } & Record<string, unknown>>(sql`
    select v.id as "versionId", v.direction_id as "directionId", v.tier, lower(l.during) <= ${day}::date as there,
      array[d.code, v.title, v.short_title] || coalesce(v.group_title, v.title) as names
    from direction_versions v join directions d on d.id = v.direction_id join direction_lists l on l.id = v.list_id
    order by l.during @> ${day}::date desc, lower(l.during) desc, v.position`)
  const byId = new Map([...rows].map((row) => [row.versionId, row as KnownDirection]))
  const byName = new Map<string, KnownDirection>()
  for (const row of rows)
    for (const name of row.names) if (!byName.has(foldedName(name))) byName.set(foldedName(name), row)
  return { byId, called: (words: string) => byName.get(foldedName(words)) ?? null }
}

/** Terms that are believed now, by person, direction and tier. */
async function heldTerms(ctx: Ctx) {
  const rows = await ctx.db.execute<{ key: string; from: string; to: string | null }>(sql`
    select s.person_id || ' ' || v.direction_id || ' ' || s.tier as key, to_char(lower(s.during), 'YYYY-MM-DD') as from,
      to_char(upper(s.during), 'YYYY-MM-DD') as to
    from statuses s join direction_versions v on v.id = s.direction_version_id
    where upper_inf(s.known) and not isempty(s.during)`)
  const held = new Map<string, { from: string; to: string | null }[]>()
  for (const { key, from, to } of rows) {
    const terms = held.get(key)
    if (terms) terms.push({ from, to })
    else held.set(key, [{ from, to }])
  }
  return held
}
