/**
 * Whatever the list is like, in all three ways: nobody with a conflict that blocks gets a seat, waits in reserve or moves
 * up, and every hard quota holds; also where everybody has no points at all, one person is eligible, or none.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { selectBest, selectByHand } from '#app/domain/panels/choosing.server.ts'
import { declareConflict } from '#app/domain/panels/conflicts/keeping.server.ts'
import { barOf } from '#app/domain/panels/conflicts/kinds.ts'
import { conflictsOfSeats } from '#app/domain/panels/conflicts/seated.server.ts'
import { replaceConflicted } from '#app/domain/panels/conflicts/unseating.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { announceLot, drawLot } from '#app/domain/panels/lottery/lots.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { employments } from '#db/schema/index.ts'
import { developerOf, test } from '#test/support/conflict-room.ts'

/** what stands between a person and this panel */
const ties = ['none', 'none', 'none', 'developer', 'branch', 'former', 'nowhere', 'said'] as const
const person = fc.record({
  tie: fc.constantFrom(...ties),
  /** the day of the status: today is no years of it, so no points */
  since: fc.constantFrom('2026-03-02', '2026-03-02', '2015-01-01'),
  /** works where another one does, when the quota is to bind */
  house: fc.constantFrom(null, null, 0, 1),
})
type Room = {
  people: { tie: (typeof ties)[number]; since: string; house: number | null }[]
  size: number
  reserve: number
  maxPerOrganisation: number | null
}
const room: fc.Arbitrary<Room> = fc.record({
  people: fc.array(person, { maxLength: 9 }),
  size: fc.integer({ min: 2, max: 3 }),
  reserve: fc.integer({ min: 0, max: 2 }),
  maxPerOrganisation: fc.constantFrom(null, 1, 2),
})

test('no way seats anybody with a conflict, and quotas hold, whatever the list', {
  timeout: 240_000,
}, async ({ given, acts, db }) => {
  const tried = { seats: 0, refusals: 0 }
  const one = async ({ people, ...request }: Room) => {
    const panel = await given.panel({ ...request, maxPerMunicipality: null })
    const staff = acts(panel.secretary)
    const developer = developerOf(panel)
    const branch = await given.organisation({ parentId: developer })
    const houses = [await given.organisation(), await given.organisation()]
    const barred = new Set<string>()
    for (const { tie, since, house } of people) {
      const own = house === null ? undefined : houses[house]?.id
      const at = tie === 'developer' ? developer : tie === 'branch' ? branch.id : own
      const employed = tie !== 'nowhere'
      const made = await given.expert([panel.direction], {
        since,
        employed,
        ...(at ? { organisationId: at } : {}),
      })
      if (tie === 'former')
        await db.insert(employments).values({
          ...{ personId: made.personId, organisationId: developer, post: 'методист' },
          during: '[2020-01-01,2025-01-01)',
        })
      if (tie === 'said') await declareConflict(staff, panel.id, made.personId)
      if (tie !== 'none') barred.add(made.personId)
    }
    const all = await candidatesOf(staff, await unlockedState(staff, panel.id))
    expect(new Set(all.filter(({ conflict }) => conflict !== null).map(({ personId }) => personId))).toEqual(
      barred,
    )
    const ways = [
      () => selectBest(staff, panel.id),
      async () => {
        await announceLot(staff, panel.id, 'курс')
        await drawLot(staff, panel.id, '92,41')
      },
      () => {
        // a hand that takes everybody in turn, those with a conflict first
        const numbers = [...all].sort((a, b) => Number(b.conflict !== null) - Number(a.conflict !== null))
        const members = numbers.slice(0, request.size).map(({ number }) => number)
        return selectByHand(staff, panel.id, { members, reserve: [], reason: 'так решено' })
      },
    ]
    for (const way of ways) {
      const refusal = await way().then(
        () => null,
        (error: unknown) => error,
      )
      if (refusal !== null) {
        expect(refusal).toBeInstanceOf(Problem)
        tried.refusals += 1
        continue
      }
      tried.seats += await held(staff, panel.id, barred, request)
    }
    // who gets a conflict now leaves; whoever moves up has none either
    const state = await unlockedState(staff, panel.id)
    const [leaving] = state.seats
    if (!leaving) return
    await declareConflict(staff, panel.id, leaving.personId)
    barred.add(leaving.personId)
    const [waiting] = state.seats.filter(({ standing }) => standing === 'reserve')
    if (waiting) {
      await declareConflict(staff, panel.id, waiting.personId)
      barred.add(waiting.personId)
    }
    await replaceConflicted(staff, panel.id, { seatId: leaving.id })
    const after = await unlockedState(staff, panel.id)
    const members = after.seats
      .filter(({ standing }) => standing === 'member')
      .map(({ personId }) => personId)
    expect(members.filter((personId) => barred.has(personId))).toEqual([])
  }
  await fc.assert(fc.asyncProperty(room, one), {
    ...{ numRuns: 8, seed: 5, endOnFailure: true },
    examples: [
      [{ people: [], size: 2, reserve: 0, maxPerOrganisation: null }],
      [
        {
          people: [{ tie: 'none', since: '2026-03-02', house: null }],
          size: 2,
          reserve: 1,
          maxPerOrganisation: 1,
        },
      ],
      [
        {
          people: [
            { tie: 'developer', since: '2015-01-01', house: null },
            { tie: 'none', since: '2026-03-02', house: null },
            { tie: 'none', since: '2026-03-02', house: null },
            { tie: 'none', since: '2026-03-02', house: null },
          ],
          ...{ size: 2, reserve: 1, maxPerOrganisation: 1 },
        },
      ],
    ],
  })
  expect(tried.seats).toBeGreaterThan(10)
  expect(tried.refusals).toBeGreaterThan(2)
})

/** The standing composition: nobody barred, the quota kept. Returns how many seats there are. */
async function held(
  ctx: ActingCtx,
  panelId: string,
  barred: ReadonlySet<string>,
  { size, maxPerOrganisation }: { size: number; maxPerOrganisation: number | null },
): Promise<number> {
  const state = await unlockedState(ctx, panelId)
  const found = await conflictsOfSeats(ctx, state)
  for (const { personId } of state.seats) {
    expect(barred.has(personId)).toBe(false)
    expect(barOf(found.get(personId))).toBeNull()
  }
  const members = state.seats.filter(({ standing }) => standing === 'member')
  expect(members).toHaveLength(size)
  const all = await candidatesOf(ctx, state)
  const at = members.map(({ personId }) => all.find((row) => row.personId === personId)?.organisationId)
  for (const house of new Set(at))
    expect(at.filter((one) => one === house).length).toBeLessThanOrEqual(maxPerOrganisation ?? size)
  return state.seats.length
}
