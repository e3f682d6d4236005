/**
 * The card of a practice as readers see it: one version with its parts, authors, files and how it was checked. Versions
 * that were published keep their addresses; the others are read by who writes or decides about them.
 */
import { desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { type PracticeState, practiceByNumber, type VersionRow } from '#app/domain/practices/facts.server.ts'
import { practiceRules } from '#app/domain/practices/rules.ts'
import { filesOf, sectionsOf } from '#app/domain/practices/writing.server.ts'
import { found } from '#app/domain/problem.ts'
import { authorShown } from '#db/reach/practices.ts'
import { practiceVersions } from '#db/schema/index.ts'

export interface CardAuthor {
  /** null where the name may not be shown: the number would tell it */
  number: number | null
  name: string | null
  /** the registry has a card of this person */
  listed: boolean
  /** directions of the status on the day of publication, today for what is not published */
  directions: string[]
}

/** The card by number: the published version, `versionNumber` when asked; else, for who may follow it, the newest one. */
export async function cardOf(ctx: Ctx, number: number, versionNumber?: number) {
  const state = await practiceByNumber(ctx, number)
  const follows = practiceRules.follow(ctx.actor, state.facts) === null || (await askedAbout(ctx, state))
  const versions = await versionsOf(ctx, state.practice.id)
  const seen = versions.filter(({ publishedAt }) => follows || publishedAt !== null)
  const version = found(chosen(seen, versionNumber, follows))
  const withdrawn = state.practice.withdrawnAt !== null && !follows
  const parts = withdrawn ? new Map() : await sectionsOf(ctx, version.id)
  return {
    ...{ state, version, follows, withdrawn },
    versions: seen,
    parts: parts as Awaited<ReturnType<typeof sectionsOf>>,
    files: withdrawn ? [] : await filesOf(ctx, version.id),
    authors: withdrawn ? [] : await shownAuthors(ctx, state.practice.id, version),
    direction: await directionOf(ctx, version),
    municipality: await municipalityOf(ctx, state.practice.organisationId),
    advice: await adviceOf(ctx, version.id),
    authorship: await authorshipIn(ctx, state.practice.id),
  }
}
export type PracticeCard = Awaited<ReturnType<typeof cardOf>>

function chosen(versions: readonly VersionRow[], number: number | undefined, follows: boolean) {
  if (number !== undefined) return versions.find((one) => one.number === number)
  const read = versions.find((one) => one.state === 'published')
  return read ?? (follows ? versions[0] : undefined)
}

async function versionsOf(ctx: Ctx, practiceId: string): Promise<VersionRow[]> {
  return ctx.db
    .select()
    .from(practiceVersions)
    .where(eq(practiceVersions.practiceId, practiceId))
    .orderBy(desc(practiceVersions.number))
}

/** Who is asked to review the newest version, or to confirm having made the practice, reads it before answering. */
async function askedAbout(ctx: Ctx, { practice, version }: PracticeState): Promise<boolean> {
  if (!ctx.actor) return false
  const rows = await ctx.db.execute(sql`select from practice_reviews r where r.version_id = ${version.id}
    and r.person_id = ${ctx.actor.personId} and r.answer is distinct from 'released' and r.answer is distinct from 'declined'
    union all select from practice_authors a where a.practice_id = ${practice.id}
    and a.person_id = ${ctx.actor.personId} and a.answer is distinct from 'declined'`)
  return rows.length > 0
}

/** Who confirmed it, in order; names as far as they may be shown. Who took the consent back counts without a name. */
async function shownAuthors(ctx: Ctx, practiceId: string, version: VersionRow): Promise<CardAuthor[]> {
  const day = version.publishedAt ?? ctx.now
  const rows = await ctx.db.execute<CardAuthor & Record<string, unknown>>(sql`
    select case when ${authorShown} then pe.number end as number,
      exists (select from statuses l where l.person_id = pe.id) as listed, case when ${authorShown} then concat_ws(' ', pe.family_name, pe.given_name, nullif(pe.patronymic, '')) end as name,
      case when ${authorShown} then (select coalesce(json_agg(distinct dv.short_title), '[]') from statuses s
        join direction_versions dv on dv.id = s.direction_version_id where s.person_id = pe.id and upper_inf(s.known)
        and s.during @> (${day.toISOString()}::timestamptz at time zone ${ctx.zone})::date) else '[]'::json end as directions
    from practice_authors a join people pe on pe.id = a.person_id
    where a.practice_id = ${practiceId} and a.answer in ('confirmed', 'withdrawn') order by a.position`)
  return [...rows]
}

/** Whether the reader was asked to be an author, and said so; null for everybody else. */
async function authorshipIn({ db, actor }: Ctx, practiceId: string) {
  if (!actor) return null
  const rows = await db.execute<{ answer: 'confirmed' | 'withdrawn' | 'asked' }>(sql`
    select coalesce(answer, 'asked') as answer from practice_authors where practice_id = ${practiceId}
    and person_id = ${actor.personId} and answer is distinct from 'declined'`)
  return rows[0]?.answer ?? null
}

async function directionOf({ db }: Ctx, { directionVersionId }: VersionRow) {
  if (!directionVersionId) return null
  const [row] = await db.execute<{
    code: string
    title: string
  }>(sql`select d.code, v.title from direction_versions v
    join directions d on d.id = v.direction_id where v.id = ${directionVersionId}`)
  return row ?? null
}

async function municipalityOf({ db }: Ctx, organisationId: string): Promise<string | null> {
  const [row] = await db.execute<{ name: string }>(sql`select m.name from organisations o
    join municipalities m on m.id = o.municipality_id where o.id = ${organisationId}`)
  return row?.name ?? null
}

/** How many experts looked at the version, and what they advised. */
async function adviceOf({ db }: Ctx, versionId: string) {
  const rows = await db.execute<{ advice: 'publish' | 'mend' | 'refuse'; count: number }>(sql`
    select advice, count(*)::int as count from practice_reviews where version_id = ${versionId} and sent_at is not null group by advice`)
  return [...rows]
}
