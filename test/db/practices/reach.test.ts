/** Who knows of a card, who looks at it, and who may not. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import {
  answerAuthor,
  askAuthor,
  removeAuthor,
  restoreAuthor,
  withdrawAuthor,
} from '#app/domain/practices/authors.server.ts'
import { checkPractice } from '#app/domain/practices/checking.server.ts'
import { practiceByNumber } from '#app/domain/practices/facts.server.ts'
import { reviewersFor } from '#app/domain/practices/reviewers.server.ts'
import {
  answerReview,
  askReviewer,
  ownReview,
  releaseReviewer,
  saveReview,
  sendReview,
} from '#app/domain/practices/reviewing.server.ts'
import { practiceRules } from '#app/domain/practices/rules.ts'
import { sendPractice } from '#app/domain/practices/sending.server.ts'
import { startPractice } from '#app/domain/practices/starting.server.ts'
import { practiceAuthors, practiceReviews } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { asked, filled, marks, practiceRoom, published } from '#test/support/practice-room.ts'

const unknown = { code: 'not-found' }

test('a draft is known to its writers alone, a sent one to editors, a published one to everybody', async ({
  given,
  acts,
  as,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  const stranger = await given.user({
    role: 'school',
    scopeKind: 'organisation',
    scopeId: (await given.organisation()).id,
  })
  for (const actor of [null, stranger, room.editor])
    await expect(practiceByNumber(as(actor), room.number)).rejects.toMatchObject(unknown)
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  for (const actor of [null, stranger])
    await expect(practiceByNumber(as(actor), room.number)).rejects.toMatchObject(unknown)
  expect((await practiceByNumber(as(room.editor), room.number)).version.state).toBe('sent')
  const other = await practiceRoom({ given, acts, db })
  await published(other)
  for (const actor of [null, stranger])
    expect((await practiceByNumber(as(actor), other.number)).version.state).toBe('published')
})

test('only who works there or writes for the organisation begins a practice of it', async ({
  given,
  acts,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  const elsewhere = await given.organisation()
  const input = { kind: 'expert' as const, organisationId: elsewhere.id, title: 'Чужая' }
  await expect(startPractice(acts(room.author), input)).rejects.toMatchObject({ code: 'forbidden' })
  const participant = await given.user({ employedAt: elsewhere.id })
  await expect(startPractice(acts(participant), input)).rejects.toMatchObject({ code: 'forbidden' })
  const school = await given.user({ role: 'school', scopeKind: 'organisation', scopeId: elsewhere.id })
  expect(await startPractice(acts(school), input)).toBeGreaterThan(0)
})

test('nobody looks at an own practice, a colleague’s or a co-author’s, whatever the registry says', async ({
  given,
  acts,
  as,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  const coauthor = await given.expert([room.direction])
  const together = await practiceRoom({ given, acts, db })
  const friend = await given.expert([room.direction])
  const colleague = await given.expert([room.direction], { organisationId: room.school.id })
  const [other, hidden] = [await given.direction(), await given.expert([room.direction], { shown: false })]
  const elsewhere = await given.expert([other])
  const fit = await given.expert([room.direction])
  await askAuthor(acts(room.author), room.number, coauthor.number)
  // `friend` wrote another practice with the author
  const { practice } = await practiceByNumber(as(together.author), together.number)
  for (const [position, { personId }] of [friend, room.author].entries())
    await db.insert(practiceAuthors).values({
      ...{ practiceId: practice.id, personId, position: position + 5, askedById: together.author.personId },
      ...{ askedAt: new Date(), answer: 'confirmed' as const, answeredAt: new Date() },
    })
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  await checkPractice(acts(room.editor), room.number, { decision: 'reviewing', reason: '' })
  const state = await practiceByNumber(as(room.editor), room.number)
  const people = (await reviewersFor(as(room.editor), state)).map(({ personId }) => personId)
  expect(people).toContain(fit.personId)
  for (const { personId } of [room.author, coauthor, friend, colleague, elsewhere, hidden]) {
    expect(people).not.toContain(personId)
    await expect(askReviewer(acts(room.editor), room.number, personId)).rejects.toMatchObject({
      code: 'practice-reviewer',
    })
  }
})

test('a third is asked when one declines; reasons and marks are read by nobody before time', async ({
  given,
  acts,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  await checkPractice(acts(room.editor), room.number, { decision: 'reviewing', reason: '' })
  const [first, second, third] = [
    ...[await given.expert([room.direction]), await given.expert([room.direction])],
    await given.expert([room.direction]),
  ]
  if (!first || !second || !third) throw new Error('three')
  await askReviewer(acts(room.editor), room.number, first.personId)
  await askReviewer(acts(room.editor), room.number, second.personId)
  const full = askReviewer(acts(room.editor), room.number, third.personId)
  await expect(full).rejects.toMatchObject({ code: 'practice-asked' })
  const reviewOf = async (personId: string) =>
    (await db.select().from(practiceReviews).where(eq(practiceReviews.personId, personId)))[0]?.id ?? ''
  await answerReview(acts(first), await reviewOf(first.personId), { accept: 'no', reason: 'Отпуск' })
  await askReviewer(acts(room.editor), room.number, third.personId)
  const id = await reviewOf(second.personId)
  await expect(ownReview(acts(third), id)).rejects.toMatchObject(unknown)
  await expect(ownReview(acts(room.editor), id)).rejects.toMatchObject(unknown)
  await expect(saveReview(acts(second), id, [])).rejects.toMatchObject({ code: 'practice-review-unaccepted' })
  await answerReview(acts(second), id, { accept: 'yes', reason: '' })
  await expect(sendReview(acts(second), id, [])).rejects.toMatchObject({
    code: expect.stringContaining('required'),
  })
  await releaseReviewer(acts(room.editor), room.number, id)
  await expect(ownReview(acts(second), id)).rejects.toMatchObject(unknown)
})

test('a review is sent once and speaks about its version alone', async ({ given, acts, db }) => {
  const room = await practiceRoom({ given, acts, db })
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  await checkPractice(acts(room.editor), room.number, { decision: 'reviewing', reason: '' })
  const [first] = await asked(room)
  if (!first) throw new Error('a reviewer')
  const given_ = await marks(room, first.reviewer, first.review)
  await sendReview(acts(first.reviewer), first.review, given_)
  await expect(sendReview(acts(first.reviewer), first.review, given_)).rejects.toMatchObject({
    code: 'practice-review-sent',
  })
  const forced = db
    .update(practiceReviews)
    .set({ advice: 'refuse' })
    .where(eq(practiceReviews.id, first.review))
  await expect(forced).rejects.toMatchObject({ cause: { code: '23001' } })
})

test('an author is one who said so, takes the name back and gives it again; nobody is named for another', async ({
  given,
  acts,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  const [yes, no] = [await given.user(), await given.user()]
  await askAuthor(acts(room.author), room.number, yes.number)
  await askAuthor(acts(room.author), room.number, no.number)
  await expect(askAuthor(acts(room.author), room.number, yes.number)).rejects.toMatchObject({
    ...{ code: 'practice-author-twice', field: 'person' },
  })
  await expect(askAuthor(acts(room.author), room.number, 2_000_000_000)).rejects.toMatchObject({
    ...{ code: 'practice-author-unknown', field: 'person' },
  })
  await answerAuthor(acts(yes), room.number, 'confirmed')
  await answerAuthor(acts(no), room.number, 'declined')
  await expect(answerAuthor(acts(yes), room.number, 'declined')).rejects.toMatchObject({
    code: 'practice-author-answered',
  })
  await withdrawAuthor(acts(yes), room.number)
  const [row] = await db
    .select({ answer: practiceAuthors.answer })
    .from(practiceAuthors)
    .where(and(eq(practiceAuthors.personId, yes.personId)))
  expect(row).toEqual({ answer: 'withdrawn' })
  await restoreAuthor(acts(yes), room.number)
  await removeAuthor(acts(room.author), room.number, room.author.personId)
  const last = removeAuthor(acts(yes), room.number, yes.personId)
  await expect(last).rejects.toMatchObject({ code: 'practice-author-last' })
})

test('an editor neither checks nor publishes a practice of their own', async ({ given, acts, db }) => {
  const room = await practiceRoom({ given, acts, db })
  await askAuthor(acts(room.author), room.number, room.editor.number)
  await answerAuthor(acts(room.editor), room.number, 'confirmed')
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  const check = checkPractice(acts(room.editor), room.number, { decision: 'reviewing', reason: '' })
  await expect(check).rejects.toMatchObject({ code: 'practice-own' })
  const begun = await given.user({ role: 'coordinator', scopeKind: 'region' })
  const input = { kind: 'pedagogical' as const, organisationId: room.school.id, title: 'Своя' }
  const number = await startPractice(acts(begun), input)
  await db.delete(practiceAuthors).where(eq(practiceAuthors.personId, begun.personId))
  const state = await practiceByNumber(acts(begun), number)
  const rule = practiceRules.check(begun, { ...state.facts, state: 'sent' })
  expect(rule).toBe('practice-own')
})

test('who works where the practice was made does not look at it, also when its authors have left', async ({
  given,
  acts,
  as,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  const clerk = await given.user({ role: 'school', scopeKind: 'organisation', scopeId: room.school.id })
  const colleague = await given.expert([room.direction], { organisationId: room.school.id })
  const fit = await given.expert([room.direction])
  const input = { kind: 'expert' as const, organisationId: room.school.id, title: 'Без авторов в штате' }
  const state = await practiceByNumber(as(clerk), await startPractice(acts(clerk), input))
  const people = (await reviewersFor(as(room.editor), state, { limit: 200 })).map(({ personId }) => personId)
  expect(people).toContain(fit.personId)
  expect(people).not.toContain(colleague.personId)
})
