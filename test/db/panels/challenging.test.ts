/** «Отвод» and «самоотвод»: who may ask, who reads what, who answers, and what follows for the seat. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import {
  challengeable,
  challengeOf,
  challengesOfMe,
  challengesOfPanel,
  hasChallenged,
  ownChallenges,
} from '#app/domain/panels/conflicts/challenged.server.ts'
import { answerChallenge, challengeMember } from '#app/domain/panels/conflicts/challenging.server.ts'
import { conflictsByNumber } from '#app/domain/panels/conflicts/queries.server.ts'
import { recuse } from '#app/domain/panels/conflicts/recusing.server.ts'
import { watchConflicts } from '#app/domain/panels/conflicts/watching.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { cancelPanel } from '#app/domain/panels/requesting.server.ts'
import { conflicts, engagements, notifications } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const reason = 'писал этот проект вместе с разработчиком'

test('anybody signed in challenges a member once; those who select read and answer, the member learns only that it happened', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const [seat] = await given.seated(panel.id)
  const member = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  const visitor = await given.user()
  const asked = { member: member.number, reason }

  const { members } = await challengeable(acts(visitor), panel.number)
  expect(members.map(({ number }) => number)).toContain(member.number)
  expect((await challengeable(acts(member), panel.number)).members.map(({ number }) => number)).not.toContain(
    member.number,
  )
  await expect(challengeMember(acts(member), panel.number, asked)).rejects.toMatchObject({
    code: 'own-challenge',
  })
  await expect(
    challengeMember(acts(visitor), panel.number, { member: visitor.number, reason }),
  ).rejects.toMatchObject({ code: 'challenge-nobody', field: 'member' })
  expect(await hasChallenged(acts(visitor))).toBe(false)
  const id = await challengeMember(acts(visitor), panel.number, asked)
  await expect(challengeMember(acts(visitor), panel.number, asked)).rejects.toMatchObject({
    code: 'challenge-open',
  })

  const told = await db.select().from(notifications).where(eq(notifications.objectId, id))
  expect(told.map(({ kind, personId, address }) => [kind, personId, address])).toEqual([
    ['challenge.made', panel.secretary.personId, `/panels/${panel.number}/challenges/${id}`],
  ])
  expect(await challengeOf(acts(panel.secretary), panel.number, id)).toMatchObject({
    ...{ reason, standing: 'waiting', may: true, own: false, by: { number: visitor.number } },
    whom: { number: member.number },
  })
  expect(await challengeOf(acts(visitor), panel.number, id)).toMatchObject({
    reason,
    may: false,
    by: null,
    own: true,
  })
  for (const actor of [member, panel.draft.institute, await given.user()])
    await expect(challengeOf(acts(actor), panel.number, id)).rejects.toMatchObject({ code: 'not-found' })
  const other = await given.panel()
  await expect(challengeOf(acts(visitor), other.number, id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await challengesOfMe(acts(member), panel.id)).toEqual([
    { standing: 'waiting', madeOn: '2026-03-02', due: '2026-03-07' },
  ])
  expect(await challengesOfMe(acts(visitor), panel.id)).toEqual([])
  expect(await ownChallenges(acts(visitor))).toMatchObject([{ id, standing: 'waiting' }])
  expect(await challengesOfPanel(acts(panel.secretary), panel.id)).toMatchObject([{ id, due: '2026-03-07' }])

  const answer = 'фактов нет'
  for (const actor of [member, visitor, panel.draft.institute])
    await expect(answerChallenge(acts(actor), id, { outcome: 'rejected', answer })).rejects.toThrow(
      /not-found|forbidden/,
    )
  await answerChallenge(acts(panel.secretary), id, { outcome: 'rejected', answer })
  await expect(
    answerChallenge(acts(panel.secretary), id, { outcome: 'upheld', answer }),
  ).rejects.toMatchObject({ code: 'challenge-answered' })
  expect(await challengeOf(acts(visitor), panel.number, id)).toMatchObject({ standing: 'rejected', answer })
  expect((await given.seated(panel.id)).map(({ personId }) => personId)).toContain(member.personId)
  const answered = await db.select().from(notifications).where(eq(notifications.kind, 'challenge.answered'))
  expect(answered.map(({ personId }) => personId)).toContain(visitor.personId)
})

test('upheld, the member leaves, the reserve is asked, and nobody can choose the person for this panel again', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const [seat] = await given.seated(panel.id)
  const member = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  await acceptInvitation(acts(member), seat?.invitation?.id ?? '')
  const visitor = await given.user()
  const id = await challengeMember(acts(visitor), panel.number, { member: member.number, reason })
  await answerChallenge(acts(panel.secretary), id, { outcome: 'upheld', answer: 'это так' })

  const seated = await given.seated(panel.id)
  expect(seated.map(({ personId }) => personId)).not.toContain(member.personId)
  const members = seated.filter(({ standing }) => standing === 'member')
  expect(members).toHaveLength(3)
  expect(members.every(({ invitation }) => invitation !== null)).toBe(true)
  const state = await unlockedState(acts(panel.secretary), panel.id)
  const candidate = (await candidatesOf(acts(panel.secretary), state)).find(
    ({ personId }) => personId === member.personId,
  )
  expect(candidate?.conflict).toBe('challenged')
  const [engagement] = await db.select().from(engagements).where(eq(engagements.personId, member.personId))
  expect(engagement).toMatchObject({ outcome: 'left' })
  const told = await db.select().from(notifications).where(eq(notifications.personId, member.personId))
  expect(told.map(({ kind }) => kind)).toContain('panel.unseated')
})

test('who asked does not answer; a panel that is cancelled takes no more; late answers are asked for', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const [seat] = await given.seated(panel.id)
  const member = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  const asked = { member: member.number, reason }
  const id = await challengeMember(acts(panel.secretary), panel.number, asked)
  await expect(
    answerChallenge(acts(panel.secretary), id, { outcome: 'upheld', answer: 'да' }),
  ).rejects.toMatchObject({ code: 'own-challenge-answer' })
  const late = async () =>
    (await db.select().from(notifications).where(eq(notifications.objectId, id))).filter(
      ({ kind }) => kind === 'challenge.late',
    )
  await watchConflicts({ ...acts(panel.secretary, '2026-03-07T09:00:00Z'), actor: null })
  expect(await late()).toEqual([])
  await watchConflicts({ ...acts(panel.secretary, '2026-03-08T09:00:00Z'), actor: null })
  expect(await late()).not.toEqual([])
  expect(await challengeOf(acts(panel.secretary, '2026-03-08T09:00:00Z'), panel.number, id)).toMatchObject({
    standing: 'late',
  })
  await cancelPanel(acts(panel.secretary), panel.id, 'не нужна')
  await expect(challengeMember(acts(await given.user()), panel.number, asked)).rejects.toMatchObject({
    code: 'panel-cancelled',
  })
  await expect(challengeable(acts(await given.user()), panel.number)).rejects.toMatchObject({
    code: 'panel-cancelled',
  })
})

test('a member who had accepted steps back; with a conflict it is a declaration too; nobody else can do it', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const [first, second] = await given.seated(panel.id)
  const people = [first, second].map((seat) =>
    panel.people.find(({ personId }) => personId === seat?.personId),
  )
  const [one, other] = people as [Actor, Actor]
  const id = first?.invitation?.id ?? ''
  const value = { reason: 'меня пригласил разработчик', conflict: true }
  await expect(recuse(acts(one), id, value)).rejects.toMatchObject({ code: 'seat-not-accepted' })
  await acceptInvitation(acts(one), id)
  await acceptInvitation(acts(other), second?.invitation?.id ?? '')
  await expect(recuse(acts(other), id, value)).rejects.toMatchObject({ code: 'not-found' })
  await expect(recuse(acts(panel.secretary), id, value)).rejects.toMatchObject({ code: 'not-found' })
  await recuse(acts(one), id, value)
  await expect(recuse(acts(one), id, value)).rejects.toMatchObject({ code: 'seat-not-accepted' })
  await recuse(acts(other), second?.invitation?.id ?? '', { ...value, conflict: false })

  const declared = await db.select().from(conflicts).where(eq(conflicts.panelId, panel.id))
  expect(declared.map(({ kind, personId }) => [kind, personId])).toEqual([['declared', one.personId]])
  const state = await unlockedState(acts(panel.secretary), panel.id)
  expect(state.seats.filter(({ standing }) => standing === 'member')).toHaveLength(3)
  const all = await candidatesOf(acts(panel.secretary), state)
  const bars = [one, other].map(({ personId }) => all.find((row) => row.personId === personId)?.conflict)
  expect(bars).toEqual(['declared', 'recused'])
  const told = await db.select().from(notifications).where(eq(notifications.kind, 'seat.recused'))
  expect(
    told
      .filter(({ objectId }) => objectId === id)
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual([panel.secretary.personId, panel.draft.institute.personId].sort())
  const { recusals } = await conflictsByNumber(acts(panel.secretary), panel.number)
  expect(recusals.map(({ number, conflict }) => [number, conflict])).toEqual([
    [one.number, true],
    [other.number, false],
  ])
})
