/** What an erasing takes beside the tables: papers that were given, scans of answers, lists nobody wrote, files on the disk. */
import { mkdtemp, readdir, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { statementState } from '#app/domain/experts/statements/checking.server.ts'
import { issueStatement } from '#app/domain/experts/statements/issuing.server.ts'
import { keepMade } from '#app/domain/files/store.server.ts'
import { sweepErased } from '#app/domain/files/sweeping.server.ts'
import { forgetLists } from '#app/domain/organisations/forgetting.server.ts'
import { RecordedForm } from '#app/domain/panels/forms.ts'
import { recordAnswer } from '#app/domain/panels/invitations/recording.server.ts'
import { files, importRows, imports, issued } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { erasedPerson } from '#test/support/erased.ts'
import { whereIs } from '#test/support/given/found-words.ts'
import { press } from '#test/support/statements-room.ts'

test('papers that were given are revoked with the person, once and for ever; a paper revoked before keeps its day', async ({
  given,
  acts,
  as,
  db,
}) => {
  const person = await given.registry.expert(await given.registry.direction())
  const me = acts(await given.user({ person }))
  const [one, two] = [
    await issueStatement(me, 'extract', 'pdf', press),
    await issueStatement(me, 'biography', 'json', press),
  ]
  const before = new Date('2026-02-01T09:00:00Z')
  await db.update(issued).set({ revokedAt: before, revokeReason: 'keeper' }).where(eq(issued.code, two.code))
  await erasedPerson(db, person.id)
  const rows = await db.select().from(issued).where(eq(issued.objectId, person.id)).orderBy(issued.kind)
  expect(rows).toMatchObject([
    { code: two.code, revokedAt: before, revokeReason: 'keeper', facts: null },
    { code: one.code, revokedAt: expect.any(Date), revokeReason: 'erased', facts: null },
  ])
  const [paper] = rows
  expect(paper && (await statementState(as(null), paper))).toMatchObject({ changed: null })
  expect(Object.keys(press.words.ownData.statements.revokedBy)).toContain('erased')
  await expect(issueStatement(me, 'extract', 'pdf', press)).rejects.toMatchObject({ code: 'not-found' })
})

test('a scan of an answer by telephone or paper goes with its person', async ({ given, acts, db }) => {
  const panel = await given.invited()
  const [seat] = await given.seated(panel.id)
  const expert = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  const dataDir = await mkdtemp(join(tmpdir(), 'erased-'))
  const value = RecordedForm.parse({
    ...{ answer: 'accepted', channel: 'paper', words: 'письмо', noConflict: 'on', answeredOn: '2026-03-02' },
  })
  const scan = { dataDir, name: 'ответ-щура.pdf', bytes: new TextEncoder().encode('%PDF-1.4 щур') }
  await recordAnswer(acts(panel.secretary), seat?.invitation?.id ?? '', value, scan)
  const hashes = await erasedPerson(db, expert.personId)
  expect(hashes).toEqual(await readdir(join(dataDir, 'files')))
  expect(await whereIs(db, 'щура')).toEqual([])
  const [file] = await db
    .select()
    .from(files)
    .where(eq(files.sha256, hashes[0] ?? ''))
  expect(file?.erasedAt).not.toBeNull()
})

test('a row of a list that nobody wrote loses the erased person, whatever it was taken for; others stay', async ({
  given,
  db,
}) => {
  const person = await given.person({ familyName: 'Жулановёва', givenName: 'Фёкла', patronymic: 'Львовна' })
  const keeper = await given.user({ role: 'operator' })
  const lists = (['open', 'running', 'done'] as const).map((state) => ({
    ...{ kind: 'people' as const, name: 'список', settings: {}, head: [], columns: {}, state },
    ...{ createdById: keeper.personId, createdAt: new Date() },
  }))
  const made = await db.insert(imports).values(lists).returning()
  for (const { id } of made)
    await db.insert(importRows).values(
      [['ЖУЛАНОВЕВА Фекла'], ['Жулановёва Пелагея'], ['Фёкла Иная']].map((cells, at) => ({
        ...{ importId: id, at: at + 1, cells, verdict: 'rejected' as const },
        ...{ reasons: [], read: {}, matches: [] },
      })),
    )
  await erasedPerson(db, person.id)
  for (const { id, state } of made) {
    const rows = await db.select().from(importRows).where(eq(importRows.importId, id)).orderBy(importRows.at)
    const kept = [['Жулановёва Пелагея'], ['Фёкла Иная']]
    expect(rows.map(({ cells }) => cells)).toEqual([state === 'done' ? ['ЖУЛАНОВЕВА Фекла'] : [], ...kept])
  }
})

test('a list that nobody writes is left after its time, with the scan of its letter', async ({
  given,
  as,
  acts,
  db,
}) => {
  const keeper = await given.user({ role: 'operator' })
  const dataDir = await mkdtemp(join(tmpdir(), 'erased-'))
  const school = await given.organisation()
  const scan = await keepMade(acts(keeper), dataDir, {
    ...{ name: 'письмо-варакушки.pdf', bytes: new Uint8Array([1, 2, 3]), mediaType: 'application/pdf' },
    objectKind: 'nomination-letter',
  })
  const list = (createdAt: string, settings: Record<string, string> = {}) => ({
    ...{
      kind: 'nominations' as const,
      name: 'список',
      settings,
      head: [],
      columns: {},
      state: 'open' as const,
    },
    ...{ organisationId: school.id, createdById: keeper.personId, createdAt: new Date(createdAt) },
  })
  const [late, fresh] = await db
    .insert(imports)
    .values([list('2026-01-30T00:00:00Z', { file: scan.id }), list('2026-02-02T00:00:00Z')])
    .returning()
  for (const one of [late, fresh])
    await db.insert(importRows).values({
      ...{ importId: one?.id ?? '', at: 1, cells: ['варакушка'], verdict: 'new' as const },
      ...{ reasons: [], read: {}, matches: [] },
    })
  const ctx = { ...as(null), now: new Date('2026-03-02T09:00:00Z') }
  expect(await forgetLists(ctx)).toBeGreaterThan(0)
  expect(await forgetLists(ctx)).toBe(0)
  const states = await db
    .select()
    .from(imports)
    .where(eq(imports.organisationId, school.id))
    .orderBy(imports.id)
  expect(states.map(({ id, state }) => [id === late?.id, state])).toEqual(
    expect.arrayContaining([
      [true, 'discarded'],
      [false, 'open'],
    ]),
  )
  const rows = await db
    .select()
    .from(importRows)
    .where(eq(importRows.importId, late?.id ?? ''))
  expect(rows).toEqual([])
  expect(await whereIs(db, 'письмо-варакушки')).toEqual([])
})

test('contents that only erased rows tell of leave the disk at night; what another row needs, or what just came, stays', async ({
  given,
  acts,
  db,
}) => {
  const ctx = acts(await given.user())
  const dataDir = await mkdtemp(join(tmpdir(), 'erased-'))
  const keep = (bytes: number[]) =>
    keepMade(ctx, dataDir, {
      ...{ name: 'a.pdf', bytes: new Uint8Array(bytes), mediaType: 'application/pdf', objectKind: 'claim' },
    })
  const old = new Date(Date.now() - 2 * 3_600_000)
  const aged = (hash: string) => utimes(join(dataDir, 'files', hash), old, old)
  const [gone, shared, just] = [await keep([9, 1]), await keep([9, 2]), await keep([9, 3])]
  const twin = await keep([9, 2])
  for (const { id } of [gone, shared, just])
    await db.update(files).set({ erasedAt: new Date() }).where(eq(files.id, id))
  await aged(gone.sha256)
  await aged(shared.sha256)
  expect(await sweepErased(db, dataDir, new Date())).toBe(1)
  expect((await readdir(join(dataDir, 'files'))).sort()).toEqual([twin.sha256, just.sha256].sort())
  expect(await sweepErased(db, dataDir, new Date())).toBe(0)
  // the same contents come again: they are as fresh as any
  await aged(just.sha256)
  await keep([9, 3])
  await db.update(files).set({ erasedAt: new Date() }).where(eq(files.sha256, just.sha256))
  expect(await sweepErased(db, dataDir, new Date())).toBe(0)
})
