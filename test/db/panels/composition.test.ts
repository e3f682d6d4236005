import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { compositionOf, registerAct, setByAct } from '#app/domain/panels/composition/acts.server.ts'
import { appointChair, convenePanel } from '#app/domain/panels/composition/convening.server.ts'
import { replaceLost, tellLost } from '#app/domain/panels/composition/leaving.server.ts'
import { draftAct } from '#app/domain/panels/composition/order.server.ts'
import {
  appointDeputy,
  appointSecretary,
  endAbsence,
  recordAbsence,
} from '#app/domain/panels/composition/roles.server.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { signObligations } from '#app/domain/panels/invitations/obligations.server.ts'
import { ownCalendar, ownLetter } from '#app/domain/panels/invitations/papers.server.ts'
import { recordAnswer } from '#app/domain/panels/invitations/recording.server.ts'
import { sendSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { engagements, notifications, panelActs, sheets, statuses } from '#db/schema/index.ts'
import { type Acts, type Given, test } from '#test/support/database.ts'
import { paragraphsOf } from '#test/support/docx.ts'
import { filled } from '#test/support/given/panels.ts'
import { shelf } from '#test/support/paper-shelf.ts'

type Invited = Awaited<ReturnType<Given['invited']>>

async function acceptAll(given: Given, acts: Acts, panel: Invited) {
  const members = (await given.seated(panel.id)).filter(({ standing }) => standing === 'member')
  const actorOf = (personId: string) => panel.people.find((one) => one.personId === personId) as Actor
  for (const { personId, invitation } of members)
    if (invitation?.answer === null) await acceptInvitation(acts(actorOf(personId)), invitation.id)
  return members.map((seat) => ({ seat, actor: actorOf(seat.personId) }))
}

const loses = (db: Parameters<typeof unlockedState>[0]['db'], personId: string) =>
  db.update(statuses).set({ during: '[2021-01-01,2026-03-01)' }).where(eq(statuses.personId, personId))

test('a panel by act: no sheet before its order, an amending one for each replacement', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.invited({ pool: 8 })
  const ctx = acts(panel.secretary)
  await setByAct(ctx, panel.id, true)
  const members = await acceptAll(given, acts, panel)
  const seal = async () => (await compositionOf(ctx, await unlockedState(ctx, panel.id))).sha256
  const enter = async (number: string, sealed?: string) =>
    registerAct(ctx, panel.id, { number, day: '2026-03-02', seal: sealed ?? (await seal()) })
  await expect(enter('1')).rejects.toMatchObject({ code: 'panel-no-chair' })
  await appointChair(ctx, panel.id, members[0]?.seat.id ?? '')
  await expect(convenePanel(ctx, panel.id)).rejects.toMatchObject({ code: 'panel-not-approved' })
  const before = await seal()
  const draft = await draftAct(ctx, shelf, panel.number)
  const text = paragraphsOf(draft.bytes).join('\n')
  for (const { actor } of members) expect(text).toContain(actor.familyName)
  expect(text).toContain('запасной состав')
  await appointDeputy(ctx, panel.id, members[1]?.seat.id ?? '')
  await expect(enter('1', before)).rejects.toMatchObject({ code: 'stale' })
  await enter('1')
  await expect(enter('2')).rejects.toMatchObject({ code: 'act-changes-nothing' })
  await expect(setByAct(ctx, panel.id, false)).rejects.toMatchObject({ code: 'act-entered' })
  await convenePanel(ctx, panel.id)

  // a status ended in the middle: the half-filled sheet is put aside, the reserve moves up and waits for its act
  const lost = members[2]
  const [own] = await db
    .select()
    .from(sheets)
    .where(eq(sheets.seatId, lost?.seat.id ?? ''))
  await expect(replaceLost(ctx, panel.id, lost?.seat.id ?? '')).rejects.toMatchObject({
    code: 'member-stands',
  })
  await loses(db, lost?.actor.personId ?? '')
  expect(await tellLost(as(null, { db }))).toBe(1)
  await expect(sendSheet(acts(lost?.actor as Actor), own?.id ?? '', filled(3))).rejects.toMatchObject({
    code: 'member-lost',
  })
  await replaceLost(ctx, panel.id, lost?.seat.id ?? '')
  await expect(sendSheet(acts(lost?.actor as Actor), own?.id ?? '', filled(3))).rejects.toMatchObject({
    code: 'not-found',
  })
  const [work] = await db
    .select()
    .from(engagements)
    .where(eq(engagements.personId, lost?.actor.personId ?? ''))
  expect(work?.outcome).toBe('left')
  const fresh = (await acceptAll(given, acts, panel)).find(({ seat }) => seat.replacesId === lost?.seat.id)
  const sheetOf = async () =>
    db
      .select()
      .from(sheets)
      .where(eq(sheets.seatId, fresh?.seat.id ?? ''))
  expect(await sheetOf()).toEqual([])
  for (const { actor, seat } of members.slice(0, 2)) {
    const [sheet] = await db.select().from(sheets).where(eq(sheets.seatId, seat.id))
    await sendSheet(acts(actor), sheet?.id ?? '', filled(3))
  }
  // all sheets that are open are in, and still somebody is waited for
  expect((await unlockedState(ctx, panel.id)).facts.allSent).toBe(false)
  const changed = paragraphsOf((await draftAct(ctx, shelf, panel.number)).bytes).join('\n')
  expect(changed).toContain('№\u00a01')
  await enter('2')
  const [opened] = await sheetOf()
  await sendSheet(acts(fresh?.actor as Actor), opened?.id ?? '', filled(3))
  expect((await unlockedState(ctx, panel.id)).facts.allSent).toBe(true)
  const kinds = await db
    .select({ kind: panelActs.kind })
    .from(panelActs)
    .where(eq(panelActs.panelId, panel.id))
  expect(kinds.map(({ kind }) => kind)).toEqual(['composition', 'amendment'])
  await expect(db.update(panelActs).set({ number: '3' })).rejects.toThrow()
})

