/** Two days side by side, coverage of municipalities, and the growth by years (O-15). */
import { describe, expect } from 'vitest'
import { changesBetween, yearTotals } from '#app/domain/experts/changes.server.ts'
import { coverageOn } from '#app/domain/experts/coverage.server.ts'
import { employments } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('who came and who left, in all, by direction and by municipality; a hidden place counts nowhere', async ({
  given,
  as,
  db,
}) => {
  const [direction, other] = [await given.registry.direction(), await given.registry.direction()]
  const place = await given.municipality()
  const school = await given.organisation({ municipalityId: place.id })
  const works = async (person: { id: string }) => {
    const row = { personId: person.id, organisationId: school.id, post: 'учитель', during: '[2020-01-01,)' }
    await db.insert(employments).values(row)
  }
  const stays = await given.registry.expert(direction, { during: '[2020-01-01,)' })
  const leaves = await given.registry.expert(direction, { during: '[2020-01-01,2025-06-01)' })
  const comes = await given.registry.expert(other, { during: '[2025-06-01,)' })
  const hidden = await given.registry.expert(direction, { during: '[2025-06-01,)', open: false })
  for (const person of [stays, leaves, comes, hidden]) await works(person)

  const ctx = as(null)
  const days = { from: '2025-01-01', to: '2026-01-01', known: null }
  const { all, directions, municipalities } = await changesBetween(ctx, days)
  expect(all).toEqual({ before: 2, after: 3, added: 2, left: 1 })
  const of = (rows: { code: string }[], code: string) => rows.find((row) => row.code === code)
  expect(of(directions, direction.code)).toMatchObject({ before: 2, after: 2, added: 1, left: 1 })
  expect(of(directions, other.code)).toMatchObject({ before: 0, after: 1, added: 1, left: 0 })
  expect(of(municipalities, place.code)).toMatchObject({ before: 2, after: 2, added: 1, left: 1 })
  // the same two days the other way round
  const back = await changesBetween(ctx, { from: days.to, to: days.from, known: null })
  expect(back.all).toEqual({ before: 3, after: 2, added: 1, left: 2 })
  // nothing was known before it was recorded
  expect((await changesBetween(ctx, { ...days, known: '2001-01-01' })).all).toEqual({
    ...{ before: 0, after: 0, added: 0, left: 0 },
  })

  const empty = await given.municipality()
  const coverage = await coverageOn(ctx, '2026-01-01', null)
  const tile = (code: string) => coverage.municipalities.find((one) => one.code === code)
  expect(tile(place.code)).toMatchObject({ count: 2, by: { [direction.code]: 1, [other.code]: 1 } })
  expect(tile(empty.code)).toMatchObject({ count: 0, by: {} })
  expect(of(coverage.directions, direction.code)).toMatchObject({ count: 2 })
  expect(coverage.unplaced).toBe(1)
})

describe('O-15', () => {
  test('3 773 in 2021 and 3 862 in 2022 as reported, 2023 without data and not nought, later years as counted', async ({
    given,
    as,
  }) => {
    await given.registry.expert(await given.registry.direction(), { during: '[2022-01-01,2025-02-01)' })
    const years = await yearTotals(as(null))
    expect(years.slice(0, 3)).toEqual([
      { year: 2021, count: 3773, reported: true },
      { year: 2022, count: 3862, reported: true },
      { year: 2023, count: null, reported: false },
    ])
    expect(years.at(-1)?.year).toBe(2026)
    const counted = (year: number) => years.find((one) => one.year === year)?.count ?? 0
    // of those above one left in 2025 and two came; this one left, too
    expect([counted(2024), counted(2025)]).toEqual([3, 3])
  })
})
