import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor, Ctx } from '#app/domain/ctx.ts'
import { candidatesOf, rowsOf } from '#app/domain/panels/candidates.server.ts'
import { rulesOf, unlockedState } from '#app/domain/panels/facts.server.ts'
import {
  acceptInvitation,
  declineInvitation,
  expireInvitations,
} from '#app/domain/panels/invitations/inviting.server.ts'
import { postponeInvitation, renewInvitation } from '#app/domain/panels/invitations/postponing.server.ts'
import { remindInvited, remindPerson } from '#app/domain/panels/invitations/reminding.server.ts'
import { protocolByNumber } from '#app/domain/panels/protocol.server.ts'
import { faultsOf } from '#app/domain/panels/selecting.ts'
import type { Db } from '#db/client.ts'
import { engagements, invitations, notifications } from '#db/schema/index.ts'
import { type Acts, type Given, test } from '#test/support/database.ts'

/** The person of a place, 0 the first. */
async function invitedAt(given: Given, panel: Awaited<ReturnType<Given['invited']>>, place: number) {
  const seats = await given.seated(panel.id)
  const seat = seats[place]
  const actor = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  return { actor, seat, id: seat?.invitation?.id ?? '' }
}

test('«не сейчас» brings in the reserve, is no refusal, and nobody asks again before the day', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.invited({ pool: 4, reserve: 1 })
  const { actor, seat, id } = await invitedAt(given, panel, 0)
  const postpone = (day: string) => postponeInvitation(acts(actor), id, day)
  await expect(postpone('2026-03-02')).rejects.toMatchObject({ code: 'ask-after-past', field: 'askAfter' })
  await expect(postpone('2027-03-04')).rejects.toMatchObject({ code: 'ask-after-far' })
  await postpone('2026-03-10')
  const after = await given.seated(panel.id)
  expect(after.filter(({ standing }) => standing === 'member')).toHaveLength(3)
  expect(after.find(({ replacesId }) => replacesId === seat?.id)?.reasons.at(-1)?.code).toBe('promoted')
  const view = await protocolByNumber(as(null), panel.number)
  expect(view.chosen.map(({ answer }) => answer)).not.toContain('declined')

  const state = await unlockedState(as(null, { db }), panel.id)
  const pool = async (now: string) =>
    (await candidatesOf(as(null, { db, now }), state)).map(({ personId }) => personId)
  expect(await pool('2026-03-09T09:00:00Z')).not.toContain(actor.personId)
  expect(await pool('2026-03-10T09:00:00Z')).toContain(actor.personId)

  const renew = (now?: string) => renewInvitation(acts(panel.secretary, now), panel.id, id)
  await expect(renew('2026-03-10T09:00:00Z')).rejects.toMatchObject({ code: 'no-free-place' })
  const next = await invitedAt(given, panel, 1)
  await declineInvitation(acts(next.actor), next.id, { reason: 'занята' })
  await expect(renew()).rejects.toMatchObject({ code: 'ask-too-early', facts: { day: '2026-03-10' } })
  const seatId = await renew('2026-03-10T09:00:00Z')
  await expect(renew('2026-03-10T10:00:00Z')).rejects.toMatchObject({ code: 'no-free-place' })
  const asked = (await given.seated(panel.id)).find((one) => one.id === seatId)
  expect(asked).toMatchObject({ personId: actor.personId, replacesId: seat?.id, standing: 'member' })
  await acceptInvitation(acts(actor, '2026-03-10T11:00:00Z'), asked?.invitation?.id ?? '')
  // the first answer stays as it was given
  const [first] = await db.select().from(invitations).where(eq(invitations.id, id))
  expect(first).toMatchObject({ answer: 'later', askAfter: '2026-03-10' })
})

test('a late answer is told clearly, whoever took the place', async ({ given, acts, as, db }) => {
  const panel = await given.invited()
  const { actor, id } = await invitedAt(given, panel, 0)
  const late = '2026-03-06T09:00:00Z'
  await expect(acceptInvitation(acts(actor, late), id)).rejects.toMatchObject({ code: 'invitation-late' })
  await expireInvitations(as(null, { now: late, db }))
  await expect(acceptInvitation(acts(actor, late), id)).rejects.toMatchObject({ code: 'invitation-expired' })
})

test('a reminder comes once by itself, and once a day from the secretary', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.invited()
  const { actor, id } = await invitedAt(given, panel, 0)
  const told = async () =>
    (await db.select().from(notifications).where(eq(notifications.personId, actor.personId))).filter(
      ({ kind }) => kind === 'invitation.reminder',
    ).length
  const at = (now: string) => remindInvited(as(null, { now, db }))
  await at('2026-03-03T09:00:00Z')
  expect(await told()).toBe(0)
  await at('2026-03-04T09:00:00Z')
  await at('2026-03-04T10:00:00Z')
  expect(await told()).toBe(1)
  const remind = (now: string, who = panel.secretary) => remindPerson(acts(who, now), panel.id, id)
  await expect(remind('2026-03-04T11:00:00Z')).rejects.toMatchObject({ code: 'reminded-today' })
  await expect(remind('2026-03-05T11:00:00Z', actor)).rejects.toMatchObject({ code: 'not-found' })
  await remind('2026-03-05T11:00:00Z')
  expect(await told()).toBe(2)
  await acceptInvitation(acts(actor, '2026-03-05T12:00:00Z'), id)
  await expect(remind('2026-03-06T11:00:00Z')).rejects.toMatchObject({ code: 'invitation-answered' })
})

test('whatever people answer, the members keep every limit, and who left is engaged no longer', async ({
  given,
  acts,
  as,
  db,
}) => {
  for (const story of ['dlea', 'lldd', 'aded', 'eaal']) {
    const panel = await given.invited({ pool: 9, size: 3, reserve: 4 })
    for (const answer of story) await answerFirst({ given, acts, as, db }, panel, answer)
    const state = await unlockedState(as(null, { db }), panel.id)
    const members = state.seats.filter(({ standing }) => standing === 'member')
    const candidates = await candidatesOf(as(null, { db }), state)
    const rows = rowsOf(candidates)
    const of = (personId: string) => rows[candidates.findIndex((one) => one.personId === personId)]
    const seated = members.flatMap(({ personId }) => of(personId) ?? [])
    expect(seated, story).toHaveLength(3)
    expect(faultsOf(seated, await rulesOf(as(null, { db }), state.panel)), story).toEqual([])
    const working = await db.select().from(engagements).where(eq(engagements.objectId, panel.id))
    expect(working.map(({ personId }) => personId).sort(), story).toEqual([...state.facts.memberIds].sort())
  }
})

type Room = { given: Given; acts: Acts; as: (actor: null, moment?: { now?: string; db?: Db }) => Ctx }

async function answerFirst(
  { given, acts, as, db }: Room & { db: Db },
  panel: Awaited<ReturnType<Given['invited']>>,
  answer: string,
) {
  const seats = await given.seated(panel.id)
  const waiting = seats.find(
    ({ standing, invitation }) => standing === 'member' && invitation?.answer === null,
  )
  const actor = panel.people.find(({ personId }) => personId === waiting?.personId) as Actor
  const id = waiting?.invitation?.id ?? ''
  if (answer === 'a') return acceptInvitation(acts(actor), id)
  if (answer === 'd') return declineInvitation(acts(actor), id, { reason: 'занят' })
  if (answer === 'l') return postponeInvitation(acts(actor), id, '2026-04-01')

  await db.update(invitations).set({ lastDay: '2026-03-01' }).where(eq(invitations.id, id))
  await expireInvitations(as(null, { db }))
}
