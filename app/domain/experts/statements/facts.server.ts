/**
 * What a person may have on paper of the own life in the registry, whether or not the registry may show it to others,
 * and the hash by which it is later seen whether the facts are still those. The hash holds no name.
 */
import { sql } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { type CardEngagement, type CardStatus, statusesBy } from '#app/domain/experts/card.server.ts'
import { found } from '#app/domain/problem.ts'
import { openEngagements } from '#db/reach/biography.ts'
import type { StatementKind } from './kinds.ts'

export interface OwnWork {
  post: string
  organisation: string
  from: string
  to: string | null
}

export interface OwnLife {
  number: number
  name: { family: string; given: string; patronymic: string }
  /** how many names there were before: a new one makes a paper stale */
  names: number
  works: OwnWork[]
  statuses: CardStatus[]
  engagements: CardEngagement[]
}

// More works than anybody has; a paper has a last page.
const MOST = 1000

/** The life of a person, or of whom that person became by a merge. */
export async function lifeOf(ctx: Ctx, personId: string): Promise<OwnLife> {
  const asOf = { day: dayOf(ctx.now, ctx.zone), known: null }
  const [row] = await ctx.db.execute<{ life: OwnLife }>(sql`
    select json_build_object('number', p.number,
      'name', json_build_object('family', p.family_name, 'given', p.given_name, 'patronymic', p.patronymic),
      'names', (select count(*)::int from former_names n where n.person_id = p.id),
      'works', (select coalesce(json_agg(json_build_object('post', w.post, 'organisation', o.short_name,
          'from', to_char(lower(w.during), 'YYYY-MM-DD'), 'to', to_char(upper(w.during), 'YYYY-MM-DD'))
          order by lower(w.during) desc, w.id), '[]')
        from employments w join organisations o on o.id = w.organisation_id where w.person_id = p.id and not isempty(w.during)),
      'statuses', (${statusesBy(asOf)}), 'engagements', (${openEngagements(asOf, MOST)})) as life
    from people q join people p on p.id = coalesce(q.merged_into_id, q.id) where q.id = ${personId}`)
  return found(row).life
}

/** The hash of what such a paper says; what time alone changes is left out. */
export function factsHash(
  kind: StatementKind,
  { number, names, works, statuses, engagements }: OwnLife,
): string {
  const lines = statuses
    .map(({ direction, tier, from, to, order, endedBy }) =>
      [direction, tier, from, to, order.slug, endedBy?.slug ?? ''].join(' '),
    )
    .sort()
  const part = engagements
    .map(({ kind: of, title, role, from, to, outcome, conclusion }) => [
      of,
      title,
      role,
      from,
      to,
      outcome,
      conclusion,
    ])
    .map((one) => one.join('\u0000'))
    .sort()
  const told = {
    extract: { lines },
    participation: { part },
    biography: {
      lines,
      part,
      works: works.map(({ post, organisation, from }) => [post, organisation, from]),
    },
  }
  return sha256({ kind, number, names, ...told[kind] })
}
