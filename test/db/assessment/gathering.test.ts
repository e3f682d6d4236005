/** Gathering for a municipality: only its own people. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { fileApplication } from '#app/domain/assessment/way/applying.server.ts'
import { decideApplications } from '#app/domain/assessment/way/deciding.server.ts'
import { gatherPassed } from '#app/domain/assessment/way/gathering.server.ts'
import { assessmentResults, candidateLists, candidates } from '#db/schema/index.ts'
import { begun, bodies } from '#test/support/given/lists.ts'
import { surveyed, test } from '#test/support/way-room.ts'

test('who works for the region is nobody of the municipality where the house stands', async ({
  way,
  given,
  acts,
  db,
}) => {
  const { direction, organizer, town } = way
  const institute = await given.organisation({ municipalityId: town.id, tier: 'regional' })
  const regional = acts(await given.user({ employedAt: institute.id }))
  await giveConsent(regional, 'processing')
  const local = await way.worker()
  for (const person of [regional, local]) {
    const number = await fileApplication(person, direction.id)
    await surveyed(person, number)
    await decideApplications(organizer, {
      ...{ applications: [number], decision: 'admitted', grounds: [], words: '' },
    })
  }
  const points = {
    directionId: direction.directionId,
    attempt: 1,
    maximum: 100,
    day: '2026-03-01',
    earned: 90,
  }
  for (const { actor } of [regional, local])
    await db.insert(assessmentResults).values({
      ...{ ...points, personId: actor.personId, enteredById: organizer.actor.personId },
      enteredAt: new Date('2026-03-02T10:00:00Z'),
    })
  await bodies(given)
  const operator = acts(await given.user({ role: 'operator' }))
  const list = await begun(operator, direction)
  await db.update(candidateLists).set({ municipalityId: town.id }).where(eq(candidateLists.id, list))
  expect(await gatherPassed(operator, list)).toBe(1)
  const there = await db.select().from(candidates).where(eq(candidates.listId, list))
  expect(there.map(({ personId }) => personId)).toEqual([local.actor.personId])
})