test('a sheet stays closed to a member who has not signed both papers, by rule and by reach', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const ctx = acts(panel.secretary)
  const [first] = await given.seated(panel.id)
  const silent = panel.people.find(({ personId }) => personId === first?.personId) as Actor
  const id = first?.invitation?.id ?? ''
  await recordAnswer(ctx, id, {
    ...{ answer: 'accepted', channel: 'phone', answeredOn: '2026-03-02', words: 'согласен' },
    noConflict: 'on',
  })
  const members = await acceptAll(given, acts, panel)
  await appointChair(ctx, panel.id, members[1]?.seat.id ?? '')
  await convenePanel(ctx, panel.id)
  const [sheet] = await db
    .select()
    .from(sheets)
    .where(eq(sheets.seatId, first?.id ?? ''))
  const send = () => sendSheet(acts(silent), sheet?.id ?? '', filled(3))
  await expect(send()).rejects.toMatchObject({ code: 'not-found' })
  const state = await unlockedState(ctx, panel.id)
  expect(state.facts.declaredIds).not.toContain(silent.personId)
  await expect(signObligations(acts(members[1]?.actor as Actor), id)).rejects.toMatchObject({
    code: 'not-found',
  })
  await signObligations(acts(silent), id)
  await signObligations(acts(silent), id)
  await send()
})

test('the deputy acts while the chair is away with a record; the secretary keeps the panel by being named', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.invited()
  const ctx = acts(panel.secretary)
  const members = await acceptAll(given, acts, panel)
  await appointChair(ctx, panel.id, members[0]?.seat.id ?? '')
  await expect(recordAbsence(ctx, panel.id, { fromDay: '2026-03-02', untilDay: null })).rejects.toMatchObject(
    {
      code: 'panel-no-deputy',
    },
  )
  await appointDeputy(ctx, panel.id, members[1]?.seat.id ?? '')
  const chairOn = async (now: string) => (await unlockedState(as(null, { db, now }), panel.id)).facts.chairId
  const [chair, deputy] = members.map(({ seat }) => seat.personId)
  await recordAbsence(ctx, panel.id, { fromDay: '2026-03-03', untilDay: '2026-03-05' })
  expect(await chairOn('2026-03-02T09:00:00Z')).toBe(chair)
  expect(await chairOn('2026-03-03T09:00:00Z')).toBe(deputy)
  expect(await chairOn('2026-03-06T09:00:00Z')).toBe(chair)
  await endAbsence(ctx, panel.id)
  expect(await chairOn('2026-03-04T09:00:00Z')).toBe(chair)

  const name = (personId: string) => appointSecretary(ctx, panel.id, personId)
  await expect(name(chair ?? '')).rejects.toMatchObject({ code: 'same-person' })
  const [stranger] = await given.experts(1, [])
  await expect(name(stranger?.personId ?? '')).rejects.toMatchObject({ code: 'secretary-unknown' })
  await name(panel.secretary.personId)
  const plain = acts({ ...panel.secretary, powers: [] })
  await recordAbsence(plain, panel.id, { fromDay: '2026-03-03', untilDay: null })
  const told = await db.select().from(notifications).where(eq(notifications.kind, 'panel.deputy-acts'))
  expect(told.map(({ personId }) => personId)).toContain(deputy)
})

test('the letter and the calendar are for the person alone; an answer makes the event of the answer void', async ({
  given,
  acts,
}) => {
  const panel = await given.invited()
  const [seat] = await given.seated(panel.id)
  const actor = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  const other = panel.people.find(({ personId }) => personId !== seat?.personId) as Actor
  const id = seat?.invitation?.id ?? ''
  const site = 'https://site.example'
  await expect(ownCalendar(acts(other), id, site)).rejects.toMatchObject({ code: 'not-found' })
  await expect(ownLetter(acts(other), shelf, id)).rejects.toMatchObject({ code: 'not-found' })
  const letter = paragraphsOf(await ownLetter(acts(actor), shelf, id)).join('\n')
  expect(letter).toMatch(/6\sакадемических часов/)
  const before = await ownCalendar(acts(actor), id, site)
  await acceptInvitation(acts(actor), id)
  const after = await ownCalendar(acts(actor), id, site)
  const part = (text: string, uid: string) =>
    text.split('BEGIN:VEVENT').find((one) => one.includes(uid)) ?? ''
  expect(part(before, `UID:answer-${id}`)).toContain('STATUS:CONFIRMED')
  expect(part(after, `UID:answer-${id}`)).toContain('STATUS:CANCELLED')
  expect(part(before, `UID:answer-${id}`)).toContain('SEQUENCE:0')
  expect(part(after, `UID:answer-${id}`)).toContain('SEQUENCE:1')
  expect(part(after, `UID:sheet-${id}`)).toContain('DTEND;TZID=Asia/Yekaterinburg:20260323T000000')
  expect(after).toContain('TZOFFSETTO:+0500')
  for (const line of after.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})
