import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { sendForAgreement } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { conclusionOfPanel } from '#app/domain/panels/conclusions/reading.server.ts'
import { acceptInvitation, declineInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { closeRound } from '#app/domain/panels/rounds/closing.server.ts'
import { saveSecondMarks, sendSecondMarks } from '#app/domain/panels/rounds/marking.server.ts'
import { openRound } from '#app/domain/panels/rounds/opening.server.ts'
import type { GivenSecond } from '#app/domain/panels/rounds/second-marks.ts'
import { callThird } from '#app/domain/panels/rounds/third-expert.server.ts'
import { roundView } from '#app/domain/panels/rounds/view.server.ts'
import { sendSheet, sheetOf } from '#app/domain/panels/sheets/filling.server.ts'
import { invitations, rounds, secondMarks, secondSheets, sheets } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { filled } from '#test/support/given/panels.ts'

const refused = (code: string) => ({ code })
const ask = { lastDay: '2026-03-10', reason: 'Обсудим соответствие нормам.' }
const keep = (question: string): GivenSecond => ({
  ...{ question, kept: true, mark: null, notApplicable: false, reason: '' },
})
const give = (question: string, mark: number, reason = 'Убедили доводы коллег.'): GivenSecond => ({
  ...{ question, kept: false, mark, notApplicable: false, reason },
})

test('a round opens only over criteria that lie apart, and once at a time', async ({ given, acts }) => {
  const panel = await given.concluding()
  await expect(
    openRound(acts(panel.chair), panel.id, { ...ask, criteria: ['verdict'] }),
  ).rejects.toMatchObject({ ...refused('round-nothing-apart'), field: 'criteria' })
  await expect(
    openRound(acts(panel.chair), panel.id, { ...ask, criteria: ['legality', 'verdict'] }),
  ).rejects.toMatchObject(refused('invalid'))
  await expect(
    openRound(acts(panel.chair), panel.id, { ...ask, lastDay: '2020-01-01', criteria: ['legality'] }),
  ).rejects.toMatchObject({ ...refused('term-past'), field: 'lastDay' })
  await expect(
    openRound(acts(panel.members[1]?.actor as Actor), panel.id, { ...ask, criteria: ['legality'] }),
  ).rejects.toMatchObject(refused('forbidden'))
  expect(await openRound(acts(panel.chair), panel.id, { ...ask, criteria: ['legality'] })).toBe(1)
  await expect(
    openRound(acts(panel.secretary), panel.id, { ...ask, criteria: ['clarity'] }),
  ).rejects.toMatchObject(refused('round-open'))
  await expect(
    sendForAgreement(acts(panel.chair), panel.id, { revision: 1, lastDay: '2026-03-05' }),
  ).rejects.toMatchObject(refused('round-open'))
})

test('second marks stand beside the first, are sent once, and the conclusion uses them', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.concluding()
  const [first, second, third] = panel.members as [
    (typeof panel.members)[number],
    (typeof panel.members)[number],
    (typeof panel.members)[number],
  ]
  const before = await db.select().from(sheets).where(eq(sheets.panelId, panel.id))
  await openRound(acts(panel.chair), panel.id, { ...ask, criteria: ['legality', 'clarity'] })
  const save = (who: Actor, marks: GivenSecond[], seen?: number) =>
    saveSecondMarks(acts(who), panel.id, marks, seen)
  await expect(save(first.actor, [give('relevance', 3)])).rejects.toMatchObject(refused('question-unknown'))
  await expect(save(first.actor, [give('legality', 9)])).rejects.toMatchObject(refused('answer-invalid'))
  await expect(save(first.actor, [give('legality', 3, 'я'.repeat(100_000))])).rejects.toMatchObject(
    refused('too-long'),
  )
  expect(await save(first.actor, [give('legality', 3)], 0)).toBe(1)
  await expect(save(first.actor, [give('legality', 4)], 0)).rejects.toMatchObject(refused('stale'))
  await expect(sendSecondMarks(acts(first.actor), panel.id)).rejects.toMatchObject({
    ...refused('second-required'),
    field: 'clarity',
  })
  await expect(sendSecondMarks(acts(first.actor), panel.id, [give('clarity', 3, ' ')])).rejects.toMatchObject(
    { ...refused('answer-reason-required'), field: 'clarity' },
  )
  await sendSecondMarks(acts(first.actor), panel.id, [keep('clarity')])
  await expect(save(first.actor, [keep('legality')])).rejects.toMatchObject(refused('second-sent'))
  await expect(db.update(secondMarks).set({ mark: 0, kept: false })).rejects.toThrow()
  await expect(db.update(secondSheets).set({ sha256: 'x' })).rejects.toThrow()

  // what one has answered anew is seen by nobody else before the round is closed
  const seen = await roundView(acts(second.actor), panel.number)
  expect(seen.criteria?.[0]?.marks.map(({ mark }) => mark).sort()).toEqual([2, 3, 4])
  expect(JSON.stringify(seen.criteria)).not.toContain('Убедили')

  await sendSecondMarks(acts(second.actor), panel.id, [give('legality', 3), keep('clarity')])
  await sendSecondMarks(acts(third.actor), panel.id, [give('legality', 3), give('clarity', 3)])
  const [round] = await db.select().from(rounds).where(eq(rounds.panelId, panel.id))
  expect(round).toMatchObject({ closedById: null })
  expect(round?.closedAt).not.toBeNull()
  await expect(db.update(rounds).set({ closedAt: null })).rejects.toThrow()
  expect(await db.select().from(sheets).where(eq(sheets.panelId, panel.id))).toEqual(before)

  const { view, denial } = await conclusionOfPanel(acts(panel.chair), panel.number)
  expect(denial).toBeNull()
  const legality = view?.body.criteria.find(({ code }) => code === 'legality')
  expect(legality).toMatchObject({ spread: 0, median: { over: 3, under: 1 }, before: { spread: 2 } })
  expect(legality?.marks.map(({ mark }) => mark)).toEqual([2, 3, 4])
  expect(legality?.marks.map(({ second }) => second?.mark)).toEqual([3, 3, 3])
  expect(view?.body.criteria.find(({ code }) => code === 'clarity')).toMatchObject({ spread: 1 })
  expect(view?.body.criteria.find(({ code }) => code === 'relevance')?.before).toBeUndefined()
  expect(view?.body.rounds).toEqual([{ number: 1, criteria: ['legality', 'clarity'], silent: [] }])
  expect(view?.body.edition).toBe(2)
  // weights 3+2+2+2+2+2+1 = 14, four points each: 2, 3 and 4 everywhere, but second marks on two criteria
  expect(view?.body.result?.sheets.map(({ score }) => score)).toEqual([
    { earned: 31, most: 56 },
    { earned: 42, most: 56 },
    { earned: 51, most: 56 },
  ])
  expect(view?.body.result).toMatchObject({ median: { over: 3, under: 4 }, spread: { over: 5, under: 14 } })
})

