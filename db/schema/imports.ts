/**
 * Imports of lists from papers: of a municipality's organisations, of people named by an order, of assessment results.
 *
 * A list is looked through row by row before anything of it is written, then it is written whole or not at all, and
 * can be taken back whole. The words of its cells are kept only while it is open; what each row made stays.
 */
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { id, moment, rowOf } from './columns.ts'
import { directions, orders } from './experts.ts'
import { jobs } from './files.ts'
import { municipalities, organisations } from './organisations.ts'

export const imports = pgTable(
  'imports',
  {
    id: id(),
    kind: text({ enum: ['organisations', 'people', 'results', 'nominations'] }).notNull(),
    name: text().notNull(), // of the file, or what was pasted
    municipalityId: uuid().references(() => municipalities.id), // whose organisations
    orderId: uuid().references(() => orders.id), // to whose list people are added
    directionId: uuid().references(() => directions.id), // in which people were assessed
    organisationId: uuid().references(() => organisations.id), // who nominates
    settings: jsonb().$type<Record<string, string>>().notNull(), // how the rows are read: direction, tier, term
    head: text().array().notNull(), // titles of the columns
    columns: jsonb().$type<Record<string, number>>().notNull(), // field → column
    state: text({ enum: ['open', 'running', 'done', 'undone', 'discarded'] }).notNull(),
    revision: integer().notNull().default(1),
    jobId: uuid().references(() => jobs.id),
    problem: text(), // why the last try wrote nothing
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
    doneAt: moment(),
    undoneById: uuid().references(() => people.id),
    undoneAt: moment(),
    reason: text().notNull().default(''),
  },
  (one) => [
    index('imports_of_person').on(one.createdById, one.id),
    check('imports_target', sql`kind <> 'organisations' or municipality_id is not null`),
    check('imports_nominator', sql`kind <> 'nominations' or organisation_id is not null`),
    check('imports_direction', sql`kind <> 'results' or direction_id is not null`),
  ],
)

/** A row of the list: its cells, what is found out about it, what was decided, and what it made. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    at: integer().notNull(), // line of the file
    cells: text().array().notNull(),
    verdict: text({ enum: ['new', 'same', 'probable', 'rejected'] }).notNull(),
    reasons: jsonb().$type<{ code: string; facts?: Record<string, string | number> }[]>().notNull(),
    read: jsonb().$type<Record<string, unknown>>().notNull(), // what the cells mean
    matches: jsonb().$type<Record<string, unknown>[]>().notNull(), // whom it may be
    choice: text(), // new · skip · id of a match
    take: text().array().notNull().default(sql`'{}'`), // fields in which the list is right
    objectId: uuid(), // what it became
    made: jsonb().$type<Record<string, unknown>>(),
  },
  (row) => [
    primaryKey({ columns: [row.importId, row.at] }),
    index('import_rows_by_verdict').on(row.importId, row.verdict, row.at),
  ],
)
