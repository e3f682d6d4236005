/**
 * Lists of candidates: whom an organiser proposes for a status, what was found out about them, and who agreed.
 *
 * A list has no effect by itself: statuses begin only when the signed order is entered. Points of an assessment are
 * for those who may read results: they and the statements stand in the closed base, and the site reads and writes them by
 * functions alone (app/domain/assessment/closed-results.server.ts). Steps, acts and statements are only added.
 */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { directions, directionVersions, orders } from './experts.ts'
import { imports } from './imports.ts'
import { closed } from './notifications.ts'
import { municipalities, organisations } from './organisations.ts'

/** What holds for statuses of a direction by orders of `since` or later. Added, never changed; the last row counts. */
export const directionTerms = pgTable(
  'direction_terms',
  {
    id: id(),
    directionId: rowOf(() => directions.id),
    since: day().notNull(),
    termMonths: integer(), // null: a status has no end by itself
    reassessMonths: integer(), // null: who has the status is not assessed again
    attempts: integer(), // null: as many as one wants
    exempt: text().array().notNull().default(sql`'{}'`), // categories without the assessment
    exclusion: text().array().notNull().default(sql`'{}'`), // grounds of exclusion
    ground: text().notNull(), // the act that says so
    setById: rowOf(() => people.id),
    setAt: moment().notNull(),
  },
  (terms) => [index('terms_of_direction').on(terms.directionId, terms.id)],
)

/** Result of one attempt; a wrong entry is withdrawn and entered anew. */
export const assessmentResults = closed.table(
  'assessment_results',
  {
    id: id(),
    personId: rowOf(() => people.id),
    directionId: rowOf(() => directions.id),
    attempt: integer().notNull(),
    earned: integer().notNull(),
    maximum: integer().notNull(),
    day: day().notNull(),
    motivation: integer(), // points of the questionnaire of motivation, kept beside those that make the result
    motivationMaximum: integer(),
    importId: uuid().references(() => imports.id), // the list of the campaign it came with
    enteredById: rowOf(() => people.id),
    enteredAt: moment().notNull(),
    withdrawnAt: moment(),
    withdrawnById: uuid().references(() => people.id),
  },
  (result) => [
    uniqueIndex('results_once')
      .on(result.personId, result.directionId, result.attempt)
      .where(sql`withdrawn_at is null`),
    index('results_of_import').on(result.importId),
    check('results_motivation', sql`motivation >= 0 and motivation <= motivation_maximum`),
    check('results_points', sql`maximum > 0 and earned >= 0 and earned <= maximum and attempt > 0`),
  ],
)

/** What a person said of being an individual entrepreneur; the last one counts. */
export const entrepreneurStatements = closed.table(
  'entrepreneur_statements',
  {
    id: id(),
    personId: rowOf(() => people.id),
    entrepreneur: boolean().notNull(),
    day: day().notNull(),
    enteredById: rowOf(() => people.id),
    enteredAt: moment().notNull(),
  },
  (statement) => [index('entrepreneurs_of_person').on(statement.personId, statement.id)],
)

/** What passes, as content says: written by the owner at each start, so that the web login cannot ask point by point. */
export const pass = closed.table('pass', {
  one: boolean().primaryKey().default(true),
  percent: integer().notNull(),
  strict: boolean().notNull(),
})

export const candidateLists = pgTable(
  'candidate_lists',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(),
    title: text().notNull(),
    directionVersionId: rowOf(() => directionVersions.id),
    municipalityId: uuid().references(() => municipalities.id), // where its body of education takes part
    effect: text({ enum: ['approves', 'extends'] }).notNull(),
    firstDay: day(), // of the statuses, where it is not the day of the order
    lastDay: day(),
    basis: text().notNull().default(''),
    state: text({ enum: ['draft', 'agreement', 'ready', 'registered'] }).notNull(),
    revision: integer().notNull().default(1), // each change of what is agreed on adds one
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
    changedAt: moment().notNull(),
    discardedAt: moment(),
    orderId: uuid().references(() => orders.id), // the act by which the statuses began
  },
  (list) => [
    unique('candidate_lists_number').on(list.number),
    unique('candidate_lists_order').on(list.orderId),
    index('candidate_lists_of_direction').on(list.directionVersionId),
    check('candidate_lists_registered', sql`(state = 'registered') = (order_id is not null)`),
  ],
)

export const candidates = pgTable(
  'candidates',
  {
    id: id(),
    listId: rowOf(() => candidateLists.id),
    personId: rowOf(() => people.id),
    exemption: text().notNull().default(''), // a category of the direction's terms: not assessed
    addedById: rowOf(() => people.id),
    addedAt: moment().notNull(),
    removedAt: moment(),
  },
  (candidate) => [
    uniqueIndex('candidates_once').on(candidate.listId, candidate.personId).where(sql`removed_at is null`),
    index('candidates_of_person').on(candidate.personId),
  ],
)

/** The way of a list. An agreement is of one revision: a changed list has lost it. */
export const listSteps = pgTable(
  'list_steps',
  {
    id: id(),
    listId: rowOf(() => candidateLists.id),
    kind: text({
      enum: ['sent', 'agreed', 'returned', 'recalled', 'changed', 'registered', 'discarded', 'restored'],
    }).notNull(),
    bodyId: uuid().references(() => organisations.id), // who agreed or returned
    revision: integer().notNull(),
    reason: text().notNull().default(''),
    byId: rowOf(() => people.id),
    at: moment().notNull(),
  },
  (step) => [index('steps_of_list').on(step.listId, step.id)],
)

/** A further act about the same list, by whom content demands it; the last one of an issuer counts. */
export const listActs = pgTable(
  'list_acts',
  {
    id: id(),
    listId: rowOf(() => candidateLists.id),
    issuerId: rowOf(() => organisations.id),
    number: text().notNull(),
    day: day().notNull(),
    enteredById: rowOf(() => people.id),
    enteredAt: moment().notNull(),
  },
  (act) => [index('acts_of_list').on(act.listId, act.id)],
)
