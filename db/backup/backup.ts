/**
 * A copy of the whole instance in one file, taken while it works.
 *
 * One repeatable-read snapshot reads every table; files are content-addressed and never change. The archive is a tar:
 * `manifest.json` with a SHA-256 of every part, `tables/*.copy.gz`, `files/*`. It holds the closed base: keep it so.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import postgres from 'postgres'
import { schemaVersion } from '#db/migrate.ts'
import { type CopiedTable, entryOf, type Manifest } from './manifest.ts'
import { columnsOf, logHead, nameOf, sequencesOf, type Table, tablesOf } from './tables.ts'
import { createTar } from './tar.ts'

type Source = { ownerUrl: string; dataDir: string }

/** Writes the copy to `target`, which appears only when it is whole; returns what is in it. */
export async function backup({ ownerUrl, dataDir }: Source, target: string): Promise<Manifest> {
  const path = resolve(target)
  const spool = await mkdtemp(join(dirname(path), '.rses-backup-'))
  try {
    const manifest = await snapshot(ownerUrl, dataDir, spool)
    await pack(manifest, { spool, dataDir, path: join(spool, 'archive') })
    await rename(join(spool, 'archive'), path)
    return manifest
  } finally {
    await rm(spool, { recursive: true, force: true })
  }
}

async function snapshot(ownerUrl: string, dataDir: string, spool: string): Promise<Manifest> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    return await sql.begin('isolation level repeatable read read only', async (tx) => {
      const tables: CopiedTable[] = []
      for (const table of await tablesOf(tx)) tables.push(await copyOut(tx, table, spool))
      const [sequences, log] = [await sequencesOf(tx), await logHead(tx)]
      // Files are read after the rows: every file that a row names had been stored before its row.
      const files = await hashFiles(dataDir)
      return {
        format: 1,
        made: new Date().toISOString(),
        schema: schemaVersion(),
        tables,
        sequences,
        files,
        log,
      }
    })
  } finally {
    await sql.end()
  }
}

async function copyOut(tx: postgres.TransactionSql, table: Table, spool: string): Promise<CopiedTable> {
  const file = join(spool, `${table.schema}.${table.table}`)
  let rows = 0
  // COPY writes a line break inside a value as \n, so each break ends a row.
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      for (const byte of chunk) if (byte === 10) rows += 1
      done(null, chunk)
    },
  })
  const source = await tx.unsafe(`copy ${nameOf(table)} (${columnsOf(table)}) to stdout`).readable()
  await pipeline(source, count, createGzip(), createWriteStream(file, { mode: 0o600 }))
  // postgres.js pauses its socket when the reader is slow and wakes it on the next read; after the last row of a
  // large table there is none, and the connection would sleep for ever.
  source._read(0)
  return { ...table, rows, ...(await measure(file)) }
}

async function hashFiles(dataDir: string): Promise<Manifest['files']> {
  const folder = join(dataDir, 'files')
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  const files: Manifest['files'] = []
  for (const path of paths) {
    files.push({ path: path.slice(dataDir.length + 1).replaceAll('\\', '/'), ...(await measure(path)) })
  }
  return files
}

async function measure(file: string) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: statSync(file).size, sha256: hash.digest('hex') }
}

async function pack(
  manifest: Manifest,
  { spool, dataDir, path }: { spool: string; dataDir: string; path: string },
) {
  const tar = createTar(path)
  await tar.addBytes('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)))
  for (const table of manifest.tables) {
    await tar.addFile(entryOf(table), join(spool, `${table.schema}.${table.table}`), table.bytes)
  }
  for (const file of manifest.files) await tar.addFile(file.path, join(dataDir, file.path), file.bytes)
  await tar.end()
}
