/**
 * Reviews: drafts, immutable versions made of blocks, anchors that never lie, remarks, decisions, summaries.
 *
 * An anchor is evidence and is never changed; where it stands in a later version is a resolution. Offsets are UTF-16
 * code units of the block's plain text, half-open.
 */
import { sql } from 'drizzle-orm'
import {
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
import { id, moment, rowOf, ruText } from './columns.ts'
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
    developerId: rowOf(() => organisations.id),
    authorId: rowOf(() => people.id),
    ground: text().notNull(),
    explanatoryNote: text().notNull(),
    questions: text().notNull().default(''), // what the developer asks of participants
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
    draftId: rowOf(() => drafts.id),
    number: integer().notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(), // ProseMirror document with block ids
    edition: integer().notNull().default(1),
    note: text().notNull().default(''),
    authorId: rowOf(() => people.id),
    createdAt: moment().notNull(),
    publishedAt: moment(),
    sha256: text(),
    unansweredReason: text(), // said when remarks of the version before had no decision
    unkeptReason: text(), // said when a promised change is not in it
    flags: jsonb().$type<{ unanswered: number; unkept: number; unexplained: number }>(), // what was seen then
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
    kind: text({
      enum: ['heading', 'paragraph', 'item', 'table', 'row', 'cell', 'quote', 'note', 'image'],
    }).notNull(),
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
    versionId: rowOf(() => versions.id),
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
    anchorId: rowOf(() => anchors.id),
    versionId: rowOf(() => versions.id),
    attempt: integer().notNull().default(1),
    status: text({ enum: ['exact', 'moved', 'edited', 'split', 'merged', 'ambiguous', 'deleted'] }).notNull(),
    fromBlockId: uuid().notNull(), // of a deleted one: its seat
    fromOffset: integer().notNull(),
    toBlockId: uuid().notNull(),
    toOffset: integer().notNull(),
    method: text().notNull(),
    score: real().notNull(),
    candidates: jsonb().$type<{ blockId: string; from: number; to: number; score: number }[]>(),
    parts: jsonb().$type<{ blockId: string; from: number; to: number }[]>(), // of a split one: where its words are
    confirmedById: uuid().references(() => people.id),
    createdAt: moment().notNull(),
  },
  (resolution) => [
    primaryKey({ columns: [resolution.anchorId, resolution.versionId, resolution.attempt] }),
    index('resolutions_of_version').on(resolution.versionId),
    index('resolutions_confirmed').on(resolution.anchorId).where(sql`method = 'confirmed'`),
  ],
)
