import { expect } from 'vitest'
import {
  listOrganisations,
  organisationByCode,
  organisationFacets,
} from '#app/domain/organisations/queries.server.ts'
import { assignments } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('a card tells parent, units, predecessor, successor and dated duties', async ({ as, given, db }) => {
  const parent = await given.organisation({ tier: 'regional' })
  const old = await given.organisation({ during: '[2000-01-01,2023-07-17)', tier: 'regional' })
  const own = await given.organisation({ tier: 'regional', parentId: parent.id })
  await given.succession(old, own)
  const unit = await given.organisation({ parentId: own.id })
  await db.insert(assignments).values([
    { duty: 'coordinator', organisationId: own.id, during: '[2023-07-17,)', ground: 'приказ' },
    { duty: 'operator', organisationId: own.id, during: '[2020-01-01,2021-01-01)', ground: 'приказ' },
  ])
  const card = await organisationByCode(as(null), own.code)
  expect(card).toMatchObject({
    ...{ parent: { code: parent.code }, units: [{ code: unit.code }] },
    ...{ predecessors: [{ code: old.code, day: '2023-07-17' }], successors: [], ended: false },
    duties: [
      { duty: 'coordinator', firstDay: '2023-07-17', lastDay: null, now: true },
      { duty: 'operator', firstDay: '2020-01-01', lastDay: '2020-12-31', now: false },
    ],
  })
  expect(await organisationByCode(as(null), old.code)).toMatchObject({
    ended: true,
    successors: [{ code: own.code }],
  })
})

test('the list goes by keyset, filters, and leaves out what no longer exists', async ({ as, given }) => {
  const place = await given.municipality()
  const made = []
  for (const shortName of ['Ёлочка', 'Елань', 'Яблонька', 'Берёзка', 'Берёзка'])
    made.push(await given.organisation({ shortName, municipalityId: place.id }))
  await given.organisation({ municipalityId: place.id, during: '[2000-01-01,2020-01-01)' })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listOrganisations(as(null), { filter: { municipality: place.code }, after, limit: 2 })
    expect(page.found).toBe(5)
    seen.push(...page.rows.map(({ shortName }) => shortName))
    after = page.next
  } while (after)
  expect(seen).toEqual(['Берёзка', 'Берёзка', 'Елань', 'Ёлочка', 'Яблонька'])
  const found = await listOrganisations(as(null), { filter: { municipality: place.code, words: 'БЕРЕЗ' } })
  expect(found.rows).toHaveLength(2)
  const { places } = await organisationFacets(as(null))
  expect(places.find(({ code }) => code === place.code)?.count).toBe(made.length)
})

test('hostile words find nothing and break nothing', async ({ as }) => {
  for (const words of ['\0', "%' or 1=1 --", '_', '\\', '‮впр', 'я'.repeat(10_000)])
    expect(
      await listOrganisations(as(null), { filter: { words: `zz${words}`, municipality: words } }),
    ).toMatchObject({
      rows: [],
    })
  await expect(organisationByCode(as(null), '\0')).rejects.toMatchObject({ code: 'not-found' })
})