test('a round closed early leaves first marks where nobody answered, and says who was silent', async ({
  given,
  acts,
}) => {
  const panel = await given.concluding()
  const [first, second] = panel.members as [(typeof panel.members)[number], (typeof panel.members)[number]]
  await expect(closeRound(acts(panel.chair), panel.id, 'рано')).rejects.toMatchObject(
    refused('round-not-open'),
  )
  await openRound(acts(panel.secretary), panel.id, { ...ask, criteria: ['legality'] })
  await sendSecondMarks(acts(first.actor), panel.id, [give('legality', 3)])
  await saveSecondMarks(acts(second.actor), panel.id, [give('legality', 0)])
  await expect(closeRound(acts(second.actor), panel.id, 'нет')).rejects.toMatchObject(refused('forbidden'))
  await closeRound(acts(panel.secretary), panel.id, 'Срок вышел.')
  await expect(saveSecondMarks(acts(second.actor), panel.id, [keep('legality')])).rejects.toMatchObject(
    refused('round-closed'),
  )
  const { view } = await conclusionOfPanel(acts(panel.chair), panel.number)
  const legality = view?.body.criteria.find(({ code }) => code === 'legality')
  // unsent second marks count nowhere
  expect(legality?.marks.map(({ second }) => second?.mark ?? null)).toEqual([3, null, null])
  expect(view?.body.rounds?.[0]?.silent).toEqual(panel.members.slice(1).map(({ actor }) => actor.number))
  // 3, 3, 4 now: nothing is apart by more than a point, so no second round
  await expect(
    openRound(acts(panel.chair), panel.id, { ...ask, criteria: ['legality'] }),
  ).rejects.toMatchObject(refused('round-nothing-apart'))
})

