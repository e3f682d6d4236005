/**
 * Who comes in when people decline, as a property of random panels on the real database: limits of the request hold as
 * long as anybody of the reserve can keep them, and whoever has got a conflict meanwhile never comes in.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { standingSelection } from '#app/domain/panels/facts.server.ts'
import {
  acceptInvitation,
  declineInvitation,
  sendInvitations,
} from '#app/domain/panels/invitations/inviting.server.ts'
import { postponeInvitation } from '#app/domain/panels/invitations/postponing.server.ts'
import { type KeptRow, type KeptRules, plainRules } from '#app/domain/panels/protocol.ts'
import { without } from '#app/domain/panels/requests/limits.ts'
import { faultsOf, type SelectionRules } from '#app/domain/panels/selecting.ts'
import { employments } from '#db/schema/index.ts'
import { type Given, test } from '#test/support/database.ts'

const someone = fc.record({
  place: fc.nat(4),
  since: fc.constantFrom('2012-01-01', '2019-01-01', '2025-01-01'),
  covers: fc.constantFrom([0], [1], [0, 1]),
})
const asked = fc.record({
  people: fc.array(someone, { minLength: 7, maxLength: 9 }),
  maxPerOrganisation: fc.constantFrom(1, 2),
  minimum: fc.constantFrom([1, 1], [2, 1], [1, 2]),
  wished: fc.boolean(),
  /** of the seat that is left: declined, put off, or accepted; and whether the first of the reserve moves to the developer */
  answers: fc.array(fc.constantFrom('decline', 'later', 'accept'), { minLength: 4, maxLength: 4 }),
  moves: fc.boolean(),
})
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

test('whoever comes in keeps every limit that anybody of the reserve could keep', async ({
  given,
  acts,
  db,
  as,
}) => {
  const seen = { promoted: 0, anyway: 0, empty: 0, moved: 0 }
  for (const one of fc.sample(asked, { seed: 20_261_123, numRuns: 14 })) {
    const panel = await panelOf(given, one)
    const people = await peopleOf(given, panel.directions, one)
    const found = await selectBest(acts(panel.secretary), panel.id).then(
      () => true,
      () => false,
    )
    if (!found) continue
    await sendInvitations(acts(panel.secretary), panel.id)
    const { rows, rules } = await frozen(as(null), panel.id)
    const [moved] = (await given.seated(panel.id)).filter(({ standing }) => standing === 'reserve')
    if (one.moves && moved) {
      const organisationId = panel.draft.institute.powers.find(
        ({ scopeKind }) => scopeKind === 'organisation',
      )?.scopeId
      await db.insert(employments).values({
        ...{ personId: moved.personId, organisationId: organisationId ?? '', post: 'методист' },
        during: '[2026-02-01,)',
      })
    }
    for (const [turn, answer] of one.answers.entries()) {
      const before = await given.seated(panel.id)
      const open = before.filter(({ standing, invitation }) => standing === 'member' && !invitation?.answer)
      const seat = open[turn % Math.max(1, open.length)]
      const expert = people.find(({ personId }) => personId === seat?.personId) as Actor
      if (!seat?.invitation) break
      const { id } = seat.invitation
      if (answer === 'accept') await acceptInvitation(acts(expert), id)
      if (answer === 'later') await postponeInvitation(acts(expert), id, '2026-09-01')
      if (answer === 'decline')
        await declineInvitation(acts(expert), id, { reason: 'занят', conflict: turn === 1 })
      const after = await given.seated(panel.id)
      const sits = (all: typeof before) =>
        all
          .filter(({ standing }) => standing === 'member')
          .map(({ personId }) => rows.get(personId) as KeptRow)
      const members = sits(after)
      if (answer === 'accept') {
        expect(after.map(({ standing }) => standing)).toEqual(before.map(({ standing }) => standing))
        continue
      }
      const rest = sits(before).filter(({ personId }) => personId !== seat.personId)
      const able = before.filter(
        ({ standing, personId }) => standing === 'reserve' && !(one.moves && personId === moved?.personId),
      )
      const keeps = able.filter(({ personId }) => holds([...rest, rows.get(personId) as KeptRow], rules))
      const came = after.find(({ replacesId }) => replacesId === seat.id)
      expect(members).not.toContainEqual(expect.objectContaining({ personId: seat.personId }))
      if (able.length === 0) {
        expect(came).toBeUndefined()
        seen.empty += 1
        continue
      }
      const by = (all: typeof able) => all.sort((a, b) => a.rank - b.rank)[0]?.personId
      expect(came?.personId).toBe(keeps.length > 0 ? by(keeps) : by(able))
      expect(came?.reasons.at(-1)?.code).toBe(keeps.length > 0 ? 'promoted' : 'promoted-anyway')
      if (keeps.length > 0) expect(holds(members, rules)).toBe(true)
      seen[keeps.length > 0 ? 'promoted' : 'anyway'] += 1
      if (one.moves && moved?.standing === 'reserve') {
        expect(after.find(({ id }) => id === moved.id)?.standing).toBe('reserve')
        seen.moved += 1
      }
    }
  }
  expect(seen.promoted).toBeGreaterThan(8)
  expect(seen.anyway).toBeGreaterThan(0)
  expect(seen.empty).toBeGreaterThan(0)
  expect(seen.moved).toBeGreaterThan(2)
}, 120_000)

async function panelOf(given: Given, { maxPerOrganisation, minimum, wished }: Asked) {
  const directions = [await given.direction('Одно'), await given.direction('Другое')]
  const panel = await given.panel({
    ...{ directions, size: 3, reserve: 3, maxPerOrganisation, maxPerMunicipality: null },
    minimum: Object.fromEntries(directions.map((id, at) => [id, minimum[at] ?? 1])),
    soft: wished ? ['organisation'] : [],
  })
  return { ...panel, directions }
}

async function peopleOf(given: Given, directions: string[], { people }: Asked): Promise<Actor[]> {
  const places: string[] = []
  for (let at = 0; at < 5; at += 1) {
    const { id: municipalityId } = await given.municipality()
    places.push((await given.organisation({ municipalityId })).id)
  }
  const made: Actor[] = []
  for (const { place, since, covers } of people)
    made.push(
      await given.expert(
        covers.map((at) => directions[at] ?? ''),
        { since, organisationId: places[place] ?? '' },
      ),
    )
  return made
}

/** The list as it stood when people were chosen, and the rules without what gave way then. */
async function frozen(ctx: Parameters<typeof standingSelection>[0], panelId: string) {
  const selection = await standingSelection(ctx, panelId)
  const kept = selection?.rules as unknown as KeptRules
  const rows = (selection?.candidates ?? []) as unknown as KeptRow[]
  const rules = without(plainRules(kept), kept.waived ?? [])
  return { rows: new Map(rows.map((row) => [row.personId, row])), rules }
}

const holds = (members: readonly KeptRow[], rules: SelectionRules) =>
  faultsOf(members, { ...rules, size: members.length }).length === 0
