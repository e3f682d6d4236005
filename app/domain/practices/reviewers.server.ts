/**
 * Whom to ask for a review: experts in the registry today with ground for publication, in the direction of the card when
 * it has one. Nobody who made the practice, works where it was made or where its authors work, or wrote another practice
 * with one of its authors. The least busy come first; a person's load is reviews that are not in.
 */
import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { inForce } from '#db/reach/experts.ts'
import type { PracticeState } from './facts.server.ts'

export interface Reviewer {
  personId: string
  number: number
  name: string
  organisation: string | null
  /** reviews of practices that wait for the person */
  load: number
}

/** Everybody who may be asked, at most `limit`; `words` narrows by name. */
export async function reviewersFor(
  ctx: Ctx,
  state: Pick<PracticeState, 'practice' | 'version'>,
  { words = '', limit = 30 }: { words?: string; limit?: number } = {},
): Promise<Reviewer[]> {
  const named = words.trim() === '' ? sql`true` : sql`p.family_name ilike ${`${escaped(words.trim())}%`}`
  const rows = await ctx.db.execute<Reviewer & Record<string, unknown>>(sql`
    select p.id as "personId", p.number, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name,
      (select o.short_name from employments e join organisations o on o.id = e.organisation_id
        where e.person_id = p.id and e.during @> ${dayOf(ctx.now, ctx.zone)}::date order by lower(e.during) limit 1) as organisation,
      (select count(*)::int from practice_reviews r join practice_versions v on v.id = r.version_id
        where r.person_id = p.id and r.sent_at is null and r.answer is distinct from 'declined'
          and r.answer is distinct from 'released' and v.state = 'reviewing') as load
    from people p where ${eligible(ctx, state)} and ${named}
    order by load, p.family_name, p.given_name, p.number limit ${limit}`)
  return [...rows]
}

/** Whether this person may be asked, weighed anew when it is done. */
export async function mayReview(
  ctx: Ctx,
  state: Pick<PracticeState, 'practice' | 'version'>,
  personId: string,
): Promise<boolean> {
  const rows = await ctx.db.execute(
    sql`select 1 from people p where p.id = ${personId} and ${eligible(ctx, state)}`,
  )
  return rows.length > 0
}

function eligible(ctx: Ctx, { practice, version }: Pick<PracticeState, 'practice' | 'version'>): SQL {
  const today = dayOf(ctx.now, ctx.zone)
  const direction = version.directionVersionId
    ? sql`and s.direction_version_id = ${version.directionVersionId}`
    : sql``
  const authors = sql`(select a.person_id from practice_authors a
    where a.practice_id = ${practice.id} and a.answer is distinct from 'declined' union select ${practice.createdById}::uuid)`
  return sql`(p.name_open and p.merged_into_id is null
    and exists (select 1 from statuses s where s.person_id = p.id and ${inForce(today)} ${direction})
    and exists (select 1 from users u where u.person_id = p.id)
    and p.id not in ${authors}
    and not exists (select 1 from practice_reviews r where r.version_id = ${version.id} and r.person_id = p.id)
    and not exists (select 1 from employments e where e.person_id = p.id and e.during @> ${today}::date
      and (e.organisation_id = ${practice.organisationId} or e.organisation_id in (
        select o.organisation_id from employments o where o.person_id in ${authors} and o.during @> ${today}::date)))
    and not exists (select 1 from practice_authors mine join practice_authors theirs on theirs.practice_id = mine.practice_id
      where mine.person_id = p.id and mine.answer = 'confirmed' and theirs.answer = 'confirmed'
        and theirs.practice_id <> ${practice.id} and theirs.person_id in ${authors}))`
}

const escaped = (words: string) => words.replace(/[\\%_]/g, '\\$&').slice(0, 100)
