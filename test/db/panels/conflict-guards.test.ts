/** Conflicts after the choice: decisions on warnings, every step that looks again, and the nightly look. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { appointChair, convenePanel } from '#app/domain/panels/composition/convening.server.ts'
import { recallWaiver, waiveConflict } from '#app/domain/panels/conflicts/deciding.server.ts'
import { conflictsByNumber } from '#app/domain/panels/conflicts/queries.server.ts'
import { replaceConflicted } from '#app/domain/panels/conflicts/unseating.server.ts'
import { watchPanel } from '#app/domain/panels/conflicts/watching.server.ts'
import { acceptInvitation, sendInvitations } from '#app/domain/panels/invitations/inviting.server.ts'
import { sendSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { found } from '#app/domain/problem.ts'
import { conflictDecisions, conflicts, employments, notifications, sheets } from '#db/schema/index.ts'
import { developerOf, test } from '#test/support/conflict-room.ts'
import { filled } from '#test/support/given/panels.ts'

const refused = (code: string) => ({ code })
/** begins after the choice and before the next step */
const begun = '[2026-02-01,)'

test('a warning stops inviting until it is decided; the decision covers these facts alone and can be taken back', async ({
  given,
  acts,
  db,
}) => {
  const founder = await given.organisation()
  const developer = await given.organisation({ parentId: founder.id })
  const sisters = [
    await given.organisation({ parentId: founder.id }),
    await given.organisation({ parentId: founder.id }),
  ]
  const draft = await given.draft({ by: await given.developer('institute', developer.id) })
  const panel = await given.panel({ draft, size: 2, reserve: 0, maxPerMunicipality: null })
  await given.expert([panel.direction])
  const expert = await given.expert([panel.direction], { organisationId: sisters[0]?.id ?? '' })
  const staff = acts(panel.secretary)
  await selectBest(staff, panel.id)
  const seat = (await given.seated(panel.id)).find(({ personId }) => personId === expert.personId)
  const decision = {
    seatId: seat?.id ?? '',
    kind: 'same-founder' as const,
    ground: 'учредитель не вмешивается',
  }

  await expect(sendInvitations(staff, panel.id)).rejects.toMatchObject(refused('conflict-undecided-named'))
  await expect(waiveConflict(acts(draft.institute), panel.id, decision)).rejects.toThrow(
    /forbidden|not-found/,
  )
  await expect(waiveConflict(staff, panel.id, { ...decision, kind: 'nominator' })).rejects.toMatchObject(
    refused('conflict-gone'),
  )
  await waiveConflict(staff, panel.id, decision)
  await expect(waiveConflict(staff, panel.id, decision)).rejects.toMatchObject(refused('conflict-decided'))
  const [made] = await db
    .select({ id: conflictDecisions.id })
    .from(conflictDecisions)
    .innerJoin(conflicts, eq(conflicts.id, conflictDecisions.conflictId))
    .where(eq(conflicts.panelId, panel.id))
  await recallWaiver(staff, panel.id, made?.id ?? '')
  await expect(sendInvitations(staff, panel.id)).rejects.toMatchObject(refused('conflict-undecided-named'))
  await waiveConflict(staff, panel.id, decision)
  // a second job with another organisation of the founder is another fact
  await db.insert(employments).values({
    ...{ personId: expert.personId, organisationId: sisters[1]?.id ?? '', post: 'методист', during: begun },
  })
  await expect(sendInvitations(staff, panel.id)).rejects.toMatchObject(refused('conflict-undecided-named'))
  await waiveConflict(staff, panel.id, decision)
  expect(await sendInvitations(staff, panel.id)).toBe(2)
  const shown = await conflictsByNumber(staff, panel.number)
  expect(shown.seats.flatMap(({ findings }) => findings)).toMatchObject([
    { kind: 'same-founder', ground: decision.ground },
  ])
})

test('a conflict that blocks is no matter for a decision; the reserve takes the seat', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.panel()
  await given.experts(6, [panel.direction])
  const staff = acts(panel.secretary)
  await selectBest(staff, panel.id)
  const [seat, clear] = await given.seated(panel.id)
  await db.insert(employments).values({
    ...{
      personId: seat?.personId ?? '',
      organisationId: developerOf(panel),
      post: 'методист',
      during: begun,
    },
  })
  const decision = { seatId: seat?.id ?? '', kind: 'same-organisation' as const, ground: 'не помешает' }
  await expect(waiveConflict(staff, panel.id, decision)).rejects.toMatchObject(refused('conflict-blocks'))
  await expect(replaceConflicted(staff, panel.id, { seatId: clear?.id ?? '' })).rejects.toMatchObject(
    refused('conflict-gone'),
  )
  await expect(
    replaceConflicted(acts(panel.draft.institute), panel.id, { seatId: seat?.id ?? '' }),
  ).rejects.toThrow(/forbidden|not-found/)
  await replaceConflicted(staff, panel.id, { seatId: seat?.id ?? '' })
  const after = await given.seated(panel.id)
  expect(after.filter(({ standing }) => standing === 'member')).toHaveLength(3)
  expect(after.map(({ personId }) => personId)).not.toContain(seat?.personId)
  expect(await sendInvitations(staff, panel.id)).toBe(3)
})

