/** A card from its first word to its readers: written, sent, looked at by two, published, followed by its next version. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { checkPractice } from '#app/domain/practices/checking.server.ts'
import { decidePractice, publishPlanned } from '#app/domain/practices/deciding.server.ts'
import { practiceByNumber } from '#app/domain/practices/facts.server.ts'
import { sendReview } from '#app/domain/practices/reviewing.server.ts'
import { recallPractice, renewPractice, sendPractice } from '#app/domain/practices/sending.server.ts'
import { discardPractice, restorePractice, startPractice } from '#app/domain/practices/starting.server.ts'
import { withdrawPractice } from '#app/domain/practices/withdrawing.server.ts'
import { savePassport, saveSection } from '#app/domain/practices/writing.server.ts'
import { engagements, notifications, practiceVersions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import {
  asked,
  docOf,
  filled,
  long,
  marks,
  practiceRoom,
  published,
  rowsOf,
} from '#test/support/practice-room.ts'

test('a card is sent whole or not at all, and says how much is missing', async ({ given, acts, db }) => {
  const room = await practiceRoom({ given, acts, db })
  await expect(sendPractice(acts(room.author), room.number)).rejects.toMatchObject({
    ...{ code: 'practice-incomplete', facts: { count: 9 } },
  })
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  const { version } = await rowsOf(room)
  expect(version).toMatchObject({ state: 'sent', number: 1 })
  expect(version.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('what was sent is not edited, by nobody and not past the commands; taken back it is', async ({
  given,
  acts,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  const { version } = await rowsOf(room)
  const words = { doc: docOf('Другое'), seen: 1 }
  const refused = { code: 'practice-state' }
  await expect(saveSection(acts(room.author), room.number, 'steps', words)).rejects.toMatchObject(refused)
  const forced = db
    .update(practiceVersions)
    .set({ title: 'Другое' })
    .where(eq(practiceVersions.id, version.id))
  await expect(forced).rejects.toMatchObject({ cause: { code: '23001' } })
  await recallPractice(acts(room.author), room.number)
  await saveSection(acts(room.author), room.number, 'steps', { doc: docOf(long), seen: 1 })
  await sendPractice(acts(room.author), room.number)
  expect((await rowsOf(room)).version.sha256).not.toBe(version.sha256)
})

test('two who write together do not take each other’s words away', async ({ given, acts, db }) => {
  const room = await practiceRoom({ given, acts, db })
  const colleague = await given.user({ role: 'school', scopeKind: 'organisation', scopeId: room.school.id })
  expect(await saveSection(acts(room.author), room.number, 'steps', { doc: docOf('Первое'), seen: 0 })).toBe(
    1,
  )
  const late = saveSection(acts(colleague), room.number, 'steps', { doc: docOf('Второе'), seen: 0 })
  await expect(late).rejects.toMatchObject({ code: 'stale' })
  // another part is another edition
  await saveSection(acts(colleague), room.number, 'problem', { doc: docOf('Второе'), seen: 0 })
  const { version } = await rowsOf(room)
  const passport = { title: 'Имя', abstract: '', direction: '', tier: '' as const, subjects: [], licence: '' }
  await savePassport(acts(room.author), room.number, { ...passport, edition: version.edition })
  const stale = savePassport(acts(colleague), room.number, { ...passport, edition: version.edition })
  await expect(stale).rejects.toMatchObject({ code: 'stale' })
})

test('it is published when both reviews are in, and counts in the biography of its author', async ({
  given,
  acts,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  await checkPractice(acts(room.editor), room.number, { decision: 'reviewing', reason: '' })
  const [first, second] = await asked(room)
  const publish = { decision: 'publish' as const, reason: '', publishOn: '' }
  if (!first || !second) throw new Error('two reviewers')
  await sendReview(acts(first.reviewer), first.review, await marks(room, first.reviewer, first.review))
  const early = decidePractice(acts(room.editor), room.number, publish)
  await expect(early).rejects.toMatchObject({ code: 'practice-reviews' })
  await sendReview(
    acts(second.reviewer),
    second.review,
    await marks(room, second.reviewer, second.review, 'mend'),
  )
  await decidePractice(acts(room.editor), room.number, publish)
  expect(await rowsOf(room)).toMatchObject({
    practice: { publishedAt: expect.any(Date) },
    version: { state: 'published' },
  })
  const rows = await db.select().from(engagements).where(eq(engagements.personId, room.author.personId))
  expect(rows).toMatchObject([{ kind: 'practice', role: 'author', outcome: 'finished', inRegistry: true }])
  const reviewed = await db
    .select()
    .from(engagements)
    .where(eq(engagements.personId, first.reviewer.personId))
  expect(reviewed).toMatchObject([{ kind: 'practice-review', outcome: 'finished' }])
  const told = await db.select().from(notifications).where(eq(notifications.personId, room.author.personId))
  expect(told.map(({ kind }) => kind).sort()).toEqual(['practice.checked', 'practice.published'])
})

test('a planned one is published on its day, once', async ({ given, acts, as, db }) => {
  const room = await practiceRoom({ given, acts, db })
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  await checkPractice(acts(room.editor), room.number, { decision: 'reviewing', reason: '' })
  for (const { reviewer, review } of await asked(room))
    await sendReview(acts(reviewer), review, await marks(room, reviewer, review))
  const past = { decision: 'publish' as const, reason: '', publishOn: '2026-03-01' }
  const late = decidePractice(acts(room.editor), room.number, past)
  await expect(late).rejects.toMatchObject({ code: 'term-past', field: 'publishOn' })
  await decidePractice(acts(room.editor), room.number, { ...past, publishOn: '2026-03-10' })
  expect(await publishPlanned(as(null, { db, now: '2026-03-09T18:00:00Z' }))).toBe(0)
  // 10 March has begun in the zone
  expect(await publishPlanned(as(null, { db, now: '2026-03-09T19:30:00Z' }))).toBe(1)
  expect(await publishPlanned(as(null, { db, now: '2026-03-10T19:30:00Z' }))).toBe(0)
  expect((await rowsOf(room)).version.state).toBe('published')
})

test('returned and published ones go on in the next version; readers keep the last published one', async ({
  given,
  acts,
  as,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  await filled(room)
  await sendPractice(acts(room.author), room.number)
  const mend = { decision: 'returned' as const, reason: 'Нет данных о результате.' }
  await checkPractice(acts(room.editor), room.number, mend)
  expect((await rowsOf(room)).version).toMatchObject({ state: 'returned', returnReason: mend.reason })
  expect(await renewPractice(acts(room.author), room.number)).toBe(2)
  await sendPractice(acts(room.author), room.number)
  const other = await practiceRoom({ given, acts, db })
  await published(other)
  expect(await renewPractice(acts(other.author), other.number)).toBe(2)
  const guest = await practiceByNumber(as(null), other.number)
  expect(guest.facts.published).toBe(true)
  await sendPractice(acts(other.author), other.number)
  await checkPractice(acts(other.editor), other.number, { decision: 'reviewing', reason: '' })
  // a new version skips no review
  const skipped = decidePractice(acts(other.editor), other.number, {
    ...{ decision: 'publish', reason: '', publishOn: '' },
  })
  await expect(skipped).rejects.toMatchObject({ code: 'practice-reviews' })
  const versions = await db
    .select({ state: practiceVersions.state })
    .from(practiceVersions)
    .where(eq(practiceVersions.practiceId, guest.practice.id))
    .orderBy(practiceVersions.number)
  expect(versions).toEqual([{ state: 'published' }, { state: 'reviewing' }])
})

test('the same practice begun twice is one; thrown away it comes back for thirty days', async ({
  given,
  acts,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  const { version } = await rowsOf(room)
  const again = { kind: 'expert' as const, organisationId: room.school.id, title: version.title }
  const ctx = acts(room.author)
  expect(await Promise.all([startPractice(ctx, again), startPractice(ctx, again)])).toEqual([
    room.number,
    room.number,
  ])
  await discardPractice(ctx, room.number)
  await expect(saveSection(ctx, room.number, 'steps', { doc: docOf('а'), seen: 0 })).rejects.toMatchObject({
    code: 'practice-discarded',
  })
  const late = restorePractice(acts(room.author, '2026-04-02T09:00:00Z'), room.number)
  await expect(late).rejects.toMatchObject({ code: 'practice-gone' })
  await restorePractice(acts(room.author, '2026-03-20T09:00:00Z'), room.number)
  await saveSection(ctx, room.number, 'steps', { doc: docOf('а'), seen: 0 })
})

test('withdrawn it says why, and is neither edited nor withdrawn again', async ({ given, acts, as, db }) => {
  const room = await practiceRoom({ given, acts, db })
  await published(room)
  await withdrawPractice(acts(room.author), room.number, 'Данные оказались неверны.')
  const { practice } = await practiceByNumber(as(null), room.number)
  expect(practice).toMatchObject({ withdrawReason: 'Данные оказались неверны.' })
  const refused = { code: 'practice-withdrawn' }
  await expect(renewPractice(acts(room.author), room.number)).rejects.toMatchObject(refused)
  await expect(withdrawPractice(acts(room.editor), room.number, 'Ещё раз')).rejects.toMatchObject(refused)
})
