/**
 * Results of contests: each ranking as it was published, what an appeal decided on a criterion, the order that made the
 * results final, and diplomas. A later ranking stands beside the earlier one; nothing is overwritten.
 */

import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { contestAppeals, contests, submissions } from './contests.ts'

export const contestRankings = pgTable(
  'contest_rankings',
  {
    id: id(),
    contestId: rowOf(() => contests.id),
    round: integer().notNull(), // 1: preliminary; more after appeals
    body: jsonb().$type<Record<string, unknown>>().notNull(), // agreement, severity, works without sheets; no names
    reason: text().notNull().default(''), // why without some sheets
    sha256: text().notNull(), // of body and places
    madeById: rowOf(() => people.id),
    madeAt: moment().notNull(),
  },
  (ranking) => [unique('contest_rankings_round').on(ranking.contestId, ranking.round)],
)

/** The mark of an appeal that was upheld; it counts for the work in the place of all first marks on the criterion. */
export const contestAppealMarks = pgTable(
  'contest_appeal_marks',
  {
    appealId: rowOf(() => contestAppeals.id),
    question: text().notNull(),
    mark: integer().notNull(),
  },
  (one) => [
    primaryKey({ columns: [one.appealId, one.question] }),
    check('contest_appeal_marks_mark', sql`mark >= 0`),
  ],
)

/** The signed order on the results, as it was entered; from here names are open. */
export const contestOrders = pgTable('contest_orders', {
  contestId: uuid()
    .primaryKey()
    .references(() => contests.id),
  round: integer().notNull(),
  number: text().notNull(),
  day: day().notNull(),
  enteredById: rowOf(() => people.id),
  enteredAt: moment().notNull(),
})

/** A diploma of a winner or of a prize; its code is behind the check page. */
export const contestDiplomas = pgTable(
  'contest_diplomas',
  {
    id: id(),
    contestId: rowOf(() => contests.id),
    submissionId: rowOf(() => submissions.id),
    number: integer().notNull(), // within the contest
    award: text({ enum: ['winner', 'prize'] }).notNull(),
    place: integer().notNull(),
    code: text().notNull().unique(),
    issuedAt: moment().notNull(),
  },
  (diploma) => [
    unique('contest_diplomas_once').on(diploma.submissionId),
    unique('contest_diplomas_number').on(diploma.contestId, diploma.number),
  ],
)
