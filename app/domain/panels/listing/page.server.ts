/**
 * One page of the list of candidates: filters, order, the place to go on from and the counts beside each filter, all in
 * one query over the pool. Conflicts and limits are judged for the people of the page alone.
 *
 * A page goes on after a person's number: the order is whole, so the address can be shared and nobody is skipped when
 * somebody comes in between. Each filter counts what the others leave.
 */
import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { type Candidate, judged } from '#app/domain/panels/candidates.server.ts'
import type { PanelState } from '#app/domain/panels/facts.server.ts'
import { limitsOfPanel, monthsAgo } from '#app/domain/panels/requests/limiting.server.ts'
import { content } from '#content/load.ts'
import { type Pooled, poolOf } from './pool.server.ts'

export const sorts = ['points', 'name', 'load', 'municipality', 'asked'] as const
export type Sort = (typeof sorts)[number]
export const facets = ['direction', 'municipality', 'organisation', 'load', 'asked'] as const
export type Facet = (typeof facets)[number]

/** What is looked for; an empty text is no condition. */
export type Looked = Record<Facet, string> & { words: string; sort: Sort; after: number | null }
export interface Option {
  value: string
  label: string
  count: number
}
export interface Listed {
  /** people with these numbers, whatever is looked for; they are in no page and no count */
  marked: Candidate[]
  rows: Candidate[]
  found: number
  /** where the next page begins: after this number */
  next: number | null
  options: Record<Facet, Option[]>
}

const LIMIT = 60
// «12, 40, 518»: several registry numbers at once
const NUMBERS = /^\d{1,9}([\s,;]+\d{1,9})+$/
// Names and places are sorted as in a Russian dictionary, on any machine.
const orders: Record<Sort, SQL> = {
  points: sql`-points, number`,
  name: sql`name collate "ru-x-icu", number`,
  load: sql`going, lately, number`,
  municipality: sql`coalesce(municipality, '') collate "ru-x-icu", -points, number`,
  // who was never asked stands first, then who has not been asked for longest
  asked: sql`coalesce(last_asked, ''), number`,
}

/** A page for somebody who selects; the caller has asked the rule. */
export async function candidatePage(
  ctx: Ctx,
  state: Pick<PanelState, 'panel' | 'object'>,
  looked: Looked,
  marked: readonly number[] = [],
): Promise<Listed> {
  const limits = await limitsOfPanel(ctx, state.panel.id)
  const order = orders[looked.sort]
  const [answer] = await ctx.db.execute<Answer>(sql`
    with pool as materialized (${poolOf(ctx, state.panel, limits)}),
    keyed as (select pool.*, ${pointsIn(ctx)} as points, ${askedIn(ctx)} as asked_when,
      case when organisation is not null then organisation_id::text end as workplace,
      case when going = 0 then 'free' else 'busy' end as load_now from pool),
    tried as (select k.*, ${conditions(looked)} from keyed k where not (k.number = any(${numbers(marked)}))),
    page as (select * from tried where ${all()} and ${goingOnAfter(looked.after, order)} order by ${order} limit ${LIMIT + 1})
    select (select coalesce(jsonb_agg(to_jsonb(p) order by ${order}), '[]') from page p) as page,
      (select coalesce(jsonb_agg(to_jsonb(k) order by k.number), '[]') from keyed k
        where k.number = any(${numbers(marked)})) as marked,
      (select count(*)::int from tried where ${all()}) as found,
      (${counts}) as counts`)
  const { page = [], marked: kept = [], found = 0, counts: told = [] } = answer ?? {}
  const shown = page.slice(0, LIMIT)
  const people = await judged(ctx, state, [...kept, ...shown], { limits })
  const of = (facet: Facet): Option[] =>
    told.flatMap(({ facet: own, ...option }) => (own === facet ? [option] : []))
  return {
    ...{ marked: people.slice(0, kept.length), rows: people.slice(kept.length), found },
    next: page.length > LIMIT ? (shown.at(-1)?.number ?? null) : null,
    options: {
      ...{ direction: of('direction'), municipality: of('municipality'), organisation: of('organisation') },
      ...{ load: of('load'), asked: of('asked') },
    },
  }
}

