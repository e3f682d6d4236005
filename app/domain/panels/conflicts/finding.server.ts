/**
 * Finding conflicts of interest: every kind of every person asked about, each with the records it rests on.
 *
 * Read from records alone and in a number of statements that does not grow with the people: points, bands and what a
 * person shows play no part, and a missing fact never frees anybody.
 */
import { sql } from 'drizzle-orm'
import { nominationsBetween } from '#app/domain/assessment/way/nominations.server.ts'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import type { ConflictFact } from '#db/schema/index.ts'
import { judgedByWriters, seatedTogether, wroteWithWriters } from './history.server.ts'
import { employedByKin } from './kin.server.ts'
import { type ConflictKind, type Finding, ordered } from './kinds.ts'
import { type Judged, type Subject, subjectOf } from './subject.server.ts'

export type Placed = { personId: string; organisationId: string | null }

/** The same day so many years before; the 29th of February becomes the 1st of March. */
export function yearsBefore(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() - years)
  return date.toISOString().slice(0, 10)
}

/**
 * Person → conflicts, the most serious first, for those of the given people who have any. `beside`: members with whom
 * they would sit. Reads only.
 */
export async function conflictsAmong(
  ctx: Ctx,
  judged: Judged,
  people: readonly Placed[],
  beside: readonly string[] = [],
): Promise<Map<string, Finding[]>> {
  const today = dayOf(ctx.now, ctx.zone)
  const { formerYears, reciprocalYears, nominationYears, coauthorYears, together } =
    content().settings.conflicts
  const panelId = judged.panel.id
  const subject = await subjectOf(ctx, judged)
  const found = new Map<string, Map<ConflictKind, ConflictFact[]>>(
    people.map(({ personId }) => [personId, new Map()]),
  )
  const add = (personId: string, kind: ConflictKind, fact: ConflictFact) => {
    const of = found.get(personId)
    of?.set(kind, [...(of.get(kind) ?? []), fact])
  }
  for (const [personId, facts] of subject.authors) for (const fact of facts) add(personId, 'author', fact)
  for (const { person_id, kind, record } of await saidOf(ctx, panelId))
    add(person_id, kind, { relation: kind, record })
  const formerSince = yearsBefore(today, formerYears)
  for (const { personId, kind, fact } of await employedByKin(ctx, subject.organisationIds, {
    today,
    formerSince,
  }))
    add(personId, kind, fact)
  for (const { personId, organisationId } of people)
    if (organisationId === null)
      add(personId, 'unknown-organisation', { relation: 'unknown', record: `people:${personId}` })
  for (const { personId, fact } of await judgedByWriters(ctx, subject.writers, {
    panelId,
    since: yearsBefore(today, reciprocalYears),
  }))
    add(personId, 'reciprocal', fact)
  const coauthorSince = yearsBefore(today, coauthorYears)
  for (const { personId, fact } of await wroteWithWriters(ctx, subject.writers, coauthorSince))
    add(personId, 'co-author', fact)
  for (const { personId, fact } of await nominated(ctx, subject, people, yearsBefore(today, nominationYears)))
    add(personId, 'nominator', fact)
  const since = yearsBefore(today, together.years)
  for (const { personId, fact } of await seatedTogether(ctx, beside, {
    panelId,
    since,
    least: together.panels,
  }))
    add(personId, 'together', fact)
  return new Map(
    [...found].flatMap(([personId, kinds]) => (kinds.size > 0 ? [[personId, ordered(kinds)] as const] : [])),
  )
}

/** What was said or decided about people of this very panel. */
async function saidOf(ctx: Ctx, panelId: string) {
  return ctx.db.execute<{ person_id: string; kind: ConflictKind; record: string }>(sql`
    select person_id, 'declared' as kind, 'conflicts:' || id as record from conflicts
      where panel_id = ${panelId} and source = 'declared' and cleared_at is null
    union all select s.person_id, 'recused', 'recusals:' || r.id from recusals r
      join invitations i on i.id = r.invitation_id join seats s on s.id = i.seat_id where s.panel_id = ${panelId}
    union all select person_id, 'challenged', 'challenges:' || id from challenges
      where panel_id = ${panelId} and outcome = 'upheld'`)
}

/** Whom the developer nominated; and who nominated a writer: who signed, and whoever works there now. */
async function nominated(ctx: Ctx, subject: Subject, people: readonly Placed[], since: string) {
  const { organisationIds, writers } = subject
  const letters = await nominationsBetween(ctx, { organisationIds, personIds: [...writers] }, since)
  const staff = new Map<string, string[]>()
  for (const { personId, organisationId } of people)
    if (organisationId) staff.set(organisationId, [...(staff.get(organisationId) ?? []), personId])
  return letters.flatMap(({ letterId, number, day, organisationId, byId, personId }) => {
    const fact = (relation: string) => ({
      ...{ relation, record: `nomination_letters:${letterId}`, letter: number, from: day },
    })
    const own = organisationIds.includes(organisationId)
    const back = writers.has(personId) ? new Set([byId, ...(staff.get(organisationId) ?? [])]) : []
    return [
      ...(own ? [{ personId, fact: fact('nominated') }] : []),
      ...[...back]
        .filter((one) => one !== personId)
        .map((one) => ({ personId: one, fact: fact('nominating') })),
    ]
  })
}
