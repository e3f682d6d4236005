/**
 * Reviews: drafts, immutable versions made of blocks, anchors that never lie, remarks, decisions, summaries.
 *
 * An anchor is evidence and is never changed; where it stands in a later version is a resolution. Offsets are UTF-16
 * code units of the block's plain text, half-open.
 */
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
  real,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, ruText } from './columns.ts'
import { documents } from './documents.ts'
import { organisations } from './organisations.ts'

export const drafts = pgTable(
  'drafts',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(), // «Обсуждение № 17»
    slug: text().notNull().unique(),
    title: ruText().notNull(),
    kind: text().notNull(), // content/document-kinds.yaml
    developerId: uuid()
      .notNull()
      .references(() => organisations.id),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    ground: text().notNull(),
    explanatoryNote: text().notNull(),
    contact: text().notNull(),
    lang: text().notNull().default('ru'),
    documentId: uuid().references(() => documents.id), // the act it became, or is about
    createdAt: moment().notNull(),
    publishedAt: moment(), // null: only the developer's people see it
    withdrawnAt: moment(),
    withdrawReason: text(),
    discardedAt: moment(),
  },
  (draft) => [
    index('drafts_newest').on(draft.publishedAt, draft.id),
    index('drafts_of_developer').on(draft.developerId),
    check('drafts_title_not_blank', sql`length(trim(title)) > 0`),
  ],
)

/** `publishedAt` null: still being edited, with `edition` as the optimistic lock. Published ones never change. */
export const versions = pgTable(
  'versions',
  {
    id: id(),
    draftId: uuid()
      .notNull()
      .references(() => drafts.id),
    number: integer().notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(), // ProseMirror document with block ids
    edition: integer().notNull().default(1),
    note: text().notNull().default(''),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    publishedAt: moment(),
    sha256: text(),
  },
  (version) => [
    unique('versions_number').on(version.draftId, version.number),
    check('versions_published_hash', sql`(published_at is null) = (sha256 is null)`),
  ],
)

/** Structural units of a version in reading order. A block keeps its id in later versions while it is the same unit. */
export const blocks = pgTable(
  'blocks',
  {
    versionId: uuid()
      .notNull()
      .references(() => versions.id, { onDelete: 'cascade' }),
    blockId: uuid().notNull(),
    parentId: uuid(), // block id within the same version: item of a list, cell of a table
    position: integer().notNull(),
    kind: text({ enum: ['heading', 'paragraph', 'item', 'table', 'row', 'cell', 'quote'] }).notNull(),
    depth: integer().notNull().default(0), // heading level or list depth
    number: text(), // as printed; never invented
    address: text().notNull(), // «раздел III, абз. 4»
    text: text().notNull(), // plain; empty for tables and rows
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}), // marks, spans
  },
  (block) => [
    primaryKey({ columns: [block.versionId, block.blockId] }),
    unique('blocks_position').on(block.versionId, block.position),
  ],
)

/** Immutable evidence of a passage: which words, in which version, with what around them. */
export const anchors = pgTable(
  'anchors',
  {
    id: id(),
    versionId: uuid()
      .notNull()
      .references(() => versions.id),
    fromBlockId: uuid().notNull(),
    fromOffset: integer().notNull(),
    toBlockId: uuid().notNull(),
    toOffset: integer().notNull(),
    exact: text().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
    address: text().notNull(),
    whole: boolean().notNull(), // the whole block was meant, not a phrase
    createdAt: moment().notNull(),
  },
  (anchor) => [index('anchors_of_version').on(anchor.versionId)],
)

/** Where an anchor stands in a version. Never null, never overwritten: a confirmation is a further attempt. */
export const resolutions = pgTable(
  'resolutions',
  {
    anchorId: uuid()
      .notNull()
      .references(() => anchors.id),
    versionId: uuid()
      .notNull()
      .references(() => versions.id),
    attempt: integer().notNull().default(1),
    status: text({ enum: ['exact', 'moved', 'edited', 'split', 'merged', 'ambiguous', 'deleted'] }).notNull(),
    fromBlockId: uuid().notNull(), // of a deleted one: its seat
    fromOffset: integer().notNull(),
    toBlockId: uuid().notNull(),
    toOffset: integer().notNull(),
    method: text().notNull(),
    score: real().notNull(),
    candidates: jsonb().$type<{ blockId: string; from: number; to: number; score: number }[]>(),
    confirmedById: uuid().references(() => people.id),
    createdAt: moment().notNull(),
  },
  (resolution) => [
    primaryKey({ columns: [resolution.anchorId, resolution.versionId, resolution.attempt] }),
    index('resolutions_of_version').on(resolution.versionId),
  ],
)

