/** Lists of directions that are being prepared: kept on the server, seen by those who prepare them, published once. */
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { documents } from './documents.ts'
import { directionLists } from './experts.ts'

/** A direction as the new list words it. One that leaves the list stays here with what goes on with it. */
export interface DraftDirection {
  code: string
  tier: 'federal' | 'regional' | 'municipal' | 'institutional'
  title: string
  shortTitle: string
  group: string
  content: string[]
  procedures: string[]
  /** codes of organisations */
  participants: string[]
  approving: string[]
  note: string
  leaves: boolean
  /** codes of directions of the new list; only of one that leaves */
  replacedBy: string[]
}

export const directionDrafts = pgTable('direction_drafts', {
  id: id(),
  baseId: rowOf(() => directionLists.id), // the list that the new one goes on with
  title: text().notNull(),
  documentId: uuid().references(() => documents.id),
  firstDay: day(),
  rows: jsonb().$type<DraftDirection[]>().notNull(),
  revision: integer().notNull().default(1), // each saved change adds one; a form says which it has seen
  createdById: rowOf(() => people.id),
  createdAt: moment().notNull(),
  changedById: rowOf(() => people.id),
  changedAt: moment().notNull(),
  discardedAt: moment(),
  listId: uuid().references(() => directionLists.id), // what it became
})
