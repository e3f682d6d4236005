/** The running contest: one answer for all works, sheets of ready works opened at once, reminders, third experts. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { ownAsked, refuseAnswers } from '#app/domain/panels/contests/running/answering.server.ts'
import { courseOf } from '#app/domain/panels/contests/running/course.server.ts'
import { remindExperts } from '#app/domain/panels/contests/running/reminding.server.ts'
import { startRun } from '#app/domain/panels/contests/runs/asking.server.ts'
import { employments, notifications, obligations } from '#db/schema/index.ts'
import { approved, askedOf, marked, opened, type Person, ran } from '#test/support/contest-course.ts'
import { after, coded, contestRoom } from '#test/support/contest-room.ts'
import { test } from '#test/support/database.ts'

test('one answer for all works: taken ones are signed each, declined ones go to the reserve', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 1, reserve: 1, load: 3 })
  await coded(room, 2)
  const people = (await given.experts(2, [room.direction])) as Person[]
  await approved(room, database)
  const lists = await Promise.all(people.map(({ personId }) => askedOf(db, room, personId)))
  const at = lists.findIndex(({ length }) => length > 0)
  const [person, mine] = [people[at] as Person, lists[at] ?? []]
  const ctx = acts(person, after)
  const answers = { accepted: mine.slice(0, 1).map(({ id }) => id), reason: '' }
  if (mine.length > 1)
    await expect(refuseAnswers(ctx, room.number, answers)).rejects.toMatchObject({ field: 'reason' })
  await expect(
    refuseAnswers(ctx, room.number, { accepted: ['00000000-0000-7000-8000-000000000000'], reason: 'Нет' }),
  ).rejects.toMatchObject({ code: 'stale' })
  const outcome = await ran(room, database, ctx, 'answers', { ...answers, reason: 'Нет времени' })
  // words of the answer stay with the invitations alone
  expect(outcome).toMatchObject({ done: mine.length, state: 'done', refused: [], asked: {} })
  expect(await db.select().from(obligations)).toHaveLength(2)
  const { works } = await ownAsked(ctx, room.number)
  expect(works.map(({ answer }) => answer).sort()).toEqual(
    ['accepted', ...mine.slice(1).map(() => 'declined')].sort(),
  )
  await expect(ownAsked(acts(room.holder, after), room.number)).rejects.toMatchObject({ code: 'not-found' })
  await expect(startRun(ctx, room.number, 'answers', answers)).rejects.toMatchObject({
    code: 'invitation-answered',
  })
})

test('a declined work goes to its reserve, and its course says what it waits for', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 1, reserve: 1, load: 3 })
  await coded(room, 1)
  const people = (await given.experts(2, [room.direction])) as Person[]
  await approved(room, database)
  const holder = acts(room.holder, after)
  const next = async () => (await courseOf(holder, room.number)).works[0]?.next
  expect(await next()).toBe('answers')
  await expect(startRun(holder, room.number, 'opening')).rejects.toMatchObject({ code: 'nothing-ready' })
  for (const person of people)
    if ((await askedOf(db, room, person.personId)).length > 0) {
      await ran(room, database, acts(person, after), 'answers', { accepted: [], reason: 'Болен' })
      break
    }
  expect(await next()).toBe('answers')
  const still = []
  for (const person of people)
    if ((await askedOf(db, room, person.personId)).some(({ answer }) => answer === null)) still.push(person)
  expect(still).toHaveLength(1)
  await ran(room, database, acts(still[0] as Person, after), 'answers', { accepted: [], reason: 'Занят' })
  expect(await next()).toBe('vacant')
})

test('sheets of all ready works open at once; a work with a conflict stays, the others go on', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 1, load: 1 })
  const works = await coded(room, 2)
  const people = (await given.experts(2, [room.direction])) as Person[]
  await approved(room, database)
  for (const person of people)
    for (const { id } of await askedOf(db, room, person.personId))
      await ran(room, database, acts(person, after), 'answers', { accepted: [id], reason: '' })
  await expect(startRun(acts(room.secretary, after), room.number, 'opening')).rejects.toMatchObject({
    code: 'forbidden',
  })
  // both schools have taken the first expert on: whichever work is theirs, it is in conflict
  for (const { school } of works)
    await db
      .insert(employments)
      .values({
        personId: people[0]?.personId ?? '',
        organisationId: school.id,
        post: 'учитель',
        during: '[2026-02-25,)',
      })
      .onConflictDoNothing()
  const outcome = await ran(room, database, acts(room.holder, after), 'opening')
  expect(outcome.done).toBe(1)
  expect(outcome.refused).toMatchObject([{ problem: expect.stringMatching(/^member-conflict/) }])
  const open = await askedOf(db, room, people[1]?.personId ?? '')
  expect(open[0]?.sheetId).toEqual(expect.any(String))
  expect((await askedOf(db, room, people[0]?.personId ?? ''))[0]?.sheetId).toBeNull()
})

test('one letter a person for all that is awaited, once a day', async ({ given, acts, db, database }) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 1, load: 3 })
  await coded(room, 3)
  const [person] = (await given.experts(1, [room.direction])) as [Person]
  await approved(room, database)
  const holder = acts(room.holder, after)
  expect(await remindExperts(holder, room.number)).toBe(1)
  const told = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, person.personId), eq(notifications.kind, 'contest.reminded')))
  expect(told).toMatchObject([{ facts: { count: 3 } }])
  await expect(remindExperts(holder, room.number)).rejects.toMatchObject({ code: 'reminded-today' })
  await opened(room, [person], database)
  await marked(room, person, () => 3)
  await expect(remindExperts(acts(room.holder, '2026-03-05T09:00:00Z'), room.number)).rejects.toMatchObject({
    code: 'nobody-awaited',
  })
})

test('works whose marks lie apart get a third expert from the reserve; the others do not', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, reserve: 1, load: 2 })
  await coded(room, 2)
  const people = (await given.experts(3, [room.direction])) as Person[]
  await approved(room, database)
  const outcome = await opened(room, people, database)
  expect(outcome).toMatchObject({ done: 2, refused: [] })
  const holder = acts(room.holder, after)
  const codes = (await courseOf(holder, room.number)).works.map(({ code }) => code)
  let first = true
  for (const person of people) {
    const mine = await askedOf(db, room, person.personId)
    const apart = mine.some(({ code }) => code === codes[0]) && first
    await marked(room, person, (code) => (code === codes[0] && apart ? 0 : 4))
    if (apart) first = false
  }
  const after_ = (await courseOf(holder, room.number)).works.map(({ next }) => next)
  expect(after_).toEqual(['third', 'done'])
  await expect(startRun(holder, room.number, 'thirds')).rejects.toMatchObject({ code: 'forbidden' })
  const secretary = acts(room.secretary, after)
  expect(await ran(room, database, secretary, 'thirds')).toMatchObject({ done: 1, refused: [] })
  await expect(startRun(secretary, room.number, 'thirds')).rejects.toMatchObject({ code: 'nothing-apart' })
  const asked = await Promise.all(people.map(({ personId }) => askedOf(db, room, personId)))
  expect(asked.flat()).toHaveLength(5)
})