type Answer = { page: Pooled[]; marked: Pooled[]; found: number; counts: (Option & { facet: Facet })[] }

const numbers = (list: readonly number[]) =>
  sql`array[${sql.join(
    list.map((one) => sql`${one}::int`),
    sql`, `,
  )}]::int[]`

/** The points by which the best are taken, as `candidates.server.ts` reckons them. */
function pointsIn(ctx: Ctx): SQL {
  const { points } = content().settings.panels
  const year = Number(dayOf(ctx.now, ctx.zone).slice(0, 4))
  return sql`(${points.finished}::int * least(finished, ${points.finishedMost}::int)
    + ${points.year}::int * least(greatest(0, ${year}::int - left(since, 4)::int), ${points.yearsMost}::int)
    - ${points.current}::int * "current")`
}

/** One column a condition, so that every count can leave out its own. */
function conditions({ words, direction, municipality, organisation, load, asked }: Looked): SQL {
  const text = sql`translate(lower(concat_ws(' ', number, name, organisation, municipality) collate "ru-x-icu"), 'ё', 'е')`
  const plain = words.toLowerCase().replaceAll('ё', 'е')
  const by = NUMBERS.test(words)
    ? sql`number = any(${numbers(words.split(/[\s,;]+/).map(Number))})`
    : sql`strpos(${text}, ${plain}) > 0`
  const is = (value: string, condition: SQL) =>
    value === '' ? sql`true` : sql`coalesce(${condition}, false)`
  return sql`${is(words, by)} as by_words,
    ${is(direction, sql`directions ? ${direction}`)} as by_direction,
    ${is(municipality, sql`municipality = ${municipality}`)} as by_municipality,
    ${is(organisation, sql`workplace = ${organisation}`)} as by_organisation,
    ${is(load, sql`load_now = ${load}`)} as by_load,
    ${is(asked, sql`asked_when = ${asked}`)} as by_asked`
}

function askedIn(ctx: Ctx): SQL {
  const since = monthsAgo(ctx, content().settings.panels.askedMonths)
  return sql`case when last_asked is null then 'never' when last_asked >= ${since} then 'lately' else 'before' end`
}

/** All conditions, or all but those of one facet. */
function all(but?: Facet): SQL {
  const columns = ['words', ...facets].filter((one) => one !== but)
  return sql.join(
    columns.map((one) => sql.raw(`by_${one}`)),
    sql` and `,
  )
}

/** Whoever stood at the place may have left the pool meanwhile: then the list begins anew. */
function goingOnAfter(after: number | null, order: SQL): SQL {
  if (after === null) return sql`true`
  return sql`(not exists (select 1 from keyed where number = ${after})
    or (${order}) > (select ${order} from keyed where number = ${after}))`
}

/** Facet → the column of its values and the one of their words, where they have any. */
const columnsOf: Record<Facet, [value: string, label: string, from?: string]> = {
  direction: ['d.id', "''", 'cross join lateral jsonb_object_keys(directions) as d(id)'],
  municipality: ['municipality', 'municipality'],
  organisation: ['workplace', 'organisation'],
  load: ['load_now', "''"],
  asked: ['asked_when', "''"],
}

const counts = (() => {
  const parts = facets.map((facet) => {
    const [value, label, from = ''] = columnsOf[facet]
    return sql`select ${sql.raw(`'${facet}' as facet, ${value} as value, min(${label}) as label`)}, count(*)::int as count
      from tried ${sql.raw(from)} where ${all(facet)} and ${sql.raw(`${value} is not null group by ${value}`)}`
  })
  return sql`select coalesce(jsonb_agg(to_jsonb(c) order by c.label collate "ru-x-icu", c.value), '[]')
    from (${sql.join(parts, sql` union all `)}) c`
})()
