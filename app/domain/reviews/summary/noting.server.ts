/**
 * Noting: «справка об итогах обсуждения», made of the published summary, so that both say the same figures.
 *
 * Who took part is counted once each, as on the day of the summary: by the municipality of the work and by what the
 * person spoke as. Counts name nobody.
 */
import { sql } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { fieldsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { fillTemplate, type Words } from '#app/domain/documents/filling.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { type DraftShown, draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'
import { type OutcomePage, outcomeOf } from './outcomes.server.ts'
import { signedWords } from './printing-rows.ts'
import { signaturesOf } from './signing.server.ts'
import { publishedSummary } from './summarising.server.ts'
import type { SummaryBody } from './summary-body.ts'

type Note = Record<string, string | Record<string, string>[]>
type Of = {
  words: Messages
  day: (day: string | Date) => string
  demo: boolean
}
const CHANGES = 30

/** What the note says, by the names of its template. Problem('note-unpublished') before the summary is out. */
export async function outcomeNote(ctx: Ctx, slug: string, of: Of): Promise<Note> {
  const shown = await draftBySlug(ctx, slug)
  const summary = await publishedSummary(ctx, shown.draft.id)
  if (!summary) throw new Problem('note-unpublished')
  const { body } = summary
  const { note } = of.words.reviewEnding
  const people = await peopleOf(ctx, shown.draft.id, dayOf(summary.publishedAt, ctx.zone))
  const changes = changesOf(body)
  const more = changes.length - CHANGES
  return {
    organisation: shown.developer.name,
    heading: note.title,
    document: note.subject(shown.draft.title, summary.versionNumber),
    facts: note.published(summary.revision, of.day(summary.publishedAt)),
    term: termOf(ctx, shown, of),
    counts: countsOf(body, await responsesOf(ctx, shown.draft.id), of.words),
    people: people.map(({ municipality, role, count }) => ({
      municipality: municipality ?? note.unknown,
      role: note[role],
      count: String(count),
    })),
    kinds: tallied(body.rows.map(({ kind }) => kind)).map(([kind, count]) => ({
      kind: of.words.reviews.kinds[kind as keyof Messages['reviews']['kinds']],
      count,
    })),
    decisions: tallied(body.rows.flatMap(({ decision }) => decision ?? [])).map(([decision, count]) => ({
      decision: of.words.reviews.decisions[decision as keyof Messages['reviews']['decisions']],
      count,
    })),
    changes: changes.slice(0, CHANGES),
    changesNote: changes.length === 0 ? note.noChanges : more > 0 ? note.more(more) : '',
    outcome: outcomeWords(await outcomeOf(ctx, shown.draft.id), of),
    signed: signedWords(await signaturesOf(ctx, summary.id), of.words),
    hash: `${of.words.reviewOutcome.summary.hash} SHA-256: ${summary.sha256}`,
    demo: of.demo ? of.words.reviewOutcome.summary.demo : '',
  }
}

/** The document of a note, in a template (templateFor('outcome-note', …)). */
export function outcomeNoteDocx(template: Uint8Array, note: Note): Uint8Array {
  const { templates } = content()
  const words: Words = Object.fromEntries(
    fieldsOf(templates, kindOf(templates, 'outcome-note')).map(({ name, word, columns }) => {
      const value = note[name] ?? ''
      if (!columns || typeof value === 'string') return [word, String(value)]
      return [
        word,
        value.map((row) => Object.fromEntries(columns.map((one) => [one.word, row[one.name] ?? '']))),
      ]
    }),
  )
  return fillTemplate(template, words).bytes
}

type People = { municipality: string | null; role: 'expert' | 'organisation' | 'participant'; count: number }

/** Authors of standing remarks, each once; an organisation's letter or position makes its author speak for it. */
async function peopleOf(ctx: Ctx, draftId: string, day: string): Promise<People[]> {
  const rows = await ctx.db.execute<People>(sql`
    select municipality, role, count(*)::int as count from (
      select r.author_id, (select m.name from employments e join organisations o on o.id = e.organisation_id
          join municipalities m on m.id = o.municipality_id
          where e.person_id = r.author_id and e.during @> ${day}::date order by e.id limit 1) as municipality,
        case when bool_or(r.position_id is not null or i.organisation_id is not null or i.organisation_name <> '')
            then 'organisation'
          when exists (select 1 from statuses s where s.person_id = r.author_id and s.during @> ${day}::date
            and upper_inf(s.known)) then 'expert' else 'participant' end as role
      from remarks r left join intakes i on i.id = r.intake_id
      where r.draft_id = ${draftId} and r.withdrawn_at is null group by r.author_id) a
    group by municipality, role order by municipality nulls last, role`)
  return [...rows]
}

/** Sent answers of the draft's questionnaires. */
async function responsesOf(ctx: Ctx, draftId: string): Promise<number> {
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from questionnaires q join responses r on r.object_id = q.id
    where q.draft_id = ${draftId} and r.object_kind = 'questionnaire' and r.sent_at is not null
      and (r.person_id is null or r.id in (select c.response_id from participations c where c.questionnaire_id = q.id))`)
  return row?.n ?? 0
}

/** From the first day of the talk to its last, or to the summary when that came before. */
function termOf({ zone }: Ctx, { stages, closedAt }: DraftShown, { words, day }: Of): string {
  const talks = stages.filter(({ kind }) => kind === 'discussion')
  const [first, end] = [talks[0]?.firstDay, talks.at(-1)?.lastDay]
  const closed = closedAt && dayOf(closedAt, zone)
  const last = first && end && closed && closed >= first && closed < end ? closed : end
  return first && last ? words.reviewEnding.note.term(day(first), day(last)) : ''
}

function countsOf({ counts, rows }: SummaryBody, answers: number, words: Messages): string {
  const { note } = words.reviewEnding
  const [intake, late] = [rows.filter(({ receipt }) => receipt).length, rows.filter((row) => row.late).length]
  return [
    note.counts(words.reviews.remarks(counts.remarks), counts.participants),
    counts.positions ? note.positions(counts.positions) : false,
    intake > 0 && note.intake(intake),
    late > 0 && note.late(late),
    counts.unanswered > 0 && note.unanswered(counts.unanswered),
    answers > 0 && note.answers(answers),
  ]
    .filter(Boolean)
    .join(' ')
}

function tallied(values: readonly string[]): [string, string][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => [value, String(count)])
}

/** Changes that remarks caused, each once with the numbers of its remarks, in the order of the text. */
function changesOf({ rows }: SummaryBody): Record<string, string>[] {
  const changes = new Map<string, { place: string; was: string; became: string; numbers: number[] }>()
  for (const { number, changedVersion, address, exact, was, became } of rows) {
    if (changedVersion === null) continue
    const change = { place: address, was: was ?? exact, became: became ?? '' }
    const key = JSON.stringify(change)
    const known = changes.get(key) ?? { ...change, numbers: [] }
    changes.set(key, { ...known, numbers: [...known.numbers, number] })
  }
  return [...changes.values()].map(({ numbers, ...change }) => ({ ...change, remarks: numbers.join(', ') }))
}

function outcomeWords({ outcome, ended }: OutcomePage, { words, day }: Of): string {
  const { title, kinds, ended: ends, act } = words.reviewEnding
  if (outcome) {
    const by =
      outcome.act !== '' && outcome.number !== ''
        ? act(outcome.act, outcome.number, day(outcome.day))
        : day(outcome.day)
    return `${title}: ${kinds[outcome.kind].toLowerCase()}. ${by}`
  }
  return ended ? `${title}: ${ends[ended.kind].toLowerCase()}, ${day(ended.day)}` : ''
}
