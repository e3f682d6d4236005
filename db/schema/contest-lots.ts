/**
 * Lots for all works of a contest: what was announced stays as it was, a draw is written beside it once, and the next lot
 * names the protocol that it follows. Rows of people have no names; who was not drawn is never told.
 */
import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { id, moment, rowOf } from './columns.ts'
import { contestBatches, contests } from './contests.ts'

export const contestLots = pgTable(
  'contest_lots',
  {
    id: id(),
    contestId: rowOf(() => contests.id),
    lot: integer().notNull(), // first, second … of the contest
    batchId: rowOf(() => contestBatches.id), // in which the probabilities were reckoned
    rules: jsonb().$type<Record<string, unknown>>().notNull(),
    candidates: jsonb().$type<Record<string, unknown>[]>().notNull(), // rows with person and salt
    shares: jsonb().$type<Record<string, unknown>>().notNull(), // probabilities and spare rows by code
    commitment: text().notNull(), // SHA-256(secret)
    secret: text().notNull(), // shown with the draw
    source: text().notNull(),
    previous: text(), // hash of the protocol before
    announcement: text().notNull(),
    announcedById: rowOf(() => people.id),
    announcedAt: moment().notNull(),
    publicValue: text(),
    seed: text(),
    chosen: jsonb().$type<Record<string, unknown>[]>().notNull(),
    drawnById: uuid().references(() => people.id),
    drawnAt: moment(),
    sha256: text().notNull(), // of the protocol
  },
  (one) => [
    unique('contest_lots_number').on(one.contestId, one.lot),
    check(
      'contest_lots_drawn',
      sql`(seed is null) = (drawn_at is null) and (seed is null) = (public_value is null)`,
    ),
  ],
)
