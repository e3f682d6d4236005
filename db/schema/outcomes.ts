/**
 * Outcomes: what became of a draft after its discussion, by an act. A wrong entry is followed by another with the
 * reason, never changed; the last one counts. What was approved is kept as its own text, to be compared with the draft.
 */
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { drafts, versions } from './reviews.ts'

export const outcomes = pgTable(
  'outcomes',
  {
    id: id(),
    draftId: rowOf(() => drafts.id),
    kind: text({ enum: ['approved', 'revision', 'rejected'] }).notNull(),
    act: text().notNull().default(''), // «Приказ Министерства…»
    number: text().notNull().default(''),
    day: day().notNull(), // of the act or of the decision
    link: text().notNull().default(''),
    reason: text().notNull().default(''),
    versionId: rowOf(() => versions.id), // the last published version then
    text: jsonb().$type<Record<string, unknown>>(), // what was approved, when it differs from that version
    sha256: text(), // of that text
    correctsId: uuid().references((): AnyPgColumn => outcomes.id), // the entry before, corrected or gone on from
    correction: text().notNull().default(''), // what was wrong with the entry before
    enteredById: rowOf(() => people.id),
    enteredAt: moment().notNull(),
  },
  (outcome) => [
    index('outcomes_of_draft').on(outcome.draftId, outcome.id),
    // one follows another: two first entries, or two corrections of one, cannot stand side by side
    unique('outcomes_one_line').on(outcome.draftId, outcome.correctsId).nullsNotDistinct(),
    check('outcomes_act', sql`kind <> 'approved' or (length(trim(act)) > 0 and length(trim(number)) > 0)`),
    check('outcomes_reason', sql`kind = 'approved' or length(trim(reason)) > 0`),
    check('outcomes_text', sql`(text is null) = (sha256 is null)`),
    check('outcomes_correction', sql`corrects_id is not null or correction = ''`),
  ],
)
