/** The log for those who oversee: narrowed by object, taken as a file that runs nothing, and cut nowhere unseen. */
import type { AddressInfo } from 'node:net'
import { asc, desc, eq, sql } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import express from 'express'
import { expect } from 'vitest'
import { exportLog, readLogPage } from '#app/domain/accounts/overseeing.server.ts'
import { type Actor, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record, sealLog, verifyLog } from '#app/domain/log.server.ts'
import { register } from '#app/web/handlers/log.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import type { Connection, Db } from '#db/client.ts'
import { logEntries, logReaders, logSeals } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const write = (ctx: Ctx, kind: string, object: { kind: string; id: string | null }, words = 'x') =>
  atomically(ctx, (ctx) => record(ctx, kind, object, { words }))

test('the log is narrowed to a person, by number, with the sign-in of that person, or to an id', async ({
  acts,
  given,
}) => {
  const [admin, someone] = [acts(await given.user({ role: 'admin' })), await given.user()]
  await write(admin, 'person.changed', { kind: 'person', id: someone.personId })
  await write(admin, 'user.blocked', { kind: 'user', id: someone.userId })
  await write(admin, 'person.changed', { kind: 'person', id: admin.actor.personId })
  const kinds = async (object: string) =>
    (await readLogPage(admin, { object })).rows.map(({ kind, objectNumber }) => [kind, objectNumber])
  const both = [
    ['user.blocked', someone.number],
    ['person.changed', someone.number],
  ]
  expect(await kinds(String(someone.number))).toEqual(both)
  expect(await kinds(`№ ${someone.number}`)).toEqual(both)
  expect(await kinds(someone.userId)).toEqual(both.slice(0, 1))
  for (const words of ['%', "' or true --", '99999999999', '00000000-0000', 'мимо'])
    expect(await kinds(words)).toEqual([])
  await expect(readLogPage(acts(someone), {})).rejects.toMatchObject({ code: 'forbidden' })
})

test('a file holds every line of the filter once, whatever is written meanwhile, and is itself in the log', async ({
  acts,
  given,
}) => {
  const admin = acts(await given.user({ role: 'admin' }))
  for (let n = 0; n < 520; n += 1) await write(admin, 'thing.counted', { kind: 'thing', id: null }, String(n))
  const words: string[] = []
  for await (const lines of exportLog(admin, { kind: 'thing' })) {
    words.push(...lines.map(({ facts }) => String(facts.words)))
    if (words.length === 1) await write(admin, 'thing.counted', { kind: 'thing', id: null }, 'late')
  }
  expect(words).toEqual(Array.from({ length: 520 }, (_, n) => String(519 - n)))
  const [told] = (await readLogPage(admin, { kind: 'log.exported' })).rows
  expect(told).toMatchObject({ actorNumber: admin.actor.number, facts: { kind: 'thing' } })
  const outside = exportLog(acts(await given.user()), {})
  await expect(outside.next()).rejects.toMatchObject({ code: 'forbidden' })
})

test('words in the log run nothing in a spreadsheet; who may not read the log gets no file', async ({
  acts,
  given,
  database,
}) => {
  const admin = await given.user({ role: 'admin' })
  const bad = '=HYPERLINK("http://evil.example";"x")'
  await write(acts(admin), bad, { kind: '@SUM(1)', id: null }, '+1')
  const site = await serve(database.web, admin)
  // text() would take the mark of the encoding away
  const bytes = await (await fetch(`${site.url}/admin/log.csv`)).arrayBuffer()
  const csv = Buffer.from(bytes).toString()
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"";""x"")"`)
  expect(csv).toContain("'@SUM(1)")
  expect(csv).not.toMatch(/(^|;)"?[=@+]/m)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await fetch(`${site.url}/admin/log.xlsx`)).arrayBuffer())
  const cells = book.worksheets[0]?.getSheetValues().flat() ?? []
  expect(cells).toContain(`'${bad}`)
  expect(cells.every((cell) => typeof cell !== 'object' || cell === null || !('formula' in cell))).toBe(true)
  site.as(await given.user())
  expect((await fetch(`${site.url}/admin/log.csv`)).status).toBe(403)
  site.as(null)
  expect((await fetch(`${site.url}/admin/log.xlsx`)).status).toBe(401)
  site.close()
})