test('a place of work that changed after the invitation stops the acceptance, the opening and the sheet', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const staff = acts(panel.secretary)
  const members = (await given.seated(panel.id)).filter(({ standing }) => standing === 'member')
  const actors = members.map(({ personId }) => panel.people.find((one) => one.personId === personId) as Actor)
  const at = (index: number) => acts(actors[index] as Actor)
  const idOf = (index: number) => members[index]?.invitation?.id ?? ''
  const works = (index: number) =>
    db.insert(employments).values({
      ...{ personId: members[index]?.personId ?? '', organisationId: developerOf(panel) },
      ...{ post: 'методист', during: begun },
    })
  const leaves = (index: number) =>
    db
      .delete(employments)
      .where(
        and(
          eq(employments.personId, members[index]?.personId ?? ''),
          eq(employments.organisationId, developerOf(panel)),
        ),
      )
  const own = { code: 'own-conflict', facts: { kinds: 'same-organisation' } }

  await works(0)
  await expect(acceptInvitation(at(0), idOf(0))).rejects.toMatchObject(own)
  // another member's conflict is not this one's
  await acceptInvitation(at(1), idOf(1))
  await leaves(0)
  await acceptInvitation(at(0), idOf(0))
  await acceptInvitation(at(2), idOf(2))
  await appointChair(staff, panel.id, members[0]?.id ?? '')

  await works(1)
  await expect(convenePanel(staff, panel.id)).rejects.toMatchObject(refused('member-conflict-named'))
  await leaves(1)
  await convenePanel(staff, panel.id)

  const [sheet] = await db
    .select()
    .from(sheets)
    .where(eq(sheets.seatId, members[2]?.id ?? ''))
  await works(2)
  await expect(sendSheet(at(2), sheet?.id ?? '', filled(3))).rejects.toMatchObject(own)
  await leaves(2)
  await sendSheet(at(2), sheet?.id ?? '', filled(3))
})

test('the nightly look keeps evidence and day, tells once, ends what is gone, and takes nobody off', async ({
  given,
  acts,
  db,
  findingsOf,
}) => {
  const panel = await given.convened()
  const staff = acts(panel.secretary)
  const night = (now: string) => watchPanel({ ...acts(panel.secretary, now), actor: null }, panel.id)
  const { personId } = found(panel.members[0]).actor
  const rows = () =>
    db.select().from(conflicts).where(eq(conflicts.panelId, panel.id)).orderBy(conflicts.foundAt)
  const told = async () => {
    const ids = (await rows()).map(({ id }) => id)
    const all = await db.select().from(notifications).where(eq(notifications.kind, 'conflict.found'))
    return all.filter(({ objectId }) => ids.includes(objectId ?? '')).length
  }
  expect(await night('2026-03-03T00:00:00Z')).toBe(0)
  const job = { personId, organisationId: developerOf(panel), post: 'методист', during: begun }
  await db.insert(employments).values(job)
  expect(await night('2026-03-04T00:00:00Z')).toBe(1)
  expect(await night('2026-03-05T00:00:00Z')).toBe(1)
  expect(await told()).toBe(1)
  expect(await rows()).toMatchObject([
    {
      ...{ personId, kind: 'same-organisation', source: 'derived', clearedAt: null },
      foundAt: new Date('2026-03-04T00:00:00Z'),
      evidence: { facts: (await findingsOf(panel, personId))[0]?.facts },
    },
  ])
  await db.delete(employments).where(eq(employments.organisationId, developerOf(panel)))
  expect(await night('2026-03-06T00:00:00Z')).toBe(0)
  await db.insert(employments).values(job)
  expect(await night('2026-03-07T00:00:00Z')).toBe(1)
  const days = (await rows()).map(({ foundAt, clearedAt }) =>
    [foundAt, clearedAt].map((one) => one?.getUTCDate()),
  )
  expect(days).toEqual([
    [4, 6],
    [7, undefined],
  ])
  expect(await told()).toBe(2)
  expect((await given.seated(panel.id)).map((seat) => seat.personId)).toContain(personId)
  const shown = await conflictsByNumber(staff, panel.number)
  expect(shown.seats.filter(({ findings }) => findings.length > 0).map(({ number }) => number)).toEqual([
    panel.members[0]?.actor.number,
  ])
})
