/** Who reaches whose applications: a municipality never another's people, nobody else's answers and points. */

import { describe, expect } from 'vitest'
import { nominatePeople } from '#app/domain/assessment/nominees/nominating.server.ts'
import { gridOfLines } from '#app/domain/assessment/nominees/pasted.ts'
import { applicationShown, queueOf } from '#app/domain/assessment/way/applications.server.ts'
import { fileApplication } from '#app/domain/assessment/way/applying.server.ts'
import { decideApplications } from '#app/domain/assessment/way/deciding.server.ts'
import { recallNomination } from '#app/domain/assessment/way/nominating.server.ts'
import { remindApplicant } from '#app/domain/assessment/way/reminding.server.ts'
import { rowsOfImport } from '#app/domain/organisations/imports.server.ts'
import { assessmentResults } from '#db/schema/index.ts'
import { nominated, surveyed, test } from '#test/support/way-room.ts'

describe('another municipality', () => {
  test('guesses numbers in vain', async ({ way, given, acts }) => {
    const person = await way.worker()
    const number = await nominated(way.head, way, [person])
    const town = await given.municipality()
    const foreign = acts(
      await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: town.id }),
    )
    const school = await given.organisation({ municipalityId: town.id })
    const unknown = { code: 'not-found' }
    await expect(applicationShown(foreign, number)).rejects.toMatchObject(unknown)
    await expect(recallNomination(foreign, number)).rejects.toMatchObject(unknown)
    await expect(remindApplicant(foreign, number)).rejects.toMatchObject(unknown)
    expect((await queueOf(foreign, {}, 30)).rows).toEqual([])
    // a number of elsewhere is refused in the words for one that does not exist
    const by = (people: string, organisationId = school.id) =>
      nominatePeople(foreign, {
        ...{ organisationId, versionId: way.direction.id, letterNumber: '15', letterDay: '2026-03-01' },
        ...{ name: 'Выдвижение', grid: gridOfLines(people), file: null },
      })
    const rowOf = async ({ id }: { id: string }) => (await rowsOfImport(foreign, id, {})).rows[0]
    const { number: theirs } = person.actor
    for (const people of [`№ ${theirs}`, '№ 214748364'])
      expect(await rowOf(await by(people))).toMatchObject({
        ...{ verdict: 'rejected', reasons: [{ code: 'not-own' }], matches: [] },
      })
    await expect(by(`№ ${theirs}`, way.school.id)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('an institution of the region in the town is not its own', async ({ way, given, acts }) => {
    const institute = await given.organisation({ municipalityId: way.town.id, tier: 'regional' })
    const person = acts(await given.user({ employedAt: institute.id }))
    const people = `№ ${person.actor.number}`
    const { id, sent } = await nominatePeople(way.municipality, {
      ...{ organisationId: way.school.id, versionId: way.direction.id, letterNumber: '1' },
      ...{ letterDay: '2026-03-01', name: 'Выдвижение', grid: gridOfLines(people), file: null },
    })
    expect(sent).toBe(false)
    expect((await rowsOfImport(way.municipality, id, {})).rows).toMatchObject([
      { verdict: 'rejected', reasons: [{ code: 'not-own' }] },
    ])
  })
})

test('the organisation sees steps and pass, no answers, words or points; readers not even the pass', async ({
  way,
  given,
  acts,
  db,
}) => {
  const person = await way.worker()
  const number = await fileApplication(person, way.direction.id)
  await surveyed(person, number)
  await decideApplications(way.organizer, {
    ...{ applications: [number], decision: 'admitted' as const, grounds: [], words: 'Тайное слово' },
  })
  await db.insert(assessmentResults).values({
    ...{ personId: person.actor.personId, directionId: way.direction.directionId, attempt: 1 },
    ...{ earned: 95, maximum: 100, day: '2026-03-01', enteredById: way.organizer.actor.personId },
    enteredAt: new Date('2026-03-02T10:00:00Z'),
  })
  for (const ctx of [way.head, way.municipality]) {
    const shown = await applicationShown(ctx, number)
    expect(shown).toMatchObject({
      stage: 'passed',
      survey: null,
      results: [{ passed: true, points: null, band: null }],
    })
    expect(JSON.stringify(shown.steps)).not.toContain('Тайное')
  }
  for (const role of ['ministry', 'coordinator', 'institute']) {
    const reader = acts(await given.user({ role }))
    const shown = await applicationShown(reader, number)
    expect(shown).toMatchObject({ stage: 'admitted', survey: null, results: [] })
  }
  expect(await applicationShown(way.organizer, number)).toMatchObject({
    ...{ results: [{ points: { earned: 95 }, band: 'high' }], survey: { unmet: [] } },
  })
  const stranger = await way.worker()
  await expect(applicationShown(stranger, number)).rejects.toMatchObject({ code: 'not-found' })
  const other = await given.registry.direction()
  const organizer = acts(
    await given.user({ role: 'organizer', scopeKind: 'direction', scopeId: other.directionId }),
  )
  await expect(applicationShown(organizer, number)).rejects.toMatchObject({ code: 'not-found' })
})
