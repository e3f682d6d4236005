/**
 * Processing of remarks by the developer: who prepares which answer until when, what is recommended, which remarks are
 * answered together, which suggestions went into the next text, and what an author says against the record.
 */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { covering, day, id, moment, remarkKind, remarkWeight, rowOf } from './columns.ts'
import { remarks } from './remarks.ts'
import { drafts, versions } from './reviews.ts'

/** What a remark said before it was changed. */
export const remarkRevisions = pgTable(
  'remark_revisions',
  {
    id: id(),
    remarkId: rowOf(() => remarks.id),
    kind: remarkKind(),
    weight: remarkWeight(),
    body: text().notNull(),
    replacement: text(),
    grounds: text().notNull(),
    sources: text().notNull(),
    replacedById: rowOf(() => people.id),
    replacedAt: moment().notNull(),
  },
  (revision) => [index('revisions_of_remark').on(revision.remarkId, revision.id)],
)

/** The chain of a draft's answers; without a row decisions are taken at once by those who may decide. */
export const chains = pgTable('chains', {
  draftId: uuid()
    .primaryKey()
    .references(() => drafts.id),
  executor: boolean().notNull().default(false), // a decision needs a recommendation before it
  signatory: boolean().notNull().default(false), // decisions are confirmed before the summary
  changedById: rowOf(() => people.id),
  changedAt: moment().notNull(),
})

/** Who prepares the answer; a new one ends the one before. */
export const remarkAssignments = pgTable(
  'remark_assignments',
  {
    id: id(),
    remarkId: rowOf(() => remarks.id),
    executorId: rowOf(() => people.id),
    dueDay: day(),
    assignedById: rowOf(() => people.id),
    assignedAt: moment().notNull(),
    endedAt: moment(),
  },
  (assignment) => [
    uniqueIndex('remark_assignments_one_at_a_time').on(assignment.remarkId).where(sql`ended_at is null`),
    index('remark_assignments_of_executor').on(assignment.executorId).where(sql`ended_at is null`),
  ],
)

/** What an executor proposes to answer; the last one counts. Seen by the developer's people alone. */
export const recommendations = pgTable(
  'recommendations',
  {
    id: id(),
    remarkId: rowOf(() => remarks.id),
    decision: text({ enum: ['accepted', 'partly', 'rejected', 'noted', 'explained', 'offtopic'] }).notNull(),
    reason: text().notNull(),
    recommendedById: rowOf(() => people.id),
    recommendedAt: moment().notNull(),
  },
  (recommendation) => [index('recommendations_of_remark').on(recommendation.remarkId, recommendation.id)],
)

/** Remarks that get one answer. `copies`: one argument sent by many; `similar`: several that say alike. */
export const remarkGroups = pgTable(
  'remark_groups',
  {
    id: id(),
    draftId: rowOf(() => drafts.id),
    kind: text({ enum: ['similar', 'copies'] }).notNull(),
    madeById: rowOf(() => people.id),
    madeAt: moment().notNull(),
    dissolvedById: uuid().references(() => people.id),
    dissolvedAt: moment(),
  },
  (group) => [index('groups_of_draft').on(group.draftId, group.id)],
)

export const groupMembers = pgTable(
  'group_members',
  {
    groupId: rowOf(() => remarkGroups.id),
    remarkId: rowOf(() => remarks.id),
    removedAt: moment(),
  },
  (member) => [
    primaryKey({ columns: [member.groupId, member.remarkId] }),
    uniqueIndex('members_of_one_group').on(member.remarkId).where(sql`removed_at is null`),
  ],
)

/** A proposal whose words went into the text of a version, and the words it replaced there. */
export const appliedProposals = pgTable(
  'applied_proposals',
  {
    remarkId: rowOf(() => remarks.id),
    versionId: uuid()
      .notNull()
      .references(() => versions.id, { onDelete: 'cascade' }),
    edition: integer().notNull(), // of the version after it
    blockId: uuid().notNull(),
    fromOffset: integer().notNull().default(0), // where `after` stood in that edition
    before: text().notNull(),
    after: text().notNull(),
    appliedById: rowOf(() => people.id),
    appliedAt: moment().notNull(),
  },
  (applied) => [primaryKey({ columns: [applied.remarkId, applied.versionId] })],
)

/** An author says that the remark was recorded wrongly; the developer answers, and may have corrected the record. */
export const recordObjections = pgTable(
  'record_objections',
  {
    id: id(),
    remarkId: rowOf(() => remarks.id),
    body: text().notNull(),
    createdAt: moment().notNull(),
    answer: text(),
    corrected: boolean().notNull().default(false),
    answeredById: uuid().references(() => people.id),
    answeredAt: moment(),
    ...covering(),
  },
  (objection) => [
    index('objections_of_remark').on(objection.remarkId, objection.id),
    uniqueIndex('objections_one_open').on(objection.remarkId).where(sql`answered_at is null`),
    check('objections_not_blank', sql`length(trim(body)) > 0`),
  ],
)
