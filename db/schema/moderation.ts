/**
 * Moderation: one queue of cases for every kind of text, what was done about each, by whom and why.
 *
 * A case is opened by a newcomer's text, by a reader's report or by an appeal, and closed by an intervention. The words
 * stay in their own room; here are only their kind and id, whose they are and where they lie, so that reach can ask.
 */
import { sql } from 'drizzle-orm'
import { index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { id, moment, rowOf } from './columns.ts'
import { organisations } from './organisations.ts'
import { drafts } from './reviews.ts'

export const moderationCases = pgTable(
  'moderation_cases',
  {
    id: id(),
    objectKind: text().notNull(), // remark, reply, name, …: kinds of app/web/texts.server.ts
    objectId: uuid().notNull(),
    authorId: uuid().references(() => people.id), // null: answered without a name
    organisationId: uuid().references(() => organisations.id), // whose discussion it is; null: nobody's but the region's
    draftId: uuid().references(() => drafts.id), // who may not know the draft may not know the case
    origin: text({ enum: ['newcomer', 'report', 'appeal', 'moderator'] }).notNull(),
    openedAt: moment().notNull(),
    closedAt: moment(),
  },
  (one) => [
    uniqueIndex('moderation_cases_open').on(one.objectKind, one.objectId).where(sql`closed_at is null`),
    index('moderation_cases_waiting').on(one.openedAt, one.id).where(sql`closed_at is null`),
    index('moderation_cases_of_author').on(one.authorId, one.id),
  ],
)

/** What a moderator did; never changed, a later one supersedes. */
export const interventions = pgTable(
  'interventions',
  {
    id: id(),
    caseId: rowOf(() => moderationCases.id),
    objectKind: text().notNull(),
    objectId: uuid().notNull(),
    authorId: uuid().references(() => people.id), // null: answered without a name
    step: text({ enum: ['passed', 'hidden', 'returned', 'shown', 'kept'] }).notNull(),
    reason: text(), // code of content/moderation.yaml; none when words are let through or shown
    words: text().notNull().default(''),
    moderatorId: rowOf(() => people.id),
    deputyOfId: uuid().references(() => people.id),
    at: moment().notNull(),
  },
  (step) => [
    index('interventions_of_object').on(step.objectKind, step.objectId, step.id),
    index('interventions_of_author').on(step.authorId, step.id),
    index('interventions_of_case').on(step.caseId),
  ],
)

export const reports = pgTable(
  'reports',
  {
    id: id(),
    caseId: rowOf(() => moderationCases.id),
    reporterId: rowOf(() => people.id),
    reason: text().notNull(), // code of content/moderation.yaml
    words: text().notNull().default(''),
    createdAt: moment().notNull(),
  },
  (report) => [unique('reports_once').on(report.caseId, report.reporterId)],
)

export const appeals = pgTable('appeals', {
  id: id(),
  interventionId: uuid()
    .notNull()
    .unique() // one is heard once
    .references(() => interventions.id),
  caseId: rowOf(() => moderationCases.id),
  words: text().notNull(),
  createdAt: moment().notNull(),
})
