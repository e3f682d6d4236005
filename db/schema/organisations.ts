/** Organisations: municipalities, institutions with their tier and predecessors, dated duties, employments. */
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { dayRange, id, moment, rowOf, ruText } from './columns.ts'

export const municipalities = pgTable('municipalities', {
  id: id(),
  code: text().notNull().unique(),
  name: ruText().notNull(),
  kind: text().notNull(),
  position: integer().notNull(),
})

export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    code: text().notNull().unique(), // stable; also the public address
    name: ruText().notNull(),
    shortName: ruText().notNull(),
    type: text().notNull(),
    tier: text({ enum: ['federal', 'regional', 'municipal', 'institutional'] }).notNull(),
    municipalityId: uuid().references(() => municipalities.id),
    parentId: uuid().references((): AnyPgColumn => organisations.id),
    predecessorId: uuid().references((): AnyPgColumn => organisations.id),
    aliases: text().array().notNull().default(sql`'{}'`),
    during: dayRange().notNull().default('[1900-01-01,)'),
    source: text({ enum: ['content', 'site', 'demo'] }).notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (organisation) => [
    index('organisations_of_municipality').on(organisation.municipalityId),
    index('organisations_by_name').on(organisation.shortName, organisation.code),
  ],
)

/** Regional coordinator and operator are dated assignments, not names in code (inventory B3). */
export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    duty: text().notNull(), // coordinator · operator
    organisationId: rowOf(() => organisations.id),
    during: dayRange().notNull(),
    ground: text().notNull(),
  },
  (assignment) => [
    unique('assignments_once').on(assignment.duty, assignment.organisationId, assignment.during),
  ],
)

export const employments = pgTable(
  'employments',
  {
    id: id(),
    personId: rowOf(() => people.id),
    organisationId: rowOf(() => organisations.id),
    post: text().notNull(),
    during: dayRange().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (employment) => [
    index('employments_of_person').on(employment.personId),
    index('employments_of_organisation').on(employment.organisationId),
    check('employments_post_not_blank', sql`length(trim(post)) > 0`),
  ],
)
