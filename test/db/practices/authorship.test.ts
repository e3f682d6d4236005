/** What being an author leaves in a record of work, and for how long it counts. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { wroteWithWriters } from '#app/domain/panels/conflicts/history.server.ts'
import {
  answerAuthor,
  askAuthor,
  restoreAuthor,
  withdrawAuthor,
} from '#app/domain/practices/authors.server.ts'
import { withdrawPractice } from '#app/domain/practices/withdrawing.server.ts'
import { engagements, people } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { practiceRoom, published } from '#test/support/practice-room.ts'

test('being an author counts only while the practice is read and the author agrees to be named', async ({
  given,
  acts,
  as,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  const [author] = await db.select().from(people).where(eq(people.id, room.author.personId))
  const records = () =>
    db
      .select({ outcome: engagements.outcome, direction: engagements.directionVersionId })
      .from(engagements)
      .where(eq(engagements.personId, room.author.personId))
  const late = await given.expert([room.direction])
  const [person] = await db.select().from(people).where(eq(people.id, late.personId))
  await askAuthor(acts(room.author), room.number, person?.number ?? 0)
  const [first] = await published(room)
  const ofLate = () => db.select().from(engagements).where(eq(engagements.personId, late.personId))
  expect(await ofLate()).toEqual([])
  await answerAuthor(acts(late), room.number, 'confirmed')
  expect(await ofLate()).toMatchObject([{ role: 'author', outcome: 'finished' }])
  const finished = { outcome: 'finished', direction: room.direction }
  expect(await records()).toEqual([finished])
  const told = async () =>
    (await cardOf(as(null), Number(author?.number))).engagements.map(({ kind }) => kind)
  expect(await told()).toEqual(['practice'])
  await withdrawAuthor(acts(room.author), room.number)
  const left = { ...finished, outcome: 'left' }
  expect(await records()).toEqual([left])
  expect(await told()).toEqual([])
  // whoever is named, they worked together: a ground of conflict stays
  const kin = await wroteWithWriters(as(null), new Set([late.personId]), '2020-01-01')
  expect(kin.map(({ personId }) => personId)).toEqual([room.author.personId])
  await restoreAuthor(acts(room.author), room.number)
  expect(await records()).toEqual([finished])
  await withdrawPractice(acts(room.author), room.number, 'Данные оказались неверны.')
  expect(await records()).toEqual([left])
  // neither the answer of an author nor the end of the practice touches what the reviewers did
  const reviewer = first?.reviewer.personId ?? ''
  expect(await db.select().from(engagements).where(eq(engagements.personId, reviewer))).toMatchObject([
    { kind: 'practice-review', outcome: 'finished' },
  ])
  await withdrawAuthor(acts(room.author), room.number)
  await restoreAuthor(acts(room.author), room.number)
  expect(await records()).toEqual([left])
})
