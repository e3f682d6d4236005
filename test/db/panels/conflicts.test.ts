/** Who had a hand in the text, or works for kin of its developer, does not judge it — wherever the person works today. */
import { expect } from 'vitest'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { beginVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { test } from '#test/support/database.ts'

test('the author of the draft, of a version, and who asked are no candidates, though they work elsewhere', async ({
  given,
  acts,
}) => {
  const [direction, developer] = [await given.direction(), await given.organisation()]
  const writer = async () => {
    const expert = await given.expert([direction])
    await given.grant({
      personId: expert.personId,
      role: 'institute',
      scopeKind: 'organisation',
      scopeId: developer.id,
    })
    return given.actor(expert.userId)
  }
  const [author, second, asker] = [await writer(), await writer(), await writer()]
  const draft = await given.draft({ by: author })
  await beginVersion(acts(second), draft.id)
  const panel = await given.panel({ draft: { ...draft, institute: asker }, direction, size: 2, reserve: 0 })
  const fit = await given.experts(2, [direction])

  const state = await unlockedState(acts(panel.secretary), panel.id)
  const all = await candidatesOf(acts(panel.secretary), state)
  const conflictOf = new Map(all.map(({ personId, conflict }) => [personId, conflict]))
  for (const { personId } of [author, second, asker]) expect(conflictOf.get(personId)).toBe('author')
  for (const { personId } of fit) expect(conflictOf.get(personId)).toBeNull()

  await selectBest(acts(panel.secretary), panel.id)
  const { seats } = await unlockedState(acts(panel.secretary), panel.id)
  expect(seats.map(({ personId }) => personId).sort()).toEqual(fit.map(({ personId }) => personId).sort())
})

test('parents, branches, predecessors and successors of the developer are its kin; neighbours are not', async ({
  given,
  acts,
}) => {
  const direction = await given.direction()
  const [parent, predecessor] = [await given.organisation(), await given.organisation()]
  const developer = await given.organisation({ parentId: parent.id })
  const branch = await given.organisation({ parentId: developer.id })
  const successor = await given.organisation()
  await given.succession(predecessor, developer)
  await given.succession(developer, successor)
  const sister = await given.organisation({ parentId: parent.id })
  const draft = await given.draft({ by: await given.developer('institute', developer.id) })
  const panel = await given.panel({ draft, direction })
  const conflictAt = async (organisationId: string) => {
    const { personId } = await given.expert([direction], { organisationId })
    const state = await unlockedState(acts(panel.secretary), panel.id)
    const all = await candidatesOf(acts(panel.secretary), state)
    return all.find((one) => one.personId === personId)?.conflict
  }
  const kin = { developer, parent, predecessor, branch, successor }
  for (const [name, { id }] of Object.entries(kin))
    expect([name, await conflictAt(id)]).toEqual([name, 'same-organisation'])
  expect(await conflictAt(sister.id)).toBeNull()
})
