import { eq, isNull, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { seedReviews } from '#app/domain/reviews/demo/demo.server.ts'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { outcomeOf } from '#app/domain/reviews/summary/outcomes.server.ts'
import { publishedSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { content } from '#content/load.ts'
import { drafts, innerDiscussions, recordObjections, remarks } from '#db/schema/index.ts'
import { loadReference, seedDemo } from '#db/seed/index.ts'
import { test } from '#test/support/database.ts'

const day = '2026-03-02'
const silent = () => {}

test('the community discusses: the Concept in version 2, a draft in every other stage', {
  timeout: 240_000,
}, async ({ db, as }) => {
  await loadReference({ db, content: content(), say: silent })
  await seedDemo({ db, content: content(), demoDay: day })
  await seedReviews(db)

  const guest = as(null)
  const concept = await draftBySlug(guest, 'concept')
  expect(concept).toMatchObject({ talk: 'open', current: { number: 2 }, stage: { kind: 'discussion' } })
  const first = await versionView(guest, concept.draft.id, 1)
  const second = await versionView(guest, concept.draft.id, 2)
  expect(first.blocks.length).toBeGreaterThan(400)
  expect(second.remarks.length).toBeGreaterThanOrEqual(58)
  expect(second.remarks.every(({ place }) => place !== null)).toBe(true)

  const statuses = new Map<string, number>()
  for (const { place } of second.remarks)
    statuses.set(place?.status ?? '', (statuses.get(place?.status ?? '') ?? 0) + 1)
  expect(statuses.get('exact')).toBeGreaterThan(40)
  expect(statuses.get('edited')).toBeGreaterThan(3)

  const rows = (await listDrafts(guest)).rows
  expect(Object.fromEntries(rows.map(({ slug, stage }) => [slug, stage?.kind ?? null]))).toMatchObject({
    concept: 'discussion',
    'vpr-recheck-guidelines': 'notice',
    'objectivity-method': 'discussion',
    'information-systems-regulation': 'expertise',
    'programmes-contest': 'processing',
    'registry-procedure': null,
  })
  const closed = rows.find(({ slug }) => slug === 'registry-procedure')
  expect(await publishedSummary(guest, closed?.id ?? '')).toMatchObject({
    revision: 1,
    body: { counts: { unanswered: 0 } },
  })

  // beside the remarks: letters with objections to their record, closed stages, what became of the draft
  const about = closed?.id ?? ''
  const [position] = await positionsOf(guest, about)
  expect(position?.remarks).toHaveLength(2)
  expect(position?.dissents).toMatchObject([{ veil: null, name: expect.stringContaining(' ') }])
  expect(await outcomeOf(guest, about)).toMatchObject({ outcome: { kind: 'approved' }, ended: null })
  expect((await outcomeOf(guest, about)).changes).toHaveLength(3)
  const objections = await db.select().from(recordObjections)
  expect(objections.map(({ corrected, answeredAt }) => [corrected, answeredAt === null]).sort()).toEqual([
    [false, true],
    [true, false],
  ])
  expect(await db.select().from(innerDiscussions).where(isNull(innerDiscussions.endedAt))).toHaveLength(1)
  expect(rows).toHaveLength(6) // nobody outside hears of the closed copies

  await seedReviews(db)
  const [{ n } = { n: 0 }] = await db.select({ n: sql<number>`count(*)::int` }).from(drafts)
  expect(n).toBe(8)
  expect((await db.select().from(remarks).where(eq(remarks.draftId, concept.draft.id))).length).toBe(
    second.remarks.length,
  )
})
