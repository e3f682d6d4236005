/** Starting, stopping and being killed, as an operator meets it. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, expect, test } from 'vitest'
import { content } from '#content/load.ts'
import { birthOf } from '#db/embedded/processes.ts'
import { type Run, runPlatform } from '#test/support/operator.ts'

const folders: string[] = []
const runs: Run[] = []

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'rses-start-'))
  folders.push(folder)
  return folder
}

function run(environment: Record<string, string>, options?: string[]) {
  const started = runPlatform(environment, options)
  runs.push(started)
  return started
}

const serverOf = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

afterEach(async () => {
  for (const { child, ended } of runs.splice(0)) {
    child.kill('SIGTERM')
    await ended
  }
  for (const folder of folders.splice(0)) {
    if (existsSync(join(folder, 'postgres/postmaster.pid'))) process.kill(serverOf(folder), 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
})

/** As the owner of the embedded database, the way the platform itself signs in. */
async function asOwner<T>(folder: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const { port, owner } = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8'))
  const sql = postgres(`postgres://rses_owner:${owner}@127.0.0.1:${port}/rses`, { max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

test('kill -9 loses nothing that was committed, and the next start mends itself', async () => {
  const DATA_DIR = newFolder()
  const first = run({ DATA_DIR })
  await first.address()
  await asOwner(DATA_DIR, (sql) => sql`create table witness as select generate_series(1, 1000) as n`)
  first.child.kill('SIGKILL')
  expect(await first.ended).toBe('SIGKILL')
  const orphan = serverOf(DATA_DIR)
  expect(birthOf(orphan)).not.toBeNull()

  const began = Date.now()
  const second = run({ DATA_DIR })
  const address = await second.address()
  expect((await fetch(address)).status).toBeLessThan(500)
  expect(Date.now() - began).toBeLessThan(30_000) // no waiting for a stale lock; how long it takes is a matter of the bench
  expect(birthOf(orphan)).toBeNull()
  expect(await asOwner(DATA_DIR, (sql) => sql`select count(*)::int as n from witness`)).toEqual([{ n: 1000 }])
})

test('losing node and the database at once is survived too', async () => {
  const DATA_DIR = newFolder()
  const first = run({ DATA_DIR })
  await first.address()
  await asOwner(DATA_DIR, (sql) => sql`create table witness as select 1 as n`)
  process.kill(serverOf(DATA_DIR), 'SIGKILL')
  first.child.kill('SIGKILL')
  await first.ended

  await run({ DATA_DIR }).address()
  expect(await asOwner(DATA_DIR, (sql) => sql`select n from witness`)).toEqual([{ n: 1 }])
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops everything in order', async (signal) => {
  const DATA_DIR = newFolder()
  const { child, lines, ended, address } = run({ DATA_DIR })
  const url = await address()
  expect(lines.at(-1)).toBe(`Готово: ${url}`)
  const server = serverOf(DATA_DIR)
  child.kill(signal)
  // npm passes on the Ctrl-C that the terminal has sent already: one keystroke, two signals
  child.kill(signal)
  const code = await ended
  expect(code, lines.join('\n')).toBe(0)
  expect(lines.at(-1)).toBe('Остановлено')
  expect(birthOf(server)).toBeNull()
  expect(existsSync(join(DATA_DIR, 'postgres/postmaster.pid'))).toBe(false)
  expect(existsSync(join(DATA_DIR, 'rses.lock'))).toBe(false)
  await expect(fetch(url)).rejects.toThrow()
})

test('Ctrl-C in the middle of the first start leaves nothing behind and nothing broken', async () => {
  const DATA_DIR = newFolder()
  const first = run({ DATA_DIR })
  await expect
    .poll(() => first.lines.includes('Обновляю структуру базы данных'), { timeout: 60_000, interval: 5 })
    .toBe(true)
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(existsSync(join(DATA_DIR, 'postgres/postmaster.pid'))).toBe(false)
  await run({ DATA_DIR }).address()
})

test('a second instance on the same data is refused and does not disturb the first', async () => {
  const DATA_DIR = newFolder()
  const first = run({ DATA_DIR })
  const address = await first.address()
  const second = run({ DATA_DIR })
  expect(await second.ended).toBe(1)
  expect(second.lines.at(-1)).toContain(
    `С каталогом ${DATA_DIR} уже работает РСЭС (процесс ${first.child.pid})`,
  )
  expect((await fetch(address)).status).toBeLessThan(500)
})

test('a taken port is told before anything is started', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, resolve))
  const bound = taken.address()
  const port = bound && typeof bound === 'object' ? bound.port : 0
  const DATA_DIR = newFolder()
  const { lines, ended } = run({ DATA_DIR, PORT: String(port) })
  expect(await ended).toBe(1)
  taken.close()
  expect(lines).toEqual([`Порт ${port} занят: освободите его или укажите другой в PORT`])
  expect(existsSync(join(DATA_DIR, 'postgres'))).toBe(false)
})

test('a folder that cannot be written is told in one line', async () => {
  const DATA_DIR = join(newFolder(), 'file', 'var')
  writeFileSync(join(DATA_DIR, '..'), 'not a folder')
  const { lines, ended } = run({ DATA_DIR })
  expect(await ended).toBe(1)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^Нет права записи в .*file\/var .*DATA_DIR$/)
})

test('a wrong setting is told in one line', async () => {
  const { lines, ended } = run({ DATA_DIR: newFolder(), PORT: 'http' })
  expect(await ended).toBe(1)
  expect(lines).toEqual(['Настройка PORT: нужен номер порта от 0 до 65535'])
})

test('an old Node is told in one line', async () => {
  const older =
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.18.3"}})'
  const { lines, ended } = run({ DATA_DIR: newFolder() }, ['--import', older])
  expect(await ended).toBe(1)
  expect(lines).toEqual(['Нужен Node.js 20.19 или новее, а запущен 20.18.3'])
})

test('an empty instance has the expert sheets and the rubric of content/, once, however often it starts', async () => {
  const DATA_DIR = newFolder()
  for (const _ of ['first', 'second']) {
    const started = run({ DATA_DIR })
    await started.address()
    const forms = await asOwner(
      DATA_DIR,
      (sql) => sql`select q.code, v.number from questionnaires q
        join questionnaire_versions v on v.questionnaire_id = q.id where v.published_at is not null`,
    )
    const codes = [...content().sheets.map(({ code }) => code), content().practices.rubric.code]
    expect([...forms]).toEqual(codes.map((code) => ({ code, number: 1 })))
    started.child.kill('SIGTERM')
    expect(await started.ended).toBe(0)
  }
})
