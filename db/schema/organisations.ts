/**
 * Organisations: municipalities, institutions with their tier, what came of what, dated duties, employments.
 *
 * A card that was merged into another exists on no day (`during` is empty) and leads to the one that stayed.
 */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, dayRange, id, moment, rowOf, ruText } from './columns.ts'

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
    aliases: text().array().notNull().default(sql`'{}'`),
    // printed on the letterhead of its papers; public, like the card
    address: text().notNull().default(''),
    phone: text().notNull().default(''),
    email: text().notNull().default(''),
    site: text().notNull().default(''),
    inn: text(), // taxpayer number: the surest sign that two cards are one organisation
    during: dayRange().notNull().default('[1900-01-01,)'),
    mergedIntoId: uuid().references((): AnyPgColumn => organisations.id),
    revision: integer().notNull().default(1),
    source: text({ enum: ['content', 'site', 'demo'] }).notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (organisation) => [
    index('organisations_of_municipality').on(organisation.municipalityId),
    index('organisations_by_name').on(organisation.shortName, organisation.code),
    uniqueIndex('organisations_inn').on(organisation.inn).where(sql`merged_into_id is null`),
    check('organisations_inn_digits', sql`inn ~ '^[0-9]{10}$'`),
    check('organisations_merged_empty', sql`merged_into_id is null or isempty(during)`),
  ],
)

/** One organisation went on as another: a new name and charter, a merger of several, a division into several. */
export const successions = pgTable(
  'successions',
  {
    id: id(),
    predecessorId: rowOf(() => organisations.id),
    successorId: rowOf(() => organisations.id),
    day: day(), // first day of the successor's; null where the papers do not say
    ground: text().notNull().default(''),
  },
  (succession) => [
    unique('successions_once').on(succession.predecessorId, succession.successorId),
    index('successions_of_successor').on(succession.successorId),
    check('successions_two', sql`predecessor_id <> successor_id`),
  ],
)

/** What a card said before and after each change: public facts of organisations, no people. */
export const organisationChanges = pgTable(
  'organisation_changes',
  {
    id: id(),
    organisationId: rowOf(() => organisations.id),
    kind: text({
      enum: ['added', 'edited', 'closed', 'reopened', 'linked', 'unlinked', 'merged', 'unmerged', 'removed'],
    }).notNull(),
    before: jsonb().$type<Record<string, unknown>>().notNull(),
    after: jsonb().$type<Record<string, unknown>>().notNull(),
    ground: text().notNull().default(''),
    importId: uuid(), // the list it came with
    changedById: rowOf(() => people.id),
    changedAt: moment().notNull(),
  },
  (change) => [index('organisation_changes_of').on(change.organisationId, change.id)],
)

/** Two cards of one organisation became one; `moved` names every row that changed hands, so that it can be taken back. */
export const organisationMerges = pgTable(
  'organisation_merges',
  {
    id: id(),
    goneId: rowOf(() => organisations.id),
    keptId: rowOf(() => organisations.id),
    moved: jsonb().$type<Record<string, string[]>>().notNull(), // 'table.column' → ids of its rows
    before: jsonb()
      .$type<Record<string, { during: string; aliases: string[]; inn: string | null }>>()
      .notNull(), // by id of the card
    ground: text().notNull(),
    mergedById: rowOf(() => people.id),
    mergedAt: moment().notNull(),
    undoneById: uuid().references(() => people.id),
    undoneAt: moment(),
  },
  (merge) => [
    index('organisation_merges_kept').on(merge.keptId),
    uniqueIndex('organisation_merges_gone').on(merge.goneId).where(sql`undone_at is null`),
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
    /** by which act it ended, where nobody followed */
    endGround: text(),
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
