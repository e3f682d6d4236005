/** Counts of the start page: what waits on each desk, within reach, and never the actor's own. */
import { expect } from 'vitest'
import { deskWaiting } from '#app/domain/desk/waiting.server.ts'
import { claimEntry } from '#app/domain/experts/claiming/claiming.server.ts'
import { askCorrection } from '#app/domain/experts/correcting/correcting.server.ts'
import { CorrectionRequest } from '#app/domain/experts/correcting/forms.ts'
import { fileErasure } from '#app/domain/experts/erasing/erasing.server.ts'
import { test as base } from '#test/support/database.ts'
import { expertsGiven } from '#test/support/given/experts.ts'

const test = base.extend('experts', ({ db }) => expertsGiven(db))

test('each sees what there is to decide on: claims of the own directions, requests of others, and nothing without the right', async ({
  acts,
  experts,
  given,
}) => {
  const [direction, other] = [await experts.direction(), await experts.direction()]
  const [entry, elsewhere] = [await experts.expert(direction), await experts.expert(other)]
  const operator = await given.user({ role: 'operator' })
  const scope = { scopeKind: 'direction', scopeId: direction.directionId } as const
  const organizer = await given.user({ role: 'organizer', ...scope })
  for (const { number } of [entry, elsewhere])
    await claimEntry(acts(await given.user()), { number: String(number), said: 'я' })
  const asked = CorrectionRequest.parse({ kind: 'other', said: 'Две одинаковые строки' })
  await askCorrection(acts(operator), asked)
  expect(await deskWaiting(acts(operator))).toEqual({ claims: 2 })
  const person = acts(await given.user())
  await askCorrection(person, asked)
  await fileErasure(person)

  expect(await deskWaiting(acts(operator))).toEqual({ claims: 2, corrections: 1, erasures: 1 })
  expect(await deskWaiting(acts(organizer))).toEqual({ claims: 1 })
  expect(await deskWaiting(person)).toEqual({})
})
