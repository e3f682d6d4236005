/**
 * From settings to a working platform: database, schema, rights, content, reference data, demo community.
 *
 * Each step is safe to repeat, so a start that was interrupted anywhere is completed by the next one; processes that
 * start together on one database take turns.
 */
import { mkdirSync } from 'node:fs'
import type { Logger } from 'pino'
import pino from 'pino'
import type postgres from 'postgres'
import { type Content, loadContent } from '#content/load.ts'
import { start } from '#content/messages/ru/start.ts'
import { type Connection, connect } from '#db/client.ts'
import { reasonOf, StartFailure } from '#db/failure.ts'
import { assertCyrillic } from '#db/foreign.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { loadReference, seedDemo } from '#db/seed/index.ts'
import type { Config } from './config.ts'
import type { Lifecycle } from './lifecycle.ts'
import { errorLine } from './log-lines.ts'

/** What a start brings up; the server adds its own parts (sessions) to make Services of it. */
export type Booted = {
  config: Config
  content: Content
  /** Structured log, one JSON object a line, on stderr: stdout tells the operator the steps of the start. */
  log: Logger
  /** Serves visitors: the login without rights on the closed base. */
  web: Connection
  /** For jobs, the sealer and loading: the owner of the schema. */
  owner: Connection
  /** For what opens connections of its own: the job queue, the listener. */
  ownerUrl: string
}

/** Brings everything up; what it started is stopped by `life`, also when a later step fails. */
export async function boot(config: Config, life: Lifecycle, say = console.log): Promise<Booted> {
  const content = loadContent()
  makeFolder(config.dataDir)
  const { ownerUrl, stop } = await openDatabase({ ...config, log: say })
  life.onStop(stop)
  say(start.step.migrate)
  await migrateDatabase(ownerUrl)

  const owner = keep(connect(ownerUrl, { max: 6 }), life)
  const web = keep(connect(ownerUrl, { role: 'rses_web', max: 16 }), life)
  await assertCyrillic(owner.sql)
  const serializers = { err: errorLine }
  const log = pino({ level: config.logLevel, base: undefined, serializers }, pino.destination(2))
  const booted = { config, content, log, web, owner, ownerUrl }
  await inTurn(owner.sql, () => load(booted, say))
  return booted
}

/** Reference data at every start (a newer file adds codes), the demo community once. */
async function load({ config, content, owner }: Booted, say: (line: string) => void) {
  say(start.step.reference)
  await loadReference({ db: owner.db, content })
  if (!config.demo || (await hasPeople(owner.sql))) return
  say(start.step.demo)
  await seedDemo({ db: owner.db, content, demoDay: config.demoDay, dataDir: config.dataDir })
}

async function hasPeople(sql: postgres.Sql) {
  const [row] = await sql`select 1 from people limit 1`
  return row !== undefined
}

/** Processes that start together load one after another; the later ones find nothing left to do. */
async function inTurn(sql: postgres.Sql, work: () => Promise<void>) {
  const turn = await sql.reserve()
  try {
    await turn`select pg_advisory_lock(hashtext('rses.load'))`
    await work()
  } finally {
    await turn`select pg_advisory_unlock(hashtext('rses.load'))`.catch(() => {})
    turn.release()
  }
}

function keep(connection: Connection, life: Lifecycle): Connection {
  life.onStop(connection.end)
  return connection
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StartFailure(start.folder(folder, reasonOf(error)))
  }
}
