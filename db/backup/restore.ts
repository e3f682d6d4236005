/**
 * A copy put into an empty instance, all of it or nothing.
 *
 * Every part is checked against the manifest before anything is written. The database is first brought to the copy's
 * schema, filled in one transaction, and then migrated to ours: so a copy is also the way to a newer version, and
 * between major versions of PostgreSQL.
 */
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import postgres from 'postgres'
import { start } from '#content/messages/ru/start.ts'
import { reasonOf, StartFailure } from '#db/failure.ts'
import { migrateDatabase, schemaVersion } from '#db/migrate.ts'
import { type CopiedTable, entryOf, Manifest } from './manifest.ts'
import { columnsOf, nameOf, tablesOf } from './tables.ts'
import { type Entry, listTar, readEntry } from './tar.ts'

type Target = { ownerUrl: string; dataDir: string }
type Archive = { path: string; manifest: Manifest; entries: Map<string, Entry> }

/** Restores the copy at `path`; returns what was in it. Anything but an empty target is a StartFailure. */
export async function restore({ ownerUrl, dataDir }: Target, path: string): Promise<Manifest> {
  const archive = await openArchive(path)
  const { manifest } = archive
  if (manifest.schema.when > schemaVersion().when) throw new StartFailure(start.backup.newer)
  refuseFiles(dataDir)
  await migrateDatabase(ownerUrl, { upTo: manifest.schema.when })
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    // what every start writes from content is nobody's data
    await sql.unsafe(
      `do $$ begin if to_regclass('closed.pass') is not null then delete from closed.pass; end if; end $$`,
    )
    await refuseRows(sql)
    await copyFiles(archive, dataDir)
    await sql.begin((tx) => fill(tx, archive))
  } finally {
    await sql.end()
  }
  await migrateDatabase(ownerUrl)
  return manifest
}

async function openArchive(path: string): Promise<Archive> {
  try {
    const entries = new Map((await listTar(path)).map((entry) => [entry.name, entry]))
    const head = entries.get('manifest.json')
    if (!head) throw new RangeError('manifest.json')
    const manifest = Manifest.parse(JSON.parse(await text(readEntry(path, head))))
    const archive = { path, manifest, entries }
    for (const table of manifest.tables) await verify(archive, entryOf(table), table.sha256)
    for (const file of manifest.files) await verify(archive, file.path, file.sha256)
    return archive
  } catch (error) {
    throw new StartFailure(start.backup.damaged(path, reasonOf(error)))
  }
}

async function verify(archive: Archive, name: string, sha256: string) {
  const hash = createHash('sha256')
  await pipeline(readEntry(archive.path, entryIn(archive, name)), hash)
  if (hash.digest('hex') !== sha256) throw new RangeError(name)
}

function entryIn({ entries }: Archive, name: string): Entry {
  const entry = entries.get(name)
  if (!entry) throw new RangeError(name)
  return entry
}

function refuseFiles(dataDir: string) {
  const folder = join(dataDir, 'files')
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new StartFailure(start.backup.notEmpty(folder))
}

async function refuseRows(sql: postgres.Sql) {
  for (const table of await tablesOf(sql)) {
    const [row] = await sql.unsafe(`select 1 from ${nameOf(table)} limit 1`)
    if (row) throw new StartFailure(start.backup.notEmpty(`${table.schema}.${table.table}`))
  }
}

async function copyFiles(archive: Archive, dataDir: string) {
  for (const { path } of archive.manifest.files) {
    const target = join(dataDir, path)
    mkdirSync(dirname(target), { recursive: true })
    await pipeline(
      readEntry(archive.path, entryIn(archive, path)),
      createWriteStream(target, { mode: 0o600, flags: 'wx' }),
    )
  }
}

/**
 * Rows arrive as they were: our triggers would queue the log for sealing again, so they rest; foreign keys are put
 * back afterwards and checked then, so that the order of tables does not matter.
 */
async function fill(tx: postgres.TransactionSql, archive: Archive) {
  const { tables, sequences } = archive.manifest
  const keys = await foreignKeys(tx)
  for (const { owner, name } of keys) await tx.unsafe(`alter table ${owner} drop constraint "${name}"`)
  for (const table of tables) {
    await tx.unsafe(`alter table ${nameOf(table)} disable trigger user`)
    await copyIn(tx, archive, table)
    await tx.unsafe(`alter table ${nameOf(table)} enable trigger user`)
  }
  for (const { owner, name, definition } of keys) {
    await tx.unsafe(`alter table ${owner} add constraint "${name}" ${definition}`)
  }
  for (const { schema, name, value, called } of sequences) {
    await tx`select setval(${`${schema}."${name}"`}::regclass, ${value}::bigint, ${called})`
  }
}

async function copyIn(tx: postgres.TransactionSql, archive: Archive, table: CopiedTable) {
  const target = await tx.unsafe(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`).writable()
  await pipeline(readEntry(archive.path, entryIn(archive, entryOf(table))), createGunzip(), target)
}

function foreignKeys(tx: postgres.TransactionSql) {
  return tx<{ owner: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and connamespace in ('public'::regnamespace, 'closed'::regnamespace)`
}
