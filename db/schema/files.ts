/** Files by content hash, and jobs: work over a second with its progress, cancel and result. */
import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { id, moment } from './columns.ts'

export const files = pgTable(
  'files',
  {
    id: id(),
    sha256: text().notNull(), // also the place in the store
    size: integer().notNull(),
    mediaType: text().notNull(), // found in the bytes, not in the name
    name: text().notNull(),
    objectKind: text().notNull(), // reach follows the object
    objectId: uuid(),
    isPublic: boolean().notNull().default(false),
    createdById: uuid().references(() => people.id),
    createdAt: moment().notNull().defaultNow(),
    erasedAt: moment(),
  },
  (file) => [
    index('files_of_object').on(file.objectKind, file.objectId),
    index('files_by_hash').on(file.sha256),
  ],
)

export const jobs = pgTable(
  'jobs',
  {
    id: id(),
    kind: text().notNull(),
    state: text({ enum: ['queued', 'running', 'done', 'failed', 'cancelled'] })
      .notNull()
      .default('queued'),
    progress: integer().notNull().default(0),
    total: integer(),
    cancel: boolean().notNull().default(false),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    result: jsonb().$type<Record<string, unknown>>(),
    problem: text(),
    actorId: uuid().references(() => people.id),
    createdAt: moment().notNull().defaultNow(),
    startedAt: moment(),
    finishedAt: moment(),
  },
  (job) => [index('jobs_of_actor').on(job.actorId, job.id)],
)
