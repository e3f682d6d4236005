import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { attachCopy, copiesOf, copyFile, copyingOf } from '#app/domain/experts/copies.server.ts'
import { files, logEntries, orderCopies } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const folder = await mkdtemp(join(tmpdir(), 'copies-'))
const scan = { name: 'приказ.pdf', bytes: new TextEncoder().encode('%PDF-1.7 приказ') }

test('the signed copy of an order is for those who read orders; a wrong one is followed, never exchanged', async ({
  given,
  acts,
  as,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const [order, other] = [await given.registry.order(), await given.registry.order()]
  const first = await attachCopy(operator, folder, order.slug, { ...scan, name: 'не тот.pdf' })
  const second = await attachCopy(operator, folder, order.slug, scan)
  expect(await copiesOf(operator, order.id)).toMatchObject([
    { id: second, name: 'приказ.pdf', detached: false, size: scan.bytes.length },
    { id: first },
  ])
  expect(await copyFile(operator, order.slug, second)).toMatchObject({ mediaType: 'application/pdf' })
  await expect(copyFile(operator, other.slug, second)).rejects.toMatchObject({ code: 'not-found' })
  for (const ctx of [as(null), acts(await given.user({ role: 'participant' }))]) {
    expect(await copiesOf(ctx, order.id)).toEqual([])
    await expect(copyFile(ctx, order.slug, second)).rejects.toMatchObject({ code: 'not-found' })
  }
  const [entry] = await db
    .select()
    .from(logEntries)
    .where(sql`kind = 'order.copied' and object_id = ${order.id}`)
  expect(entry?.facts).toMatchObject({ file: expect.stringMatching(/^[0-9a-f]{64}$/) })
  await expect(db.delete(orderCopies).where(sql`true`)).rejects.toThrow()
})

test('a copy is refused to whoever enters no orders, and a file that is none leaves nothing', async ({
  given,
  acts,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const order = await given.registry.order()
  const before = await db.$count(files)
  const stranger = acts(await given.user({ role: 'institute' }))
  await expect(attachCopy(stranger, folder, order.slug, scan)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(copyingOf(stranger, order.slug)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(attachCopy(operator, folder, 'nothing\0', scan)).rejects.toMatchObject({ code: 'not-found' })
  const bad = (bytes: Uint8Array) => attachCopy(operator, folder, order.slug, { name: 'приказ.pdf', bytes })
  await expect(bad(new Uint8Array())).rejects.toMatchObject({ code: 'file-empty', field: 'file' })
  await expect(bad(new TextEncoder().encode('MZ'))).rejects.toMatchObject({
    code: 'file-type',
    field: 'file',
  })
  expect(await db.$count(files)).toBe(before)
})
