import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { RecordedForm } from '#app/domain/panels/forms.ts'
import {
  answerScan,
  objectToAnswer,
  recordAnswer,
  recordedOf,
} from '#app/domain/panels/invitations/recording.server.ts'
import { conflicts, employments, engagements, invitations, notifications } from '#db/schema/index.ts'
import { developerOf } from '#test/support/conflict-room.ts'
import { test } from '#test/support/database.ts'

const byPhone = { answer: 'accepted', channel: 'phone', words: 'ответила сама', noConflict: 'on' }

test('an acceptance by telephone has the effect of an own one; the person sees it and objects once', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const [seat, other] = await given.seated(panel.id)
  const expert = panel.people.find(({ personId }) => personId === seat?.personId) as Actor
  const id = seat?.invitation?.id ?? ''
  const value = RecordedForm.parse({ ...byPhone, answeredOn: '2026-03-02' })
  await expect(recordAnswer(acts(expert), id, value)).rejects.toThrow(/forbidden|not-found/)
  await expect(
    recordAnswer(acts(panel.secretary), id, { ...value, answeredOn: '2026-03-09' }),
  ).rejects.toMatchObject({ code: 'day-future', field: 'answeredOn' })
  await recordAnswer(acts(panel.secretary), id, value)
  const [invitation] = await db.select().from(invitations).where(eq(invitations.id, id))
  expect(invitation).toMatchObject({ answer: 'accepted' })
  expect(invitation?.noConflictAt).not.toBeNull()
  expect(
    (await db.select().from(engagements).where(eq(engagements.objectId, panel.id))).map(
      (row) => row.personId,
    ),
  ).toEqual([expert.personId])
  expect(await recordedOf(acts(expert), id)).toMatchObject({
    ...{ channel: 'phone', answeredOn: '2026-03-02', words: 'ответила сама', by: panel.secretary.number },
  })
  const stranger = panel.people.find(({ personId }) => personId === other?.personId) as Actor
  expect(await recordedOf(acts(stranger), id)).toBeNull()
  await expect(objectToAnswer(acts(stranger), id, { objection: 'нет' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(recordAnswer(acts(panel.secretary), id, value)).rejects.toMatchObject({
    code: 'invitation-answered',
  })
  await objectToAnswer(acts(expert), id, { objection: 'я отказалась' })
  await expect(objectToAnswer(acts(expert), id, { objection: 'и ещё' })).rejects.toMatchObject({
    code: 'answer-objected',
  })
  const told = await db.select().from(notifications).where(eq(notifications.objectId, id))
  expect(told.map(({ kind, personId }) => `${kind} ${personId}`)).toEqual(
    expect.arrayContaining([
      `invitation.recorded ${expert.personId}`,
      `invitation.objected ${panel.secretary.personId}`,
    ]),
  )
})

test('a decline on paper brings in the reserve; an acceptance without the declaration is none', async ({
  given,
  acts,
}) => {
  const panel = await given.invited()
  const before = await given.seated(panel.id)
  const reserve = before.find(({ standing }) => standing === 'reserve')
  const value = RecordedForm.parse({
    ...{ answer: 'declined', channel: 'paper', answeredOn: '2026-03-01', words: 'письмо школы' },
  })
  await recordAnswer(acts(panel.secretary), before[0]?.invitation?.id ?? '', value)
  const after = await given.seated(panel.id)
  expect(after.find(({ id }) => id === reserve?.id)).toMatchObject({ standing: 'member' })
  expect(
    RecordedForm.safeParse({ ...byPhone, noConflict: undefined, answeredOn: '2026-03-01' }).success,
  ).toBe(false)
})

test('the scan of an answer is kept beside it and shown to its person alone; a wrong file changes nothing', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const [seat, other] = await given.seated(panel.id)
  const actorOf = (id?: string) => panel.people.find(({ personId }) => personId === id) as Actor
  const id = seat?.invitation?.id ?? ''
  const value = RecordedForm.parse({ ...byPhone, channel: 'paper', answeredOn: '2026-03-02' })
  const dataDir = await mkdtemp(join(tmpdir(), 'scan-'))
  const scan = (text: string) => ({ dataDir, name: 'ответ.pdf', bytes: Buffer.from(text) })
  await expect(recordAnswer(acts(panel.secretary), id, value, scan('MZ program'))).rejects.toMatchObject({
    code: 'file-type',
  })
  const [still] = await db.select().from(invitations).where(eq(invitations.id, id))
  expect(still?.answer).toBeNull()
  await recordAnswer(acts(panel.secretary), id, value, scan('%PDF-1.7 answer'))
  const expert = actorOf(seat?.personId)
  expect(await recordedOf(acts(expert), id)).toMatchObject({ scan: 'ответ.pdf' })
  expect(await answerScan(acts(expert), id)).toMatchObject({ name: 'ответ.pdf', isPublic: false })
  for (const stranger of [actorOf(other?.personId), panel.secretary])
    await expect(answerScan(acts(stranger), id)).rejects.toMatchObject({ code: 'not-found' })
})

test('an acceptance that is written down is refused while the person has a conflict; a decline is not', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const seats = await given.seated(panel.id)
  for (const { personId } of seats.slice(0, 2))
    await db.insert(employments).values({
      ...{ personId, organisationId: developerOf(panel), post: 'методист' },
      during: '[2026-02-01,)',
    })
  const value = RecordedForm.parse({ ...byPhone, answeredOn: '2026-03-02' })
  const [first, , third] = seats.map(({ invitation }) => invitation?.id ?? '')
  const code = 'member-conflict-named'
  await expect(recordAnswer(acts(panel.secretary), first ?? '', value)).rejects.toMatchObject({ code })
  const kept = await db.select().from(conflicts).where(eq(conflicts.panelId, panel.id))
  expect(kept.map(({ kind, personId }) => [kind, personId])).toEqual([
    ['same-organisation', seats[0]?.personId],
  ])
  // the conflict of another member does not stop this one's answer
  await recordAnswer(acts(panel.secretary), third ?? '', value)
  const declined = RecordedForm.parse({ ...byPhone, answer: 'declined', answeredOn: '2026-03-02' })
  await recordAnswer(acts(panel.secretary), first ?? '', declined)
})
