/** The worker: takes jobs from the queue and runs their tasks, in this process. */
import { eq, sql } from 'drizzle-orm'
import { type JobHelpers, Logger, run, type TaskList } from 'graphile-worker'
import type { Connection, Db } from '#db/client.ts'
import { jobs } from '#db/schema/index.ts'
import { type Job, JobCancelled, type JobPayload } from './jobs.server.ts'

/** What tasks get of the process; the web's Services fit. */
export interface WorkServices {
  owner: Connection
  ownerUrl: string
  config: { publicUrl: string; smtpUrl: string | undefined; dataDir: string; demo?: boolean }
  log: { info(fields: object, text: string): void; error(fields: object, text: string): void }
  zone: string
}

/** What a kind of job does; the returned facts are its result. */
export type Task = (services: WorkServices, job: Job) => Promise<JobPayload | undefined>

/** Work that has no row in `jobs`: named in the queue directly, with the id of what it is about. */
export type Chore = (services: WorkServices, id: string) => Promise<void>

export interface Work {
  tasks: Record<string, Task>
  chores: Record<string, Chore>
  /** lines of graphile-worker's crontab, naming chores */
  crontab?: string
}

/** Starts taking jobs; resolves with how to stop, which waits for the tasks under way. */
export async function startWork(
  services: WorkServices,
  { tasks, chores, crontab }: Work,
): Promise<() => Promise<void>> {
  const taskList: TaskList = {
    job: (payload, helpers) => runJob(services, tasks, idIn(payload), helpers),
    ...Object.fromEntries(
      Object.entries(chores).map(([name, chore]) => [
        name,
        (payload: unknown) => chore(services, idIn(payload)),
      ]),
    ),
  }
  const runner = await run({
    connectionString: services.ownerUrl,
    concurrency: 2,
    noHandleSignals: true,
    logger: loggerFor(services),
    taskList,
    ...(crontab ? { crontab } : { crontab: '' }),
  })
  // it refuses only to stop twice: a worker that had ended by itself (and said so in the log) is no failed stop
  return () => runner.stop().catch(() => runner.promise)
}

async function runJob(
  services: WorkServices,
  tasks: Record<string, Task>,
  id: string,
  { job: attempt }: JobHelpers,
) {
  const { db } = services.owner
  const [row] = await db
    .update(jobs)
    .set({ state: 'running', startedAt: new Date(), problem: null })
    .where(
      sql`${jobs.id} = ${id} and ${jobs.state} in ('queued', 'running', 'failed') and not ${jobs.cancel}`,
    )
    .returning()
  if (!row) return
  try {
    const task = tasks[row.kind]
    if (!task) throw new RangeError(`no task for jobs of kind ${row.kind}`)
    const result = await task(services, {
      id,
      payload: row.payload,
      actorId: row.actorId,
      progress: progressOf(db, id),
    })
    await finish(db, id, { state: 'done', result: result ?? {} })
  } catch (error) {
    if (error instanceof JobCancelled) return finish(db, id, { state: 'cancelled' })
    services.log.error({ err: error, job: id, kind: row.kind }, 'job failed')
    // Its own words stay in the server's log; the row says only which kind of failure it was.
    await finish(db, id, { state: 'failed', problem: error instanceof Error ? error.name : 'Error' })
    if (attempt.attempts < attempt.max_attempts) throw error
  }
}

function progressOf(db: Db, id: string) {
  return async (done: number, total?: number) => {
    const [row] = await db
      .update(jobs)
      .set({ progress: done, ...(total === undefined ? {} : { total }) })
      .where(eq(jobs.id, id))
      .returning({ cancel: jobs.cancel })
    if (row?.cancel) throw new JobCancelled()
  }
}

async function finish(db: Db, id: string, change: Partial<typeof jobs.$inferInsert>) {
  await db
    .update(jobs)
    .set({ ...change, finishedAt: new Date() })
    .where(eq(jobs.id, id))
}

function idIn(payload: unknown): string {
  const id = payload !== null && typeof payload === 'object' ? Reflect.get(payload, 'id') : undefined
  return typeof id === 'string' ? id : ''
}

function loggerFor(services: WorkServices) {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') services.log.error({ ...meta }, message)
  })
}
