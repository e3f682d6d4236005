/** Brings the database to the schema of this version, one process at a time, and grants the web login its rights. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'
import { z } from 'zod'
import { content } from '#content/load.ts'
import { start } from '#content/messages/ru/start.ts'
import { codeOf, reasonOf, StartFailure } from './failure.ts'
import { ensureWebRole, grantWeb } from './roles.ts'

/** Relative to the project's folder, which every command and the start run in. */
const FOLDER = 'db/migrations'

const Journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string(), when: z.number() })) })

const readJournal = () => Journal.parse(JSON.parse(readFileSync(join(FOLDER, 'meta/_journal.json'), 'utf8')))

/** The newest migration known to this version: the version of the schema. */
export function schemaVersion(): { tag: string; when: number } {
  const last = readJournal().entries.at(-1)
  if (!last) throw new RangeError('no migrations')
  return { tag: last.tag, when: last.when }
}

/** Migrates (up to a version, when a copy of that version is restored) and grants. Safe to run from many processes at once: an advisory lock lets one through at a time. */
export async function migrateDatabase(ownerUrl: string, { upTo }: { upTo?: number } = {}): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(hashtext('rses.migrate'))`
    await refuseNewer(sql)
    await ensureWebRole(sql, ownerUrl)
    await withFolder(upTo, (migrationsFolder) => migrate(drizzle(sql), { migrationsFolder })).catch(explain)
    // The job queue brings its own schema; commands queue work in it from the first request on.
    await runMigrations({ connectionString: ownerUrl, logger: quiet }).catch(explain)
    await grantWeb(sql)
    await keepPass(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Runs with the migrations that a version knew: the newer ones are left out of a copy of the journal. */
async function withFolder(upTo: number | undefined, work: (folder: string) => Promise<void>) {
  if (upTo === undefined) return work(FOLDER)
  const folder = mkdtempSync(join(tmpdir(), 'rses-migrations-'))
  try {
    const journal = readJournal()
    const entries = journal.entries.filter((entry) => entry.when <= upTo)
    for (const { tag } of entries) copyFileSync(join(FOLDER, `${tag}.sql`), join(folder, `${tag}.sql`))
    mkdirSync(join(folder, 'meta'))
    writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What passes, where the database answers it without points. A copy of an older version may have no place for it. */
async function keepPass(sql: postgres.Sql) {
  const [place] = await sql`select to_regclass('closed.pass') is not null as yes`
  if (!place?.yes) return
  const { percent, strict } = content().instance.pass
  await sql`insert into closed.pass (percent, strict) values (${percent}, ${strict})
    on conflict (one) do update set percent = excluded.percent, strict = excluded.strict`
}

const quiet = new Logger(() => () => {})

/** An older version must not serve a database that a newer one has changed. */
async function refuseNewer(sql: postgres.Sql) {
  const [known] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`
  if (!known?.yes) return
  const [row] = await sql`select max(created_at)::float8 as last from drizzle.__drizzle_migrations`
  if (row?.last > schemaVersion().when) throw new StartFailure(start.newerDatabase)
}

function explain(error: unknown): never {
  const cause = error instanceof Error && error.cause ? error.cause : error
  const extension = reasonOf(cause).match(/extension "([^"]+)"/)?.[1]
  if (extension && ['42501', '0A000', '58P01'].includes(codeOf(cause) ?? '')) {
    throw new StartFailure(start.extension(extension))
  }
  throw new StartFailure(start.migration(reasonOf(cause)))
}
