/**
 * The log: what happened, insert-only, in the transaction of the command that did it.
 *
 * Entries hold ids and salted hashes, never names or texts. `log_pending` is the sealer's queue, filled by a trigger;
 * a seal gives a committed entry its consecutive number and chains its hash, so nothing is ever updated.
 */
import { bigint, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, moment, rowOf } from './columns.ts'

export const logEntries = pgTable(
  'log_entries',
  {
    id: id(),
    at: moment().notNull(),
    kind: text().notNull(), // noun.verb-ed, e.g. remark.left
    actorId: uuid(), // a person; null for the site itself
    deputyOfId: uuid(),
    objectKind: text().notNull(),
    objectId: uuid(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (entry) => [
    index('log_entries_of_object').on(entry.objectKind, entry.objectId),
    index('log_entries_of_actor').on(entry.actorId),
  ],
)

export const logPending = pgTable('log_pending', { entryId: uuid().primaryKey() })

export const logSeals = pgTable(
  'log_seals',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    entryId: rowOf(() => logEntries.id),
    hash: text().notNull(), // SHA-256(previous ‖ canonical JSON of the entry)
  },
  (seal) => [unique('log_seals_entry').on(seal.entryId)],
)

/** How far each consumer (mail, search, feeds) has read, by seq. */
export const logReaders = pgTable('log_readers', {
  name: text().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
})
