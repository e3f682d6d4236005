/** The page of candidates in SQL against the whole list in memory: filters, order, pages, counts, and how much is asked. */
import { drizzle } from 'drizzle-orm/postgres-js'
import { expect } from 'vitest'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { recordEngagement } from '#app/domain/experts/engaging.server.ts'
import { type Candidate, candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { candidatePage, type Looked, type Sort, sorts } from '#app/domain/panels/listing/page.server.ts'
import type { Db } from '#db/client.ts'
import * as schema from '#db/schema/index.ts'
import { type Acts, type Given, test } from '#test/support/database.ts'

const nothing: Looked = {
  ...{ words: '', direction: '', municipality: '', organisation: '', load: '', asked: '' },
  ...{ sort: 'points', after: null },
}
const numbers = (list: readonly { number: number }[]) => list.map(({ number }) => number)
const compare = new Intl.Collator('ru').compare
const by: Record<Sort, (a: Candidate, b: Candidate) => number> = {
  points: (a, b) => b.points - a.points,
  name: (a, b) => compare(a.name, b.name),
  load: (a, b) => a.going - b.going || a.lately - b.lately,
  municipality: (a, b) => compare(a.municipality ?? '', b.municipality ?? '') || b.points - a.points,
  asked: (a, b) => ((a.lastAsked ?? '') < (b.lastAsked ?? '') ? -1 : a.lastAsked === b.lastAsked ? 0 : 1),
}

/** 130 people in two directions and eight schools: some busy, some asked before; pages have 60. */
async function crowd(given: Given, acts: Acts, db: Db) {
  const directions = [await given.direction('Одно'), await given.direction('Другое')]
  const panel = await given.panel({ directions, size: 2, reserve: 0 })
  const places: string[] = []
  for (let at = 0; at < 8; at += 1) {
    const { id: municipalityId } = await given.municipality()
    places.push((await given.organisation({ municipalityId })).id)
  }
  const people: Actor[] = []
  for (let at = 0; at < 130; at += 1) {
    const covers = at % 3 === 0 ? [0] : at % 3 === 1 ? [1] : [0, 1]
    const since = `${2010 + (at % 14)}-01-01`
    const organisationId = places[(at * 5) % 8] ?? ''
    people.push(
      await given.expert(
        covers.map((one) => directions[one] ?? ''),
        { since, organisationId },
      ),
    )
  }
  for (const person of people.filter((_one, at) => at % 10 === 0))
    await recordEngagement(
      { ...acts(panel.secretary), db },
      {
        ...{ personId: person.personId, kind: 'panel', objectKind: 'panel', role: 'member' },
        ...{ objectId: crypto.randomUUID(), title: 'Экспертиза', firstDay: '2026-02-01', outcome: 'going' },
      },
    )
  await given.invited({ direction: directions[0] ?? '', pool: 0 })
  return { panel, directions, ctx: acts(panel.secretary) }
}

test('pages in any order are the whole list cut up; filters and their counts agree with it', async ({
  given,
  acts,
  db,
}) => {
  const { panel, directions, ctx } = await crowd(given, acts, db)
  const state = await unlockedState(ctx, panel.id)
  const whole = await candidatesOf(ctx, state)
  expect(whole.length).toBe(130)
  expect(whole.filter(({ lastAsked }) => lastAsked).length).toBeGreaterThan(2)
  const list = (change: Partial<Looked>, marked: number[] = []) =>
    candidatePage(ctx, state, { ...nothing, ...change }, marked)

  for (const sort of sorts) {
    const expected = [...whole].sort((a, b) => by[sort](a, b) || a.number - b.number)
    const met: Candidate[] = []
    for (let after: number | null = null; ; ) {
      const page = await list({ sort, after })
      expect(page.found).toBe(130)
      met.push(...page.rows)
      after = page.next
      if (after === null) break
    }
    expect(numbers(met), sort).toEqual(numbers(expected))
    expect(met).toEqual(expected)
  }

  const { options } = await list({})
  for (const { value, count } of options.municipality) {
    const fits = whole.filter(({ municipality }) => municipality === value)
    const page = await list({ municipality: value })
    expect([count, page.found]).toEqual([fits.length, fits.length])
    expect(new Set(numbers(page.rows))).toEqual(new Set(numbers(fits)))
    // the own facet still tells of the other places, another facet only of this one
    expect(page.options.municipality).toEqual(options.municipality)
    expect(page.options.organisation.map((one) => one.count)).toEqual([fits.length])
  }
  const [one = ''] = directions
  const both = await list({ direction: one, load: 'busy' })
  const fits = whole.filter(({ competences, going }) => one in competences && going > 0)
  expect(new Set(numbers(both.rows))).toEqual(new Set(numbers(fits)))
  const told = both.options.load.map(({ value, count }) => [value, count])
  expect(told).toContainEqual(['busy', fits.length])
  const asked = options.asked.map(({ value, count }) => [value, count])
  const never = whole.filter(({ lastAsked }) => lastAsked === null).length
  expect(asked).toEqual([['lately', 130 - never], ['never', never]]) // biome-ignore format: pairs
  expect((await list({ asked: 'lately' })).found).toBe(130 - never)
  const [{ organisationId = '' } = {}] = whole
  expect((await list({ organisation: organisationId ?? '' })).found).toBe(
    whole.filter((person) => person.organisationId === organisationId).length,
  )

  const [first, second, third] = whole as [Candidate, Candidate, Candidate]
  const marked = await list({ words: second.name.toUpperCase() }, [first.number])
  expect(numbers(marked.marked)).toEqual([first.number])
  expect(numbers(marked.rows)).toContain(second.number)
  expect(numbers((await list({ words: `${first.number}, ${third.number}` })).rows)).toEqual(
    numbers([first, third]),
  )
  expect((await list({ words: '%' })).found).toBe(0)
  // whoever stood at the place has left: the list begins anew
  expect(numbers((await list({ after: 999_999_999 })).rows)).toEqual(numbers(whole.slice(0, 60)))
  for (const strange of ['не то', "' or 1=1", 'null'])
    expect((await list({ direction: strange, organisation: strange })).rows).toEqual([])
}, 120_000)

test('a page asks as many questions for three people as for a hundred', async ({ given, acts, database }) => {
  const counted = async (count: number) => {
    const panel = await given.panel({ size: 2, reserve: 0 })
    await given.experts(count, [panel.direction])
    let asked = 0
    const logQuery = () => {
      asked += 1
    }
    const db = drizzle(database.web.sql, { schema, casing: 'snake_case', logger: { logQuery } })
    const ctx: ActingCtx = { ...acts(panel.secretary), db }
    const state = await unlockedState(ctx, panel.id)
    asked = 0
    const page = await candidatePage(ctx, state, nothing)
    return { asked, shown: page.rows.length }
  }
  const [few, many] = [await counted(3), await counted(55)]
  expect([few.shown, many.shown]).toEqual([3, 55])
  expect(many.asked).toBe(few.asked)
  expect(many.asked).toBeLessThan(20)
}, 60_000)
