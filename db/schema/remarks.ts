/** Discussions of drafts: stages with their days, remarks, replies, supports, decisions, summaries. */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
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
import { boilerplates } from './boilerplates.ts'
import { covering, day, id, moment, remarkKind, remarkWeight, rowOf } from './columns.ts'
import { intakes } from './intakes.ts'
import { organisations } from './organisations.ts'
import { anchors, drafts, versions } from './reviews.ts'

export const discussions = pgTable('discussions', {
  id: id(),
  draftId: uuid()
    .notNull()
    .unique()
    .references(() => drafts.id),
  process: text().notNull(), // code of content/processes.yaml
  openedById: rowOf(() => people.id),
  openedAt: moment().notNull(),
  closedAt: moment(), // when the summary is published
  pausedAt: moment(), // stands still since then; terms go on when it is resumed
  cancelledAt: moment(), // ended without a summary; the reason is in procedure_steps
})

/** A stage lasts from 00:00 of its first day to 24:00 of its last, in the instance's zone. */
export const stages = pgTable(
  'stages',
  {
    id: id(),
    discussionId: rowOf(() => discussions.id),
    position: integer().notNull(),
    kind: text({ enum: ['notice', 'discussion', 'expertise', 'processing', 'summary'] }).notNull(),
    title: text().notNull(),
    firstDay: day().notNull(),
    lastDay: day().notNull(),
    // as the order of the discussion said when it was opened; without limits for stages of older orders
    unit: text({ enum: ['calendar', 'working'] })
      .notNull()
      .default('calendar'),
    minDays: integer(),
    maxDays: integer(),
    endsOnWorkingDay: boolean().notNull().default(false),
    basis: text().notNull().default(''),
    who: text().array().notNull().default(sql`'{participant}'`),
    versionId: uuid().references(() => versions.id),
    audience: text({ enum: ['public', 'closed'] })
      .notNull()
      .default('public'),
  },
  (stage) => [
    unique('stages_position').on(stage.discussionId, stage.position),
    check('stages_days', sql`first_day <= last_day`),
  ],
)

/** The word of an organisation in a stage: one, signed, made of any number of remarks, counted apart from people's. */
export const positions = pgTable(
  'positions',
  {
    id: id(),
    draftId: rowOf(() => drafts.id),
    stageId: rowOf(() => stages.id),
    organisationId: rowOf(() => organisations.id),
    signatory: text().notNull(), // name and post, on the ground of the organisation's paper
    filedById: rowOf(() => people.id),
    filedAt: moment().notNull(),
    withdrawnAt: moment(),
    ...covering(), // of the signatory's words: what a position says are remarks with their own
  },
  (position) => [
    uniqueIndex('positions_one_per_stage')
      .on(position.stageId, position.organisationId)
      .where(sql`withdrawn_at is null`),
    check('positions_signatory', sql`length(trim(signatory)) > 0`),
  ],
)

export const remarks = pgTable(
  'remarks',
  {
    id: id(),
    draftId: rowOf(() => drafts.id),
    number: integer().notNull(), // within the draft
    versionId: rowOf(() => versions.id),
    stageId: uuid().references(() => stages.id),
    anchorId: rowOf(() => anchors.id),
    general: boolean().notNull().default(false), // on the document as a whole; the anchor is its first unit
    kind: remarkKind(),
    weight: remarkWeight().default('substantive'),
    body: text().notNull(),
    replacement: text(), // words proposed instead of the anchored ones; empty: leave them out
    grounds: text().notNull().default(''),
    sources: text().notNull().default(''), // norms and papers it rests on
    lang: text().notNull().default('ru'),
    authorId: rowOf(() => people.id),
    onBehalfOfId: uuid().references(() => organisations.id),
    shownAs: text({ enum: ['name', 'role', 'number'] })
      .notNull()
      .default('name'),
    participantNumber: integer().notNull(), // «участник № 58» of this draft
    receivedAt: moment().notNull(), // decides lateness
    late: boolean().notNull().default(false),
    createdAt: moment().notNull(),
    editedAt: moment(),
    intakeId: uuid().references(() => intakes.id), // came by letter, table, at a session: entered by the organiser
    positionId: uuid().references(() => positions.id), // part of an organisation's position
    withdrawnAt: moment(),
    withdrawReason: text(),
    ...covering(),
  },
  (remark) => [
    unique('remarks_number').on(remark.draftId, remark.number),
    index('remarks_of_author').on(remark.authorId, remark.id),
    index('remarks_of_anchor').on(remark.anchorId),
    index('remarks_of_intake').on(remark.intakeId),
    check('remarks_body_not_blank', sql`kind = 'support' or length(trim(body)) > 0`),
    check('remarks_replacement', sql`replacement is null or kind = 'proposal'`),
  ],
)

export const replies = pgTable(
  'replies',
  {
    id: id(),
    remarkId: rowOf(() => remarks.id),
    authorId: rowOf(() => people.id),
    body: text().notNull(),
    // As the author signed in this thread, or last in this draft; kept, so that a later choice uncovers nobody.
    shownAs: text({ enum: ['name', 'role', 'number'] }),
    participantNumber: integer(),
    createdAt: moment().notNull(),
    withdrawnAt: moment(),
    ...covering(),
  },
  (reply) => [
    index('replies_of_remark').on(reply.remarkId, reply.id),
    check('replies_body_not_blank', sql`length(trim(body)) > 0`),
  ],
)

export const supports = pgTable(
  'supports',
  {
    remarkId: rowOf(() => remarks.id),
    personId: rowOf(() => people.id),
    createdAt: moment().notNull(),
  },
  (support) => [primaryKey({ columns: [support.remarkId, support.personId] })],
)

/** The institute's answer to a remark; a new one supersedes, the old ones stay. */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    remarkId: rowOf(() => remarks.id),
    decision: text({ enum: ['accepted', 'partly', 'rejected', 'noted', 'explained', 'offtopic'] }).notNull(),
    reason: text().notNull(),
    decidedById: rowOf(() => people.id),
    deputyOfId: uuid().references(() => people.id),
    decidedAt: moment().notNull(),
    supersededById: uuid().references((): AnyPgColumn => decisions.id, { onDelete: 'restrict' }),
    changedVersionId: uuid().references(() => versions.id), // where the promised change landed
    boilerplateId: uuid().references(() => boilerplates.id), // the ready answer it began with
    confirmedById: uuid().references(() => people.id), // the signatory of the summary, where that step is on
    confirmedAt: moment(),
  },
  (decision) => [index('decisions_of_remark').on(decision.remarkId, decision.id)],
)

/** A published summary: the rows as they were, hashed, with people by number. */
export const summaries = pgTable(
  'summaries',
  {
    id: id(),
    draftId: rowOf(() => drafts.id),
    revision: integer().notNull(),
    versionId: rowOf(() => versions.id),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    sha256: text().notNull(),
    unansweredReason: text(), // said when a remark has no decision
    publishedById: rowOf(() => people.id),
    publishedAt: moment().notNull(),
  },
  (summary) => [unique('summaries_revision').on(summary.draftId, summary.revision)],
)
