import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, inject, onTestFinished } from 'vitest'
import { atomically } from '#app/domain/ctx.ts'
import { record, sealLog, verifyLog } from '#app/domain/log.server.ts'
import { backup } from '#db/backup/backup.ts'
import { Manifest } from '#db/backup/manifest.ts'
import { restore } from '#db/backup/restore.ts'
import { tablesOf } from '#db/backup/tables.ts'
import { createTar } from '#db/backup/tar.ts'
import { connect } from '#db/client.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { copyTemplate, test } from '#test/support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'rses-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
const fresh = (name: string) => {
  made += 1
  const path = join(folder, `${name}-${made}`)
  mkdirSync(path)
  return path
}

/** An empty instance to restore into. */
async function emptyTarget() {
  const { ownerUrl, drop } = await copyTemplate()
  const connection = connect(ownerUrl)
  onTestFinished(async () => {
    await connection.end()
    await drop()
  })
  return { ownerUrl, dataDir: fresh('target'), ...connection }
}

/** Every row of every table as text, so that two databases can be compared whole. */
async function contents(sql: postgres.Sql) {
  const all: Record<string, unknown[]> = {}
  for (const { schema, table } of await tablesOf(sql)) {
    const rows = await sql.unsafe(`select t::text as row from ${schema}."${table}" t order by 1`)
    all[`${schema}.${table}`] = rows.map(({ row }) => row)
  }
  return all
}

