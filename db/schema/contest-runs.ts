/** What is done for all works of a contest at once by a job: how far it is, what stayed and why, the file it made. */
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { id, moment, rowOf } from './columns.ts'
import { contests } from './contests.ts'
import { files, jobs } from './files.ts'

export const contestRuns = pgTable(
  'contest_runs',
  {
    id: id(),
    contestId: rowOf(() => contests.id),
    kind: text({ enum: ['opening', 'thirds', 'answers', 'certificates', 'diplomas'] }).notNull(),
    state: text({ enum: ['running', 'done', 'failed', 'cancelled'] }).notNull(),
    asked: jsonb().$type<Record<string, unknown>>().notNull().default({}), // emptied at the end
    total: integer().notNull(), // steps
    done: integer().notNull().default(0),
    refused: jsonb().$type<{ code: string; problem: string }[]>().notNull().default([]),
    fileId: uuid().references(() => files.id),
    jobId: uuid().references(() => jobs.id),
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
    finishedAt: moment(),
  },
  (run) => [
    index('contest_runs_of').on(run.contestId, run.kind, run.id),
    index('contest_runs_alive').on(run.id).where(sql`state = 'running'`),
    // experts answer each for themselves, everything else is done once at a time
    uniqueIndex('contest_runs_one')
      .on(run.contestId, run.kind)
      .where(sql`state = 'running' and kind <> 'answers'`),
    uniqueIndex('contest_runs_own')
      .on(run.contestId, run.createdById)
      .where(sql`state = 'running' and kind = 'answers'`),
  ],
)
