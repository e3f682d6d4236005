import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { directionByCode, directionsOfList, listOn } from '#app/domain/experts/directions.server.ts'
import type { Db } from '#db/client.ts'
import { directionLists, directions, directionVersions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

/** Two lists: «старое» of the first goes on as «новое» and «другое» of the second; «общее» stands in both. */
async function insertLists(db: Db) {
  const mark = uuidv7().slice(-8)
  const code = (name: string) => `${name}-${mark}`
  const [older, newer] = await db
    .insert(directionLists)
    .values([
      { code: code('spisok-1'), title: 'Первый', during: '[2021-01-01,2023-01-01)' },
      { code: code('spisok-2'), title: 'Второй', during: '[2023-01-01,)' },
    ])
    .returning()
  const names = ['staroe', 'zakrytoe', 'obshchee', 'novoe', 'drugoe']
  const rows = await db
    .insert(directions)
    .values(names.map((name) => ({ code: code(name) })))
    .returning()
  const ids = new Map(rows.map((row) => [row.code, row.id]))
  const version = (name: string, listId: string | undefined, position: number, replacedBy?: string[]) => ({
    ...{ directionId: ids.get(code(name)) ?? '', listId: listId ?? '', position, tier: 'regional' as const },
    ...{ title: `${name}, полностью`, shortTitle: name, content: 'одно\nдругое' },
    details: {
      procedures: ['процедура'],
      participants: [],
      approving: ['приказ'],
      replacedBy: replacedBy?.map(code),
    },
  })
  const versions = await db
    .insert(directionVersions)
    .values([
      version('staroe', older?.id, 0, ['novoe', 'drugoe']),
      version('zakrytoe', older?.id, 1),
      version('obshchee', older?.id, 2, ['obshchee']),
      version('obshchee', newer?.id, 0),
      version('novoe', newer?.id, 1),
      version('drugoe', newer?.id, 2),
    ])
    .returning()
  return { code, versions }
}

test('lists tell what replaced what, and count experts of today over all versions', async ({
  as,
  db,
  given,
}) => {
  const { code, versions } = await insertLists(db)
  const [, , oldShared, newShared] = versions
  if (!oldShared || !newShared) throw new RangeError('no versions')
  const both = await given.registry.expert(oldShared, { during: '[2025-01-01,2027-01-01)' })
  await given.registry.status(both, newShared)
  await given.registry.expert(newShared, { open: false })
  await given.registry.expert(newShared, { during: '[2020-01-01,2026-03-02)' })

  const older = await directionsOfList(as(null), code('spisok-1'))
  expect(older.map(({ shortTitle }) => shortTitle)).toEqual(['staroe', 'zakrytoe', 'obshchee'])
  expect(older[0]?.replacedBy).toEqual([
    { code: code('novoe'), title: 'novoe' },
    { code: code('drugoe'), title: 'drugoe' },
  ])
  expect(older[1]?.replacedBy).toEqual([])
  expect(older[2]?.experts).toBe(2)
  await expect(directionsOfList(as(null), '\0')).rejects.toMatchObject({ code: 'not-found' })
})

test('a direction tells all its versions and what it replaced', async ({ as, db }) => {
  const { code } = await insertLists(db)
  expect(await directionByCode(as(null), code('novoe'))).toMatchObject({
    versions: [
      { content: ['одно', 'другое'], procedures: ['процедура'], approving: ['приказ'], replacedBy: [] },
    ],
    replaces: [{ code: code('staroe'), title: 'staroe' }],
    experts: [],
  })
  const shared = await directionByCode(as(null), code('obshchee'))
  expect(shared.versions.map(({ list }) => list.title)).toEqual(['Второй', 'Первый'])
  expect(shared.replaces).toEqual([])
})

test('the list of a day is the one in force, else the newest', async ({ as, db }) => {
  const { code } = await insertLists(db)
  expect(await listOn(as(null), '2022-06-01')).toMatch(/^spisok-1/)
  expect(await listOn(as(null), '1999-01-01')).not.toBe(code('spisok-1'))
})