test('a restored instance equals the copied one, the head of the log included', async ({
  database,
  given,
  as,
}) => {
  const person = await given.person({ familyName: 'Перенос\nстроки \\ и «кавычки»\tи табуляция' })
  await given.user({ role: 'expert', person })
  await database.owner.sql`insert into closed.private_fields (person_id, email, updated_at)
    values (${person.id}, 'person@test.example', now())`
  // Enough rows to fill the buffers between the database and the file, in a table that is not the last.
  await database.owner.sql`insert into jobs (id, kind, payload)
    select gen_random_uuid(), 'test', jsonb_build_object('text', repeat('слово ', 200)) from generate_series(1, 600)`
  await atomically(as(null), (ctx) => record(ctx, 'person.added', { kind: 'person', id: person.id }))
  await sealLog(database.owner.db)
  const dataDir = fresh('source')
  mkdirSync(join(dataDir, 'files/ab'), { recursive: true })
  writeFileSync(join(dataDir, 'files/ab/abcdef'), Buffer.alloc(100_000, 7))
  writeFileSync(join(dataDir, 'files/empty'), '')

  const file = join(folder, 'whole.rses')
  const manifest = await backup({ ownerUrl: database.ownerUrl, dataDir }, file)
  const target = await emptyTarget()
  await restore(target, file)

  expect(await contents(target.sql)).toEqual(await contents(database.owner.sql))
  expect((await contents(target.sql))['closed.private_fields']).toHaveLength(1)
  expect(manifest.log).toMatchObject({ seq: 1, hash: (await verifyLog(target.db)).head })
  expect(await verifyLog(target.db)).toMatchObject({ sealed: 1, pending: 0, brokenAt: null })
  expect(readFileSync(join(target.dataDir, 'files/ab/abcdef'))).toEqual(Buffer.alloc(100_000, 7))
  expect(statSync(join(target.dataDir, 'files/empty')).size).toBe(0)
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

test('a restored instance keeps its guards', async ({ database }) => {
  const file = join(folder, 'guards.rses')
  await backup({ ownerUrl: database.ownerUrl, dataDir: fresh('source') }, file)
  const target = await emptyTarget()
  const constraints = (sql: postgres.Sql) => sql`
    select conrelid::regclass::text as owner, conname, pg_get_constraintdef(oid) as what, convalidated
    from pg_constraint where connamespace in ('public'::regnamespace, 'closed'::regnamespace) order by 1, 2`
  await restore(target, file)

  expect([...(await constraints(target.sql))]).toEqual([...(await constraints(database.owner.sql))])
  const [asleep] = await target.sql`select count(*)::int as n from pg_trigger where tgenabled = 'D'`
  expect(asleep?.n).toBe(0)
  await expect(target.sql`delete from log_entries`).rejects.toMatchObject({ code: '23001' })
})

test('a copy taken while others write is of one moment', async ({ database, given }) => {
  let writing = true
  const writer = (async () => {
    while (writing) await given.user({ role: 'expert' })
  })()
  const file = join(folder, 'busy.rses')
  await backup({ ownerUrl: database.ownerUrl, dataDir: fresh('source') }, file)
  writing = false
  await writer
  const target = await emptyTarget()
  const manifest = await restore(target, file)
  const rows = (name: string) => manifest.tables.find(({ table }) => table === name)?.rows
  expect(rows('users')).toBeGreaterThan(0)
  const [torn] =
    await target.sql`select count(*)::int as n from grants g left join people p on p.id = g.person_id where p.id is null`
  expect(torn?.n).toBe(0)
})

test('an instance with data is never overwritten', async ({ database, given }) => {
  await given.person()
  const file = join(folder, 'refused.rses')
  const source = { ownerUrl: database.ownerUrl, dataDir: fresh('source') }
  await backup(source, file)
  await expect(restore(source, file)).rejects.toThrow('пустой экземпляр')

  const target = await emptyTarget()
  mkdirSync(join(target.dataDir, 'files'))
  writeFileSync(join(target.dataDir, 'files/mine'), 'mine')
  await expect(restore(target, file)).rejects.toThrow('пустой экземпляр')
})

test('a damaged copy is refused before anything is written', async ({ database, given }) => {
  await given.person()
  const file = join(folder, 'damaged.rses')
  await backup({ ownerUrl: database.ownerUrl, dataDir: fresh('source') }, file)
  const whole = readFileSync(file)
  const target = await emptyTarget()
  const before = await contents(target.sql)
  // One bit in the rows of a table; the file cut short; the file of somebody else.
  const flippedRows = Buffer.from(whole)
  const gzip = whole.indexOf(Buffer.from([0x1f, 0x8b]))
  flippedRows[gzip + 12] = (flippedRows[gzip + 12] ?? 0) ^ 1
  for (const bytes of [
    flippedRows,
    whole.subarray(0, whole.length / 2),
    Buffer.from('not a copy'),
    Buffer.alloc(4096),
  ]) {
    writeFileSync(file, bytes)
    await expect(restore(target, file)).rejects.toThrow('повреждена')
  }
  expect(await contents(target.sql)).toEqual(before)
})

test('a hostile copy cannot write outside the data folder', async ({ database }) => {
  const file = join(folder, 'hostile.rses')
  const manifest = await backup({ ownerUrl: database.ownerUrl, dataDir: fresh('source') }, file)
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  const target = await emptyTarget()
  for (const path of [
    'files/../../evil',
    '../evil',
    '/etc/evil',
    'files/./../../evil',
    'files/a\0b',
    'database.json',
  ]) {
    expect(
      Manifest.safeParse({ ...manifest, files: [{ path, bytes: 0, sha256: empty }] }).success,
      path,
    ).toBe(false)
  }
  const evil = { ...manifest, tables: [], files: [{ path: 'files/../../evil', bytes: 0, sha256: empty }] }
  const tar = createTar(file)
  await tar.addBytes('manifest.json', Buffer.from(JSON.stringify(evil)))
  await tar.addBytes('files/../../evil', Buffer.alloc(0))
  await tar.end()
  await expect(restore(target, file)).rejects.toThrow('повреждена')
  expect(readdirSync(folder)).not.toContain('evil')
})

test('a copy of an older schema is brought to ours', async () => {
  const admin = postgres(inject('adminUrl'), { max: 1 })
  const name = `older_${process.pid}`
  await admin.unsafe(`create database ${name} owner rses_owner`)
  const url = new URL(inject('templateUrl'))
  url.pathname = `/${name}`
  const sql = postgres(url.href, { max: 1 })
  onTestFinished(async () => {
    await sql.end()
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  })
  const first = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')).entries[0]
  await migrateDatabase(url.href, { upTo: first.when })
  expect(await tablesOf(sql)).toEqual([])
  await migrateDatabase(url.href)
  expect((await tablesOf(sql)).length).toBeGreaterThan(10)
  await migrateDatabase(url.href)
})
