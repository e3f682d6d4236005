/** Requests that cannot come true, and what happens between the choice and the work: each is told where it is seen. */
import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { appointChair } from '#app/domain/panels/composition/convening.server.ts'
import { replaceLost } from '#app/domain/panels/composition/leaving.server.ts'
import { lockedState } from '#app/domain/panels/facts.server.ts'
import { acceptInvitation, sendInvitations } from '#app/domain/panels/invitations/inviting.server.ts'
import { refuseShortEdit } from '#app/domain/panels/requests/editing.server.ts'
import { refuseShortPool } from '#app/domain/panels/requests/eligible.server.ts'
import { RequestEditForm } from '#app/domain/panels/requests/forms.ts'
import { employments, panels, people, statuses } from '#db/schema/index.ts'
import { developerOf, test } from '#test/support/conflict-room.ts'

test('a direction without people, or with too few, and a panel larger than the pool are refused at their fields', async ({
  given,
  acts,
  db,
}) => {
  const [full, empty] = [await given.direction('Полное'), await given.direction('Пустое')]
  const pool = await given.experts(3, [full])
  const [municipal, closed] = [
    await given.expert([full], { tier: 'municipal' }),
    await given.expert([full], { shown: false }),
  ]
  const staff = acts(await given.user())
  const ask = (change: object) =>
    refuseShortPool(staff, { directions: [full], tier: 'regional', size: 3, ...change })
  await ask({})
  await expect(ask({ directions: [full, empty] })).rejects.toMatchObject({
    ...{ code: 'request-direction-short', field: 'directions' },
    facts: { direction: 'Пустое', count: 0, minimum: 1 },
  })
  await expect(ask({ minimum: { [full]: 4 }, size: 4 })).rejects.toMatchObject({
    ...{ code: 'request-direction-short', facts: { count: 3, minimum: 4 } },
  })
  const large = { code: 'request-pool-short', field: 'size', facts: { size: 4, count: 3 } }
  await expect(ask({ size: 4 })).rejects.toMatchObject(large)
  // somebody of two directions is one person
  const other = await given.direction('Другое')
  const both = await given.expert([other, full])
  await expect(ask({ directions: [full, other], size: 5 })).rejects.toMatchObject({
    code: 'request-pool-short',
    facts: { size: 5, count: 4 },
  })
  await ask({ tier: 'municipal', size: 5 })
  const unknown = await db
    .select({ open: people.nameOpen })
    .from(people)
    .where(eq(people.id, closed.personId))
  expect(unknown).toEqual([{ open: false }])
  expect(new Set([...pool, municipal, both]).size).toBe(5)

  const panel = await given.panel({ direction: full })
  const edit = { size: 6, reserve: 0, answerDays: 3, lastDay: '2026-03-20', revision: 1 }
  const institute = acts(panel.draft.institute)
  await expect(refuseShortEdit(institute, panel.number, RequestEditForm.parse(edit))).rejects.toMatchObject({
    code: 'request-pool-short',
    field: 'size',
  })
})

test('who leaves the registry between the choice and the invitation is seen, and the reserve never moves such a person up', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.panel()
  const pool = await given.experts(6, [panel.direction])
  const staff = acts(panel.secretary)
  await selectBest(staff, panel.id)
  const end = (personId: string) =>
    db
      .update(statuses)
      .set({ during: sql`daterange(lower(during), date '2026-03-01')` })
      .where(eq(statuses.personId, personId))
  const [gone] = await given.seated(panel.id)
  await end(gone?.personId ?? '')
  await expect(sendInvitations(staff, panel.id)).rejects.toMatchObject({
    code: 'seat-not-eligible',
    facts: { rank: 1 },
  })
  await selectBest(staff, panel.id)
  expect(await sendInvitations(staff, panel.id)).toBe(3)
  const seats = await given.seated(panel.id)
  expect(seats.map(({ personId }) => personId)).not.toContain(gone?.personId)

  const [member, , , spare, next] = seats
  const expert = pool.find(({ personId }) => personId === member?.personId) as Actor
  await acceptInvitation(acts(expert), member?.invitation?.id ?? '')
  await end(expert.personId)
  await end(spare?.personId ?? '')
  expect((await lockedState(staff, panel.id)).facts.lostIds).toEqual([expert.personId])
  await replaceLost(staff, panel.id, member?.id ?? '')
  const after = await given.seated(panel.id)
  const now = after.filter(({ standing }) => standing === 'member').map(({ personId }) => personId)
  expect(now).toHaveLength(3)
  expect(now).not.toContain(expert.personId)
  expect(now).not.toContain(spare?.personId)
  expect(now).toContain(next?.personId)
})

test('the secretary of a panel is nobody’s choice for a seat on it', async ({ given, acts, db }) => {
  const panel = await given.panel()
  await given.experts(8, [panel.direction])
  const staff = acts(panel.secretary)
  await selectBest(staff, panel.id)
  const [seat] = await given.seated(panel.id)
  const personId = seat?.personId ?? ''
  await db.update(panels).set({ secretaryId: personId }).where(eq(panels.id, panel.id))
  await expect(sendInvitations(staff, panel.id)).rejects.toMatchObject({ code: 'seat-not-eligible' })
  await selectBest(staff, panel.id)
  const seated = (await given.seated(panel.id)).map((one) => one.personId)
  expect(seated.length).toBeGreaterThan(2)
  expect(seated).not.toContain(personId)
})

test('a chair with a conflict is not appointed', async ({ given, acts, db }) => {
  const panel = await given.invited()
  const staff = acts(panel.secretary)
  const [seat] = await given.seated(panel.id)
  const expert = panel.people.find(({ personId }) => personId === seat?.personId)
  if (!seat?.invitation || !expert) throw new Error('nobody sits')
  await acceptInvitation(acts(expert), seat.invitation.id)
  await db.insert(employments).values({
    ...{
      personId: expert.personId,
      organisationId: developerOf(panel),
      post: 'методист',
      during: '[2026-02-01,)',
    },
  })
  await expect(appointChair(staff, panel.id, seat.id)).rejects.toMatchObject({ code: 'member-conflict' })
})
