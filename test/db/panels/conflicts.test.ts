/** Who had a hand in the text, or works for kin of its developer, does not judge it; each with the records it rests on. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { beginVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { content } from '#content/load.ts'
import { disclosures, employments } from '#db/schema/index.ts'
import { developerOf, kindsOf, test } from '#test/support/conflict-room.ts'

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
  const of = new Map(all.map((one) => [one.personId, one]))
  const relations = (actor: Actor) =>
    of.get(actor.personId)?.findings[0]?.facts.map(({ relation }) => relation)
  for (const { personId } of [author, second, asker]) expect(of.get(personId)?.conflict).toBe('author')
  expect([relations(author), relations(second), relations(asker)]).toEqual([
    ['draft', 'version'],
    ['version'],
    ['request'],
  ])
  for (const { personId } of fit) expect(of.get(personId)?.conflict).toBeNull()

  await selectBest(acts(panel.secretary), panel.id)
  const { seats } = await unlockedState(acts(panel.secretary), panel.id)
  expect(seats.map(({ personId }) => personId).sort()).toEqual(fit.map(({ personId }) => personId).sort())
})

test('parents, branches, and what it came of or what came of it are its kin; sisters only warn, neighbours are nobody', async ({
  given,
  findingsOf,
}) => {
  const direction = await given.direction()
  const [parent, predecessor] = [await given.organisation(), await given.organisation()]
  const developer = await given.organisation({ parentId: parent.id })
  const [first, branch] = [await given.organisation(), await given.organisation({ parentId: developer.id })]
  const successor = await given.organisation()
  await given.succession(first, predecessor)
  await given.succession(predecessor, developer)
  await given.succession(developer, successor)
  const sister = await given.organisation({ parentId: parent.id })
  const draft = await given.draft({ by: await given.developer('institute', developer.id) })
  const panel = await given.panel({ draft, direction })
  const at = async (organisationId: string) =>
    findingsOf(panel, (await given.expert([direction], { organisationId })).personId)
  const kin = { same: developer, founder: parent, successor: predecessor, branch }
  for (const [relation, { id, shortName }] of Object.entries({ ...kin, founder: parent }))
    expect(await at(id)).toMatchObject([
      {
        kind: 'same-organisation',
        weight: 'block',
        facts: [
          {
            ...{ relation, organisation: shortName, of: developer.shortName, from: '2019-01-01' },
            record: expect.stringMatching(/^employments:/),
          },
        ],
      },
    ])
  expect(await at(first.id)).toMatchObject([
    { kind: 'same-organisation', facts: [{ relation: 'successor' }] },
  ])
  expect(await at(successor.id)).toMatchObject([{ kind: 'same-organisation' }])
  expect(await at(sister.id)).toMatchObject([{ kind: 'same-founder', weight: 'warn' }])
  expect(await at((await given.organisation()).id)).toEqual([])
})

test('a municipality founds its schools only when the setting says so', async ({ given, findingsOf }) => {
  const direction = await given.direction()
  const town = await given.municipality()
  const authority = await given.organisation({
    municipalityId: town.id,
    type: 'municipal-authority',
    tier: 'municipal',
  })
  const [own, other] = [
    await given.organisation({ municipalityId: town.id }),
    await given.organisation({ municipalityId: town.id }),
  ]
  const draft = await given.draft({ by: await given.developer('institute', own.id) })
  const panel = await given.panel({ draft, direction })
  const [clerk, teacher] = [
    await given.expert([direction], { organisationId: authority.id }),
    await given.expert([direction], { organisationId: other.id }),
  ]
  expect(await findingsOf(panel, clerk.personId)).toEqual([])
  expect(await findingsOf(panel, teacher.personId)).toEqual([])
  const { conflicts } = content().settings
  conflicts.founderTypes = ['municipal-authority']
  try {
    expect(await findingsOf(panel, clerk.personId)).toMatchObject([{ facts: [{ relation: 'founder' }] }])
    expect(await findingsOf(panel, teacher.personId)).toMatchObject([{ kind: 'same-founder' }])
  } finally {
    conflicts.founderTypes = []
  }
})

test('a past employer counts to the very day; one of two jobs is enough; a hidden place of work frees nobody', async ({
  given,
  db,
  findingsOf,
}) => {
  const panel = await given.panel()
  const organisationId = developerOf(panel)
  const worked = async (during: string) => {
    const { personId } = await given.expert([panel.direction])
    await db.insert(employments).values({ personId, organisationId, post: 'методист', during })
    return personId
  }
  // the day of the check is 2026-03-02: three years back is 2023-03-02
  const last = await worked('[2020-01-01,2023-03-03)')
  expect(await findingsOf(panel, last)).toMatchObject([
    { kind: 'former-employer', facts: [{ relation: 'same', from: '2020-01-01', until: '2023-03-02' }] },
  ])
  expect(await findingsOf(panel, last, { now: '2026-03-03T09:00:00Z' })).toEqual([])
  expect(await findingsOf(panel, await worked('[2020-01-01,2023-03-02)'))).toEqual([])
  expect(await findingsOf(panel, await worked('[2026-04-01,2026-05-01)'))).toEqual([])
  const second = await worked('[2018-01-01,)')
  expect(kindsOf(await findingsOf(panel, second))).toEqual(['same-organisation'])
  await db
    .update(disclosures)
    .set({ endedAt: new Date('2026-01-01') })
    .where(eq(disclosures.personId, second))
  expect(kindsOf(await findingsOf(panel, second))).toEqual(['same-organisation'])
})

test('who works nobody knows where cannot be cleared, with or without anything else', async ({
  given,
  findingsOf,
}) => {
  const panel = await given.panel()
  const { personId } = await given.expert([panel.direction], { employed: false })
  expect(await findingsOf(panel, personId)).toMatchObject([{ kind: 'unknown-organisation', weight: 'block' }])
})
