/**
 * What happens to sheets after they were sent, or instead: the secretary closes them at the term with a quorum, prolongs
 * the term, or a consensus round asks for second marks. A second mark stands beside the first and never replaces it.
 */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { panels, sheets } from './panels.ts'

/** Sheets closed at the term without those that never came. Never changed. */
export const sheetClosings = pgTable('sheet_closings', {
  panelId: uuid()
    .primaryKey()
    .references(() => panels.id),
  reason: text().notNull(),
  dissent: text().notNull().default(''), // who disagreed with the closing, and why
  needed: integer().notNull(), // sheets that the template's quorum asked for
  sent: integer().notNull(),
  missing: jsonb().$type<number[]>().notNull(), // public numbers of members without a sheet
  closedById: rowOf(() => people.id),
  closedAt: moment().notNull(),
})

/** Every change of the last day of the sheets, with its reason. Never changed. */
export const sheetTerms = pgTable(
  'sheet_terms',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    before: day().notNull(),
    after: day().notNull(),
    reason: text().notNull(),
    changedById: rowOf(() => people.id),
    changedAt: moment().notNull(),
  },
  (term) => [
    unique('sheet_terms_order').on(term.panelId, term.id),
    check('sheet_terms_later', sql`after > before`),
  ],
)

/** A consensus round over some criteria. `closedById` null in a closed one: everybody had answered. */
export const rounds = pgTable(
  'consensus_rounds',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    number: integer().notNull(), // within its panel
    criteria: jsonb().$type<string[]>().notNull(), // codes of questions
    reason: text().notNull(),
    named: boolean().notNull(), // members see whose marks these are
    lastDay: day().notNull(),
    openedById: rowOf(() => people.id),
    openedAt: moment().notNull(),
    closedAt: moment(),
    closedById: uuid().references(() => people.id),
    closeReason: text().notNull().default(''),
  },
  (round) => [
    unique('consensus_rounds_number').on(round.panelId, round.number),
    uniqueIndex('consensus_rounds_one_open').on(round.panelId).where(sql`closed_at is null`),
  ],
)

/** The second sheet of a member: opened with the round, sent once. */
export const secondSheets = pgTable(
  'second_sheets',
  {
    id: id(),
    roundId: rowOf(() => rounds.id),
    sheetId: rowOf(() => sheets.id),
    edition: integer().notNull().default(0), // counts savings, so that two devices do not overwrite each other
    savedAt: moment(),
    sentAt: moment(),
    sha256: text(),
  },
  (second) => [unique('second_sheets_once').on(second.roundId, second.sheetId)],
)

/** What a member says anew to one criterion; a kept mark has no value of its own. */
export const secondMarks = pgTable(
  'second_marks',
  {
    secondSheetId: uuid()
      .notNull()
      .references(() => secondSheets.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    kept: boolean().notNull(),
    mark: integer(),
    notApplicable: boolean().notNull().default(false),
    reason: text().notNull().default(''),
  },
  (mark) => [
    primaryKey({ columns: [mark.secondSheetId, mark.question] }),
    check('second_marks_kept', sql`not kept or (mark is null and not not_applicable)`),
  ],
)
