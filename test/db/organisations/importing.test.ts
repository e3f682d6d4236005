import { eq, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { commitList, remapList } from '#app/domain/organisations/import-steps.server.ts'
import { openOrganisations, organisationList } from '#app/domain/organisations/importing.server.ts'
import {
  allRows,
  chooseAll,
  chooseRows,
  discardImport,
  importById,
} from '#app/domain/organisations/imports.server.ts'
import { undoOrganisations } from '#app/domain/organisations/writing.server.ts'
import { imports, organisations } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const commitOrganisations = (ctx: ActingCtx, id: string, how: { seen: number; leave: boolean }) =>
  commitList(ctx, organisationList, id, how)
const remapOrganisations = (ctx: ActingCtx, id: string, columns: Record<string, number>) =>
  remapList(ctx, organisationList, id, columns)

const head = ['№', 'Наименование', 'Краткое наименование', 'ИНН']
const rowsOf = (rows: string[][]) => [head, ...rows]

test('a list is written whole with its decisions, and taken back whole', async ({ given, acts, db }) => {
  const place = await given.municipality()
  const keeper = await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: place.id })
  const ctx = acts(keeper)
  const same = await given.organisation({
    name: 'Лицей № 1',
    shortName: 'Лицей № 1',
    municipalityId: place.id,
    inn: '7707083893',
  })
  const like = await given.organisation({
    name: 'МБОУ «Средняя школа № 12»',
    shortName: 'СШ 12',
    municipalityId: place.id,
  })
  const before = await db.select().from(organisations).orderBy(organisations.id)
  const grid = rowsOf([
    ['1', 'МАОУ Лицей № 1', 'Лицей 1', '7707083893'],
    ['2', 'МБОУ СОШ № 12', 'СОШ 12', ''],
    ['3', 'МДОУ «Детский сад № 5»', 'Сад 5', ''],
    ['4', 'Ромашка', '', ''],
  ])
  const id = await openOrganisations(ctx, { name: 'a.csv', grid, municipality: place.code })
  expect((await allRows(ctx, id)).map(({ verdict }) => verdict)).toEqual([
    'same',
    'probable',
    'new',
    'rejected',
  ])
  const commit = async (leave = true) =>
    commitOrganisations(ctx, id, { seen: (await importById(ctx, id)).revision, leave })
  await expect(commit()).rejects.toMatchObject({ code: 'import-undecided' })
  await expect(chooseRows(ctx, id, [{ at: 3, choice: same.id, take: [] }])).rejects.toMatchObject({
    code: 'invalid',
  })
  await chooseRows(ctx, id, [
    { at: 2, choice: '', take: ['name'] },
    { at: 3, choice: like.id, take: [] },
  ])
  await expect(commit(false)).rejects.toMatchObject({ code: 'import-rejected', field: 'leave' })
  await expect(commitOrganisations(ctx, id, { seen: 1, leave: true })).rejects.toMatchObject({
    code: 'stale',
  })

  // Somebody adds a card of that name while the list lies open: nothing is written, and the row is judged anew.
  const twin = await given.organisation({
    name: 'МДОУ «Детский сад № 5»',
    type: 'preschool',
    municipalityId: place.id,
  })
  await expect(commit()).rejects.toMatchObject({ code: 'import-changed' })
  expect((await allRows(ctx, id))[2]).toMatchObject({ verdict: 'same' })
  await db.delete(organisations).where(eq(organisations.id, twin.id))
  await expect(commit()).rejects.toMatchObject({ code: 'import-changed' })
  await commit()

  const after = await db
    .select()
    .from(organisations)
    .where(isNull(organisations.mergedIntoId))
    .orderBy(organisations.id)
  expect(after).toHaveLength(before.length + 1)
  expect(after.find((row) => row.id === same.id)).toMatchObject({
    name: 'МАОУ Лицей № 1',
    aliases: ['Лицей 1'],
  })
  expect(after.find((row) => row.id === like.id)).toMatchObject({
    name: 'МБОУ «Средняя школа № 12»',
    aliases: ['МБОУ СОШ № 12', 'СОШ 12'],
  })
  const made = after.find((row) => row.name === 'МДОУ «Детский сад № 5»')
  expect(made).toMatchObject({
    type: 'preschool',
    tier: 'institutional',
    municipalityId: place.id,
    source: 'site',
  })
  expect(made?.code).toMatch(/^org-\d+$/)

  const teacher = await given.user({ employedAt: made?.id ?? '' })
  await expect(undoOrganisations(ctx, id, 'не тот')).rejects.toMatchObject({ code: 'import-used' })
  await db.execute(`delete from employments where person_id = '${teacher.personId}'`)
  await undoOrganisations(ctx, id, 'не тот')
  const restored = await db.select().from(organisations).orderBy(organisations.id)
  expect(restored.map(({ revision: _, ...row }) => row)).toEqual(before.map(({ revision: _, ...row }) => row))
  await expect(undoOrganisations(ctx, id, 'ещё')).rejects.toMatchObject({ code: 'conflict' })
})

test('only whoever keeps the place brings its list, sees it and writes it', async ({ given, acts, db }) => {
  const [own, foreign] = [await given.municipality(), await given.municipality()]
  const [keeper, other, school] = [
    await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: own.id }),
    await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: foreign.id }),
    await given.user({ role: 'school', scopeKind: 'organisation', scopeId: (await given.organisation()).id }),
  ]
  const grid = rowsOf([['1', 'Школа № 77', '', '']])
  for (const wrong of [other, school])
    await expect(
      openOrganisations(acts(wrong), { name: 'a', grid, municipality: own.code }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  const id = await openOrganisations(acts(keeper), { name: 'a', grid, municipality: own.code })
  for (const step of [
    () => importById(acts(other), id),
    () => commitOrganisations(acts(other), id, { seen: 1, leave: true }),
    () => chooseAll(acts(other), id, 'new'),
    () => discardImport(acts(other), id),
    () => remapOrganisations(acts(other), id, {}),
  ])
    await expect(step()).rejects.toMatchObject({ code: 'forbidden' })
  expect((await db.select().from(imports).where(eq(imports.id, id)))[0]).toMatchObject({
    state: 'open',
    revision: 1,
  })
  await remapOrganisations(acts(keeper), id, {})
  expect((await allRows(acts(keeper), id))[0]).toMatchObject({
    verdict: 'rejected',
    reasons: [{ code: 'no-name' }],
  })
  await discardImport(acts(keeper), id)
  expect(await allRows(acts(keeper), id)).toEqual([])
})
