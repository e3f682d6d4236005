/** Who joins a panel late, and what members are told of each other's marks: before the own sheet is in, and without names. */
import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { appointDeputy, recordAbsence } from '#app/domain/panels/composition/roles.server.ts'
import { signingDesk } from '#app/domain/panels/conclusions/desk.server.ts'
import { conclusionState } from '#app/domain/panels/conclusions/facts.server.ts'
import { agreementOfText } from '#app/domain/panels/conclusions/following.server.ts'
import { knownConclusion, textToAnswer } from '#app/domain/panels/conclusions/reading.server.ts'
import { enterAbsence, withdrawSignature } from '#app/domain/panels/conclusions/signing.server.ts'
import { documentOfPanel } from '#app/domain/panels/conclusions/taking.server.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { callThird } from '#app/domain/panels/rounds/third-expert.server.ts'
import { sheetOf } from '#app/domain/panels/sheets/filling.server.ts'
import { invitations } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('who is called when the document waits for signatures reads neither it nor the opinions', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.signing({ dissent: 'Не согласен с выводом о сроках.' })
  expect((await documentOfPanel(as(panel.chair), panel.number)).name).toMatch(/\.pdf$/)
  const seatId = await callThird(acts(panel.chair), panel.id)
  const seated = (await given.seated(panel.id)).find(({ id }) => id === seatId)
  const newcomer = panel.people.find(({ personId }) => personId === seated?.personId) as Actor
  const [invitation] = await db.select().from(invitations).where(eq(invitations.seatId, seatId))
  await acceptInvitation(acts(newcomer), invitation?.id ?? '')
  for (const reader of [newcomer, panel.chair])
    await expect(documentOfPanel(as(reader), panel.number)).rejects.toMatchObject({ code: 'not-found' })
  const state = await knownConclusion(acts(newcomer), panel.number)
  expect(JSON.stringify(await agreementOfText(acts(newcomer), state))).not.toContain('о сроках')
  await expect(signingDesk(acts(newcomer), state)).rejects.toMatchObject({ code: 'sheets-not-in' })
})

test('the staff takes back what the staff entered, not a signature that a member gave', async ({
  given,
  acts,
}) => {
  const panel = await given.signing()
  const [chair, second] = panel.members.map(({ actor }) => actor) as [Actor, Actor]
  await given.signer(second)
  await given.signs(panel.id, second)
  const standing = async () => (await conclusionState(acts(chair), panel.id)).signatures
  const [own] = await standing()
  await expect(withdrawSignature(acts(panel.secretary), panel.id, own?.id ?? '')).rejects.toMatchObject({
    code: 'own-signature-only',
  })
  const signersOf = async (who: Actor) =>
    (await signingDesk(acts(who), await conclusionState(acts(who), panel.id))).signers
  const withdrawn = async (who: Actor) =>
    (await signersOf(who)).find(({ personId }) => personId === second.personId)?.withdraw
  expect([await withdrawn(panel.secretary), await withdrawn(second)]).toEqual([false, true])
  await withdrawSignature(acts(second), panel.id, own?.id ?? '')
  const hash = await given.hashOf(panel.id, chair)
  await enterAbsence(acts(panel.secretary), panel.id, { hash, personId: second.personId, note: 'болен' })
  // who was written off by mistake may say so, and sign
  await withdrawSignature(acts(second), panel.id, (await standing())[0]?.id ?? '')
  expect(await standing()).toEqual([])
})

test('where the form hides names, the text that a member agrees with tells no numbers of the others', async ({
  given,
  acts,
  db,
}) => {
  await given.panel()
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table questionnaire_versions disable trigger questionnaire_versions_published`)
    await tx.execute(sql`update questionnaire_versions set form = jsonb_set(form, '{sheet}',
      coalesce(form -> 'sheet', '{"quorum": 100, "difference": 1}') || '{"named": false}')`)
    await tx.execute(sql`alter table questionnaire_versions enable trigger questionnaire_versions_published`)
  })
  const panel = await given.sent()
  const [chair, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  const peopleIn = async (who: Actor) => {
    const { body } = await textToAnswer(acts(who), panel.number)
    return new Set(body.criteria.flatMap(({ marks }) => marks.map(({ person }) => person)))
  }
  const seen = await peopleIn(second)
  expect([seen.has(second.number), seen.has(chair.number), seen.has(third.number)]).toEqual([
    true,
    false,
    false,
  ])
  await expect(textToAnswer(acts(chair), panel.number)).rejects.toMatchObject({ code: 'answered-already' })

  // with names, sheets are read by the chair; by the deputy only while the deputy acts
  const sheetId = panel.members[2]?.sheetId ?? ''
  const seat = (await given.seated(panel.id)).find(({ personId }) => personId === second.personId)
  await appointDeputy(acts(panel.secretary), panel.id, seat?.id ?? null)
  expect((await sheetOf(acts(chair), sheetId)).personId).toBe(third.personId)
  await expect(sheetOf(acts(second), sheetId)).rejects.toMatchObject({ code: 'not-found' })
  await recordAbsence(acts(panel.secretary), panel.id, { fromDay: '2026-03-02', untilDay: null })
  expect((await sheetOf(acts(second), sheetId)).personId).toBe(third.personId)
})