test('a changed, a deleted, a moved entry and a cut end are each found', async ({ as, db }) => {
  while ((await sealLog(db)) > 0);
  const ids = await Promise.all(
    [1, 2, 3, 4].map((n) => write(as(null), 'end.written', { kind: 'end', id: null }, `${n}`)),
  )
  while ((await sealLog(db)) > 0);
  const seals = await db.select().from(logSeals).orderBy(desc(logSeals.seq)).limit(4)
  expect(seals.map(({ entryId }) => entryId).sort()).toEqual([...ids].sort())
  const [last, third, second] = seals.map(({ seq, entryId }) => ({ seq, entryId }))
  if (!last || !third || !second) throw new RangeError('no seals')
  const broken = (change: (tx: Db) => Promise<unknown>) => brokenBy(db, change)

  expect((await verifyLog(db)).brokenAt).toBeNull()
  const entry = eq(logEntries.id, second.entryId)
  expect(
    await broken((tx) =>
      tx
        .update(logEntries)
        .set({ actorId: null, at: new Date(0) })
        .where(entry),
    ),
  ).toBe(second.seq)
  expect(
    await broken(async (tx) => {
      await tx.delete(logSeals).where(eq(logSeals.entryId, second.entryId))
      await tx.delete(logEntries).where(entry)
    }),
  ).toBe(second.seq)
  expect(
    await broken(async (tx) => {
      const move = (from: string, to: string) =>
        tx.update(logSeals).set({ entryId: to }).where(eq(logSeals.entryId, from))
      const [spare] = await tx
        .select({ id: logEntries.id })
        .from(logEntries)
        .orderBy(asc(logEntries.id))
        .limit(1)
      await tx.execute(sql`alter table log_seals drop constraint log_seals_entry`)
      await tx
        .update(logSeals)
        .set({ entryId: spare?.id ?? '' })
        .where(eq(logSeals.seq, second.seq))
      await move(third.entryId, second.entryId)
      await tx.update(logSeals).set({ entryId: third.entryId }).where(eq(logSeals.seq, second.seq))
    }),
  ).toBe(second.seq)
  const cut = async (tx: Db) => {
    await tx.delete(logSeals).where(eq(logSeals.seq, last.seq))
    await tx.delete(logEntries).where(eq(logEntries.id, last.entryId))
  }
  await db.insert(logReaders).values({ name: 'test', seq: last.seq })
  expect((await verifyLog(db)).brokenAt).toBeNull()
  expect(await broken(cut)).toBe(last.seq)
})

class Undone extends Error {}

/** Where the chain breaks after a change that the owner of the tables makes behind the triggers; it is taken back. */
async function brokenBy(db: Db, change: (tx: Db) => Promise<unknown>): Promise<number | null | undefined> {
  let found: number | null | undefined
  await db
    .transaction(async (transaction) => {
      const tx = transaction as unknown as Db
      for (const table of ['log_entries', 'log_seals'])
        await tx.execute(sql.raw(`alter table ${table} disable trigger user`))
      await change(tx)
      found = (await verifyLog(tx)).brokenAt
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
  return found
}

async function serve(web: Connection, first: Actor) {
  let actor: Actor | null = first
  const app = express()
  app.use((_, response, next) => {
    const now = new Date('2026-03-02T09:00:00Z')
    response.locals.visit = {
      actor,
      now,
      zone: 'Asia/Yekaterinburg',
      locale: 'ru',
      address: 'log',
    } as unknown as Visit
    next()
  })
  register(app, { web, log: { error: () => {} } } as unknown as Services)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, as: (someone: Actor | null) => (actor = someone), close: () => server.close() }
}
