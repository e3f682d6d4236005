/** Contests of the demonstration whose experts are drawn by lot: one lot is announced, one was drawn and invited people. */
import { reckoned } from '#app/domain/panels/contests/demo-course.server.ts'
import { prepare, type Story, staff } from '#app/domain/panels/contests/demo-telling.server.ts'
import { contestStories } from '#content/contest-stories.ts'
import { announceContestLot } from './announcing.server.ts'
import { drawContestLot } from './drawing.server.ts'

/** Drawn yesterday: the experts have their invitations. */
export async function tellDrawn(story: Story) {
  const { lot } = contestStories()
  const { number } = await prepare(story, 'drawnLot', -40, [-38, -10, 20, 30], { perWork: 2, reserve: 1 })
  const { ctx, sha256 } = await reckoned(story, number, 8, -6, { cap: 40, fair: undefined, way: 'lot' })
  await announceContestLot(ctx, number, { source: lot.drawn, batch: sha256 })
  await drawContestLot(staff(story, -1), number, { publicValue: lot.value, lot: 1 })
}

/** Announced: the public value is not known yet. */
export async function tellAnnounced(story: Story) {
  const { lot } = contestStories()
  const days = [-38, -9, 22, 32] as [number, number, number, number]
  const { number } = await prepare(story, 'announcedLot', -42, days, { perWork: 3, reserve: 1 })
  const { ctx, sha256 } = await reckoned(story, number, 12, -3, { cap: 50, fair: undefined, way: 'lot' })
  await announceContestLot(ctx, number, { source: lot.announced, batch: sha256 })
}
