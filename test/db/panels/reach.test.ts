/** Who follows and manages which panels: the people who asked, and who organises one of its directions. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { sendInvitations } from '#app/domain/panels/invitations/inviting.server.ts'
import { listPanels, panelByNumber } from '#app/domain/panels/queries.server.ts'
import { cancelPanel } from '#app/domain/panels/requesting.server.ts'
import { directionVersions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('an organiser sees and manages the panels of the own direction, and of no other', async ({
  given,
  acts,
  db,
}) => {
  const [own, foreign] = [await given.panel(), await given.panel()]
  const [version] = await db.select().from(directionVersions).where(eq(directionVersions.id, own.direction))
  const scope = { scopeKind: 'direction' as const, scopeId: version?.directionId ?? '' }
  const organiser = await given.user({ role: 'organizer', ...scope })
  await given.experts(6, [own.direction, foreign.direction])

  const { page } = await listPanels(acts(organiser))
  expect(page.map(({ number }) => number)).toEqual([own.number])
  expect((await panelByNumber(acts(organiser), own.number)).directions).toHaveLength(1)
  await selectBest(acts(organiser), own.id)
  await sendInvitations(acts(organiser), own.id)
  expect((await panelByNumber(acts(organiser), own.number)).stage).toBe('answers')
  await cancelPanel(acts(organiser), own.id, 'Документ отозван')

  const elsewhere = await panelIdOf({ db }, foreign.number)
  await expect(panelByNumber(acts(organiser), foreign.number)).rejects.toMatchObject({ code: 'not-found' })
  await expect(selectBest(acts(organiser), elsewhere)).rejects.toMatchObject({ code: 'not-found' })
  await expect(cancelPanel(acts(organiser), elsewhere, 'Чужая')).rejects.toMatchObject({ code: 'not-found' })
})