test('a third expert of the reserve fills an own sheet blind; meanwhile nobody reads the others', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.concluding({ size: 2, reserve: 2, pool: 5 })
  const [first, second] = panel.members as [(typeof panel.members)[number], (typeof panel.members)[number]]
  await expect(callThird(acts(second.actor), panel.id)).rejects.toMatchObject(refused('forbidden'))
  // 2 and 3 are no further apart than a point
  await expect(callThird(acts(panel.chair), panel.id)).rejects.toMatchObject(refused('round-nothing-apart'))

  const apart = await given.convened({ size: 2, reserve: 2, pool: 5 })
  const [one, two] = apart.members as [(typeof panel.members)[number], (typeof panel.members)[number]]
  await sendSheet(acts(one.actor), one.sheetId, filled(0))
  await sendSheet(acts(two.actor), two.sheetId, filled(4))
  const seatId = await callThird(acts(apart.chair), apart.id)
  const [invitation] = await db.select().from(invitations).where(eq(invitations.seatId, seatId))
  const third = apart.people.find(
    ({ personId }) => ![one.actor.personId, two.actor.personId].includes(personId) && personId !== '',
  ) as Actor
  const seated = (await given.seated(apart.id)).find(({ id }) => id === seatId)
  const invited = apart.people.find(({ personId }) => personId === seated?.personId) ?? third
  for (const reader of [apart.chair, two.actor, apart.secretary, invited])
    if (reader !== one.actor)
      await expect(sheetOf(as(reader), one.sheetId)).rejects.toMatchObject(refused('not-found'))
  await acceptInvitation(acts(invited), invitation?.id ?? '')
  const [opened] = await db.select().from(sheets).where(eq(sheets.seatId, seatId))
  await expect(sheetOf(as(invited), one.sheetId)).rejects.toMatchObject(refused('not-found'))
  expect((await conclusionOfPanel(acts(invited), apart.number)).view).toBeNull()
  await sendSheet(acts(invited), opened?.id ?? '', filled(3))
  const { view } = await conclusionOfPanel(acts(apart.chair), apart.number)
  expect(view?.body.criteria[0]?.marks.map(({ mark }) => mark).sort()).toEqual([0, 3, 4])
  expect((await sheetOf(as(invited), one.sheetId)).answers).not.toEqual([])
  expect(first).toBeDefined()
})

test('a third expert who declines frees the sheets again', async ({ given, acts, as, db }) => {
  const panel = await given.convened({ size: 2, reserve: 1, pool: 4 })
  const [one, two] = panel.members as [(typeof panel.members)[number], (typeof panel.members)[number]]
  await sendSheet(acts(one.actor), one.sheetId, filled(0))
  await sendSheet(acts(two.actor), two.sheetId, filled(4))
  const seatId = await callThird(acts(panel.secretary), panel.id)
  const seated = (await given.seated(panel.id)).find(({ id }) => id === seatId)
  const invited = panel.people.find(({ personId }) => personId === seated?.personId) as Actor
  const [invitation] = await db.select().from(invitations).where(eq(invitations.seatId, seatId))
  await declineInvitation(acts(invited), invitation?.id ?? '', { reason: 'Занят.' })
  expect((await sheetOf(as(two.actor), one.sheetId)).answers).not.toEqual([])
  await expect(callThird(acts(panel.chair), panel.id)).rejects.toMatchObject(refused('reserve-empty'))
})
