import { and, eq, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { appointChair, convenePanel } from '#app/domain/panels/composition/convening.server.ts'
import {
  acceptInvitation,
  declineInvitation,
  expireInvitations,
  sendInvitations,
} from '#app/domain/panels/invitations/inviting.server.ts'
import { protocolByNumber, replayOf } from '#app/domain/panels/protocol.server.ts'
import { cancelPanel } from '#app/domain/panels/requesting.server.ts'
import { connect } from '#db/client.ts'
import {
  conflicts,
  employments,
  engagements,
  invitations,
  notifications,
  panels,
  seats,
} from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const refused = (code: string, field?: string) => (field ? { code, field } : { code })

test('a place of work that changed is seen before inviting', async ({ given, acts, db }) => {
  const panel = await given.panel()
  await given.experts(5, [panel.direction])
  await selectBest(acts(panel.secretary), panel.id)
  const [first] = await given.seated(panel.id)
  const scope =
    panel.draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  await db.insert(employments).values({
    personId: first?.personId ?? '',
    organisationId: scope,
    post: 'методист',
    during: '[2026-02-01,)',
  })
  await expect(sendInvitations(acts(panel.secretary), panel.id)).rejects.toMatchObject({
    code: 'member-conflict-named',
  })
})

test('fifty accepts at once over fifty connections: one wins, one engagement', async ({
  given,
  as,
  db,
  database,
}) => {
  const panel = await given.invited()
  const [seat] = await given.seated(panel.id)
  const expert = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  // Each click has a connection that nobody else uses, already open: nothing but the lock of the panel puts them in order.
  const clicks = Array.from({ length: 50 }, () => connect(database.ownerUrl, { role: 'rses_web', max: 1 }))
  try {
    const pids = await Promise.all(clicks.map(({ sql }) => sql`select pg_backend_pid() as pid`))
    expect(new Set(pids.map(([row]) => row?.pid)).size).toBe(50)
    const answers = await Promise.allSettled(
      clicks.map((one) =>
        acceptInvitation(as(expert, { db: one.db }) as ActingCtx, seat?.invitation?.id ?? ''),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = answers.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    )
    expect(new Set(codes)).toEqual(new Set(['invitation-answered']))
  } finally {
    await Promise.all(clicks.map((one) => one.end()))
  }
  expect(
    await db
      .select()
      .from(engagements)
      .where(and(eq(engagements.personId, expert.personId), eq(engagements.objectId, panel.id))),
  ).toHaveLength(1)
  expect((await given.seated(panel.id)).filter(({ invitation }) => invitation?.answer)).toHaveLength(1)
})

test('a decline brings in the reserve, who is invited and told; its reason stays with the secretary', async ({
  given,
  acts,
  db,
  as,
}) => {
  const panel = await given.invited()
  const before = await given.seated(panel.id)
  const [left, reserve] = [before[0], before.find(({ standing }) => standing === 'reserve')]
  const expert = panel.people.find(({ personId }) => personId === left?.personId) as Actor
  const stranger = panel.people.find(({ personId }) => personId !== left?.personId) as Actor
  await expect(
    declineInvitation(acts(stranger), left?.invitation?.id ?? '', { reason: 'чужое' }),
  ).rejects.toMatchObject(refused('not-found'))
  await declineInvitation(acts(expert), left?.invitation?.id ?? '', {
    reason: 'секретная причина',
    conflict: true,
  })
  const after = await given.seated(panel.id)
  expect(after.find(({ id }) => id === reserve?.id)).toMatchObject({
    standing: 'member',
    replacesId: left?.id,
    invitation: { answer: null },
  })
  expect(after.find(({ id }) => id === reserve?.id)?.reasons.at(-1)).toMatchObject({ code: 'promoted' })
  expect(
    await db
      .select()
      .from(conflicts)
      .where(and(eq(conflicts.panelId, panel.id), eq(conflicts.source, 'declared'))),
  ).toHaveLength(1)
  expect(
    await db
      .select()
      .from(notifications)
      .where(
        and(eq(notifications.personId, reserve?.personId ?? ''), eq(notifications.kind, 'panel.invited')),
      ),
  ).toHaveLength(1)
  const view = await protocolByNumber(as(null), panel.number)
  expect(JSON.stringify(view)).not.toContain('секретная причина')
  expect(replayOf(view)).toEqual([])
  await expect(acceptInvitation(acts(expert), left?.invitation?.id ?? '')).rejects.toMatchObject(
    refused('invitation-answered'),
  )
})

test('declines at the same moment take different reserves', async ({ given, acts }) => {
  const panel = await given.invited()
  const members = (await given.seated(panel.id)).filter(({ standing }) => standing === 'member')
  await Promise.all(
    members.slice(0, 2).map(({ personId, invitation }) => {
      const expert = panel.people.find((one) => one.personId === personId) as Actor
      return declineInvitation(acts(expert), invitation?.id ?? '', { reason: 'занят' })
    }),
  )
  const after = await given.seated(panel.id)
  expect(after.filter(({ standing }) => standing === 'member')).toHaveLength(3)
  expect(after.filter(({ standing }) => standing === 'reserve')).toHaveLength(0)
  expect(new Set(after.flatMap(({ replacesId }) => replacesId ?? [])).size).toBe(2)
})

test('a term ends at midnight of its last day, with or without the closing job', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.invited()
  const [seat] = await given.seated(panel.id)
  const expert = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  expect(seat?.invitation?.lastDay).toBe('2026-03-05')
  // 23:59 of the last day in the instance's zone is in time, a minute later is not.
  await expect(
    acceptInvitation(acts(expert, '2026-03-05T19:00:00Z'), seat?.invitation?.id ?? ''),
  ).rejects.toMatchObject(refused('invitation-late'))
  await acceptInvitation(acts(expert, '2026-03-05T18:59:00Z'), seat?.invitation?.id ?? '')
  const late = as(null, { now: '2026-03-05T19:00:00Z', db })
  expect(await expireInvitations(late)).toBeGreaterThanOrEqual(2)
  const ended = await db
    .select({ answer: invitations.answer })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(and(eq(seats.panelId, panel.id), eq(invitations.answer, 'expired')))
  expect(ended).toHaveLength(2)
  // both of the reserve are asked in their place, and whoever conducts the panel is told of each
  const members = (await given.seated(panel.id)).filter(({ standing }) => standing === 'member')
  expect(members.map(({ invitation }) => invitation?.answer ?? 'asked').sort()).toEqual([
    ...['accepted', 'asked', 'asked'],
  ])
  const told = await db
    .select({ personId: notifications.personId })
    .from(notifications)
    .innerJoin(invitations, eq(invitations.id, notifications.objectId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(and(eq(notifications.kind, 'invitation.expired'), eq(seats.panelId, panel.id)))
  expect(told.map(({ personId }) => personId)).toEqual([
    ...[panel.draft.institute.personId, panel.draft.institute.personId],
  ])
  expect(await expireInvitations(late)).toBe(0)
})

test('sheets open only to a complete panel with a chair who accepted', async ({ given, acts, db }) => {
  const panel = await given.invited()
  const ctx = acts(panel.secretary)
  await expect(convenePanel(ctx, panel.id)).rejects.toMatchObject(refused('panel-incomplete'))
  const members = (await given.seated(panel.id)).filter(({ standing }) => standing === 'member')
  await expect(appointChair(ctx, panel.id, members[0]?.id ?? '')).rejects.toMatchObject(
    refused('chair-not-accepted'),
  )
  for (const { personId, invitation } of members) {
    await acceptInvitation(
      acts(panel.people.find((one) => one.personId === personId) as Actor),
      invitation?.id ?? '',
    )
  }
  await expect(convenePanel(ctx, panel.id)).rejects.toMatchObject(refused('panel-no-chair'))
  await appointChair(ctx, panel.id, members[0]?.id ?? '')
  await appointChair(ctx, panel.id, members[1]?.id ?? '')
  const scope =
    panel.draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const [job] = await db
    .insert(employments)
    .values({
      personId: members[2]?.personId ?? '',
      organisationId: scope,
      post: 'методист',
      during: '[2026-02-01,)',
    })
    .returning()
  await expect(convenePanel(ctx, panel.id)).rejects.toMatchObject(refused('member-conflict-named'))
  await db.delete(employments).where(eq(employments.id, job?.id ?? ''))
  await convenePanel(ctx, panel.id)
  const after = await given.seated(panel.id)
  // the reserve stays for whoever drops out in the middle
  expect(after.map(({ standing, isChair }) => isChair ?? standing)).toEqual([
    ...['member', 'chair', 'member', 'reserve', 'reserve'],
  ])
  await expect(convenePanel(ctx, panel.id)).rejects.toMatchObject(refused('panel-convened'))
})

test('a cancelled panel releases those who were asked', async ({ given, acts, db }) => {
  const panel = await given.invited()
  await cancelPanel(acts(panel.secretary), panel.id, 'Проект отозван')
  const [seat] = await given.seated(panel.id)
  expect(seat?.invitation?.answer).toBe('released')
  const expert = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  await expect(acceptInvitation(acts(expert), seat?.invitation?.id ?? '')).rejects.toMatchObject(
    refused('panel-cancelled'),
  )
  await expect(cancelPanel(acts(panel.secretary), panel.id, 'ещё раз')).rejects.toMatchObject(
    refused('panel-cancelled'),
  )
  expect(
    await db
      .select()
      .from(panels)
      .where(and(eq(panels.id, panel.id), isNull(panels.cancelledAt))),
  ).toEqual([])
})
