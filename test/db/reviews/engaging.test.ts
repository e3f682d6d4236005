/** Taking part in a discussion ends with it: whoever spoke once is not busy for ever. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { changeStages } from '#app/domain/reviews/course/discussing.server.ts'
import { draftState } from '#app/domain/reviews/facts.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { withdrawDraft } from '#app/domain/reviews/withdrawing.server.ts'
import type { Db } from '#db/client.ts'
import { engagements } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { panelsGiven } from '#test/support/given/panels.ts'
import type { GivenDraft } from '#test/support/given/reviews.ts'

const LAST_TALK_DAY = '2026-03-12'

const spoke = async (db: Db, { personId }: Actor, { id }: GivenDraft) =>
  (
    await db
      .select()
      .from(engagements)
      .where(and(eq(engagements.personId, personId), eq(engagements.objectId, id)))
  )[0]

test('who speaks in a discussion is busy until its last day, and finished nothing thereby', async ({
  given,
  db,
  as,
}) => {
  const panels = panelsGiven(db)
  const [draft, panel] = [await given.discussed(), await panels.panel()]
  const [speaker, other] = [await panels.expert([panel.direction]), await panels.expert([panel.direction])]
  await given.remark(draft, { by: speaker })
  const loadOn = async (day: string) => {
    const ctx = as(null, { now: `${day}T09:00:00Z`, db })
    const found = await candidatesOf(ctx, await unlockedState(ctx, panel.id))
    const one = found.find(({ personId }) => personId === speaker.personId)
    const same = found.find(({ personId }) => personId === other.personId)
    return {
      current: one?.current,
      finished: one?.finished,
      behind: (same?.points ?? 0) > (one?.points ?? 0),
    }
  }
  expect(await loadOn(LAST_TALK_DAY)).toEqual({ current: 1, finished: 0, behind: true })
  expect(await loadOn('2026-03-13')).toEqual({ current: 0, finished: 0, behind: false })
  const outcomeOn = async (day: string) =>
    (await cardOf(as(null, { now: `${day}T09:00:00Z` }), speaker.number)).engagements[0]?.outcome
  expect(await outcomeOn(LAST_TALK_DAY)).toBe('going')
  expect(await outcomeOn('2026-03-13')).toBe('finished')
  expect((await cardOf(as(null, { now: '2026-03-13T09:00:00Z' }), speaker.number)).finished).toBe(0)
})

test('the end moves with the stage, and comes at once with a withdrawal or a summary', async ({
  given,
  db,
  acts,
}) => {
  const panels = panelsGiven(db)
  const [moved, withdrawn] = [await given.discussed(), await given.discussed()]
  const speaker = await panels.expert([await panels.direction()])
  for (const draft of [moved, withdrawn]) await given.remark(draft, { by: speaker })
  expect((await spoke(db, speaker, moved))?.during).toBe('[2026-03-02,2026-03-13)')

  const { stages } = await draftState(acts(moved.institute), moved.id)
  const later = (kind: string, lastDay: string, firstDay?: string) => {
    const stage = stages.find((one) => one.kind === kind)
    return { id: stage?.id ?? '', firstDay: firstDay ?? stage?.firstDay ?? '', lastDay }
  }
  const changes = [later('discussion', '2026-03-15'), later('processing', '2026-03-22', '2026-03-16')]
  await changeStages(acts(moved.institute), moved.id, changes)
  expect((await spoke(db, speaker, moved))?.during).toBe('[2026-03-02,2026-03-16)')

  await withdrawDraft(acts(withdrawn.institute, '2026-03-05T09:00:00Z'), withdrawn.id, 'Внесён заново')
  expect(await spoke(db, speaker, withdrawn)).toMatchObject({
    outcome: 'finished',
    during: '[2026-03-02,2026-03-06)',
  })
  await publishSummary(acts(moved.institute, '2026-03-18T09:00:00Z'), moved.id, {
    unansweredReason: 'Отвечать будет рабочая группа',
  })
  expect(await spoke(db, speaker, moved)).toMatchObject({
    outcome: 'finished',
    during: '[2026-03-02,2026-03-16)',
  })
})