export const discussions = pgTable('discussions', {
  id: id(),
  draftId: uuid()
    .notNull()
    .unique()
    .references(() => drafts.id),
  process: text().notNull(), // code of content/processes.yaml
  openedById: uuid()
    .notNull()
    .references(() => people.id),
  openedAt: moment().notNull(),
  closedAt: moment(), // when the summary is published
})

/** A stage lasts from 00:00 of its first day to 24:00 of its last, in the instance's zone. */
export const stages = pgTable(
  'stages',
  {
    id: id(),
    discussionId: uuid()
      .notNull()
      .references(() => discussions.id),
    position: integer().notNull(),
    kind: text({ enum: ['notice', 'discussion', 'expertise', 'processing', 'summary'] }).notNull(),
    title: text().notNull(),
    firstDay: day().notNull(),
    lastDay: day().notNull(),
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

export const remarks = pgTable(
  'remarks',
  {
    id: id(),
    draftId: uuid()
      .notNull()
      .references(() => drafts.id),
    number: integer().notNull(), // within the draft
    versionId: uuid()
      .notNull()
      .references(() => versions.id),
    stageId: uuid().references(() => stages.id),
    anchorId: uuid()
      .notNull()
      .references(() => anchors.id),
    kind: text({ enum: ['criticism', 'proposal', 'objection', 'question', 'support'] }).notNull(),
    weight: text({ enum: ['editorial', 'substantive', 'principal'] })
      .notNull()
      .default('substantive'),
    body: text().notNull(),
    replacement: text(), // words proposed instead of the anchored ones
    lang: text().notNull().default('ru'),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    onBehalfOfId: uuid().references(() => organisations.id),
    shownAs: text({ enum: ['name', 'role', 'number'] })
      .notNull()
      .default('name'),
    participantNumber: integer().notNull(), // «участник № 58» of this draft
    receivedAt: moment().notNull(), // decides lateness
    late: boolean().notNull().default(false),
    createdAt: moment().notNull(),
    withdrawnAt: moment(),
    withdrawReason: text(),
    hiddenAt: moment(),
    hideReason: text(),
  },
  (remark) => [
    unique('remarks_number').on(remark.draftId, remark.number),
    index('remarks_of_author').on(remark.authorId, remark.id),
    index('remarks_of_anchor').on(remark.anchorId),
    check('remarks_body_not_blank', sql`kind = 'support' or length(trim(body)) > 0`),
    check('remarks_replacement', sql`replacement is null or kind = 'proposal'`),
  ],
)

export const replies = pgTable(
  'replies',
  {
    id: id(),
    remarkId: uuid()
      .notNull()
      .references(() => remarks.id),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    createdAt: moment().notNull(),
    withdrawnAt: moment(),
    hiddenAt: moment(),
  },
  (reply) => [
    index('replies_of_remark').on(reply.remarkId, reply.id),
    check('replies_body_not_blank', sql`length(trim(body)) > 0`),
  ],
)

export const supports = pgTable(
  'supports',
  {
    remarkId: uuid()
      .notNull()
      .references(() => remarks.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
  },
  (support) => [primaryKey({ columns: [support.remarkId, support.personId] })],
)

/** The institute's answer to a remark; a new one supersedes, the old ones stay. */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    remarkId: uuid()
      .notNull()
      .references(() => remarks.id),
    decision: text({ enum: ['accepted', 'partly', 'rejected', 'noted', 'explained', 'offtopic'] }).notNull(),
    reason: text().notNull(),
    decidedById: uuid()
      .notNull()
      .references(() => people.id),
    deputyOfId: uuid().references(() => people.id),
    decidedAt: moment().notNull(),
    supersededById: uuid().references((): AnyPgColumn => decisions.id, { onDelete: 'restrict' }),
    changedVersionId: uuid().references(() => versions.id), // where the promised change landed
  },
  (decision) => [index('decisions_of_remark').on(decision.remarkId, decision.id)],
)

/** A published summary: the rows as they were, hashed, with people by number. */
export const summaries = pgTable(
  'summaries',
  {
    id: id(),
    draftId: uuid()
      .notNull()
      .references(() => drafts.id),
    revision: integer().notNull(),
    versionId: uuid()
      .notNull()
      .references(() => versions.id),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    sha256: text().notNull(),
    unansweredReason: text(), // said when a remark has no decision
    publishedById: uuid()
      .notNull()
      .references(() => people.id),
    publishedAt: moment().notNull(),
  },
  (summary) => [unique('summaries_revision').on(summary.draftId, summary.revision)],
)
