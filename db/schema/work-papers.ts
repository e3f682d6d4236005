/** «Справка об участии в экспертизе»: one for each person of a panel, numbered without gaps within a year. */
import { sql } from 'drizzle-orm'
import {
  index,
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
import { panels } from './panels.ts'

/** The last number given of a kind in a year; its row is the lock under which the next one is given. */
export const paperCounters = pgTable(
  'paper_counters',
  { kind: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  (counter) => [primaryKey({ columns: [counter.kind, counter.year] })],
)

export const workPapers = pgTable(
  'work_papers',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    personId: rowOf(() => people.id),
    year: integer().notNull(),
    number: integer().notNull(),
    issuedOn: day().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(), // role, hours, days, object; no names
    sha256: text().notNull(), // of the facts
    code: text().notNull(),
    issuedById: rowOf(() => people.id),
    issuedAt: moment().notNull(),
    revokedAt: moment(),
    // the one before it, taken back when the record was corrected
    replacesId: uuid(),
  },
  (paper) => [
    unique('work_papers_number').on(paper.year, paper.number),
    uniqueIndex('work_papers_standing').on(paper.panelId, paper.personId).where(sql`revoked_at is null`),
    index('work_papers_of_person').on(paper.personId),
  ],
)
