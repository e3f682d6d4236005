/** A PostgreSQL of the operator's own, by DATABASE_URL. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from '#db/embedded.ts'
import { runPlatform } from '#test/support/operator.ts'

const folder = mkdtempSync(join(tmpdir(), 'rses-foreign-'))
const DATA_DIR = join(folder, 'var')
let server: Embedded
let admin: postgres.Sql

beforeAll(async () => {
  server = await startEmbedded({ dataDir: join(folder, 'server'), log: () => {}, fast: true })
  admin = postgres(server.adminUrl, { max: 1 })
})

afterAll(async () => {
  await admin.end()
  await server.stop()
  rmSync(folder, { recursive: true })
})

async function refusal(DATABASE_URL: string) {
  const { lines, ended } = runPlatform({ DATABASE_URL, DATA_DIR })
  expect(await ended).toBe(1)
  return lines.filter((line) => line !== 'Подключаюсь к базе данных из DATABASE_URL').join('\n')
}

function urlOf(change: (url: URL) => void) {
  const url = new URL(server.ownerUrl)
  change(url)
  return url.href
}

async function newDatabase(name: string, options = '') {
  await admin.unsafe(`create role ${name} login password '${name} pa%ss wörd'`)
  await admin.unsafe(`create database ${name} owner ${name} ${options}`)
  return urlOf((url) => {
    ;[url.username, url.password, url.pathname] = [name, `${name} pa%25ss wörd`, `/${name}`]
  })
}

test('each way to be wrong has its line, and none tells the password', async () => {
  const secret = new URL(server.ownerUrl).password
  const cases: [string, string][] = [
    [urlOf((url) => (url.port = '1')), 'сервер не отвечает'],
    [urlOf((url) => (url.password = `${secret}x`)), 'неверное имя пользователя или пароль'],
    [urlOf((url) => (url.pathname = '/nowhere')), 'такой базы данных нет'],
    [urlOf((url) => (url.hostname = 'nowhere.invalid')), 'адрес не найден'],
  ]
  for (const [url, reason] of cases) {
    const told = await refusal(url)
    expect(told).toMatch(/^Не удалось подключиться к DATABASE_URL \([^\n]+$/)
    expect(told).toContain(reason)
    expect(told).not.toContain(secret)
  }
})

test('a database that cannot tell Cyrillic letters apart is refused', async () => {
  const url = await newDatabase(
    'latin',
    "template template0 encoding 'UTF8' lc_ctype 'C' lc_collate 'C' locale_provider libc",
  )
  await admin`alter role latin createrole`
  expect(await refusal(url)).toContain('не различает кириллицу')
})

test('without CREATEROLE the start prints the SQL, and works once it was run', async () => {
  const url = await newDatabase('poor')
  const told = await refusal(url)
  const statement = /^(CREATE|ALTER) ROLE rses_web .*;$/m.exec(told)?.[0]
  expect(statement).toContain('SCRAM-SHA-256$')
  await admin.unsafe(statement ?? '')

  const run = runPlatform({ DATABASE_URL: url, DATA_DIR })
  const address = await run.address()
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  expect(existsSync(join(DATA_DIR, 'postgres'))).toBe(false)
  const held = await admin`select usename from pg_stat_activity where datname = 'poor' group by 1 order by 1`
  expect(held.map((row) => row.usename)).toContain('rses_web')
  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(0)
})

test('two processes start on one database at once', async () => {
  const url = await newDatabase('pair')
  await admin`alter role pair createrole`
  await admin.unsafe('grant rses_web to pair with admin option')
  const runs = [runPlatform({ DATABASE_URL: url, DATA_DIR }), runPlatform({ DATABASE_URL: url, DATA_DIR })]
  for (const { address } of runs) expect((await fetch(`${await address()}/readyz`)).status).toBe(200)
  for (const { child, ended } of runs) {
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }
})
