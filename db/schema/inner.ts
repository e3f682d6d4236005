/**
 * Closed stages inside an organisation or a working group: the people it calls discuss a copy of an open draft among
 * themselves, gather one position of it, and it enters the open stage under the organisation's name with what some of
 * them think otherwise. Remarks of the closed stage are remarks of the copy: nothing joins them to the open draft.
 */
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { covering, id, moment, remarkKind, remarkWeight, rowOf } from './columns.ts'
import { organisations } from './organisations.ts'
import { positions, remarks } from './remarks.ts'
import { drafts, versions } from './reviews.ts'

export const innerDiscussions = pgTable(
  'inner_discussions',
  {
    draftId: uuid() // the copy, closed
      .primaryKey()
      .references(() => drafts.id),
    aboutId: rowOf(() => drafts.id), // the open draft
    versionId: rowOf(() => versions.id), // of the open draft: what was copied, with the ids of its units
    organisationId: rowOf(() => organisations.id),
    circle: text().notNull(), // «рабочая группа учителей математики»
    convenedById: rowOf(() => people.id),
    convenedAt: moment().notNull(),
    positionId: uuid().references(() => positions.id), // what came of it
    endedAt: moment(), // signed, or called off
  },
  (inner) => [
    uniqueIndex('inner_one_at_a_time').on(inner.aboutId, inner.organisationId).where(sql`ended_at is null`),
    index('inner_of_position').on(inner.positionId),
  ],
)

/** Who was let into a closed discussion by name; the developer's people need no line here. */
export const draftMembers = pgTable(
  'draft_members',
  {
    draftId: rowOf(() => drafts.id),
    personId: rowOf(() => people.id),
    addedById: rowOf(() => people.id),
    addedAt: moment().notNull(),
  },
  (member) => [
    primaryKey({ columns: [member.draftId, member.personId] }),
    index('draft_members_of_person').on(member.personId),
  ],
)

/** What the position will say: to one passage of the copy, or to the document as a whole. Deleted while it is gathered. */
export const gatheredItems = pgTable(
  'gathered_items',
  {
    id: id(),
    draftId: rowOf(() => innerDiscussions.draftId),
    fromBlockId: uuid(), // null: the document as a whole
    fromOffset: integer(),
    toBlockId: uuid(),
    toOffset: integer(),
    address: text().notNull().default(''),
    exact: text().notNull().default(''),
    kind: remarkKind(),
    weight: remarkWeight(),
    body: text().notNull().default(''),
    replacement: text(),
    grounds: text().notNull().default(''),
    gatheredById: rowOf(() => people.id),
    gatheredAt: moment().notNull(),
    remarkId: uuid().references(() => remarks.id), // in the open stage, once signed
  },
  (item) => [index('gathered_of_draft').on(item.draftId, item.id)],
)

/** Which remarks of the closed stage an item stands on. */
export const gatheredFrom = pgTable(
  'gathered_from',
  {
    itemId: uuid()
      .notNull()
      .references(() => gatheredItems.id, { onDelete: 'cascade' }),
    remarkId: rowOf(() => remarks.id),
  },
  (line) => [primaryKey({ columns: [line.itemId, line.remarkId] })],
)

/** «Особое мнение»: a member's own words, signed by that member, shown beside the position in the open stage. */
export const dissents = pgTable(
  'dissents',
  {
    id: id(),
    draftId: rowOf(() => innerDiscussions.draftId),
    personId: rowOf(() => people.id),
    body: text().notNull(),
    signedAt: moment().notNull(),
    withdrawnAt: moment(), // taken back before the position was signed; what moderation did to it stays known
    ...covering(),
  },
  (dissent) => [
    unique('dissents_one_each').on(dissent.draftId, dissent.personId),
    check('dissents_body', sql`length(trim(body)) > 0`),
  ],
)
