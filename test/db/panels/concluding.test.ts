/** A conclusion is worded by the chair, from every sheet: not before the last one is in, and by nobody else. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { sendForAgreement } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { editConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { conclusionOfPanel } from '#app/domain/panels/conclusions/reading.server.ts'
import { conclusionEditions, conclusions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const sending = { revision: 1, lastDay: '2026-03-05' }
const edit = { verdict: 'revise', text: 'Доработать.', recommendations: '', revision: 1 }

test('while a sheet is missing the chair neither words nor sends a conclusion', async ({
  given,
  acts,
  db,
}) => {
  const { id, number, members } = await given.convened()
  const chair = members[0]?.actor as Actor
  const { view, denial } = await conclusionOfPanel(acts(chair), number)
  expect(view).toBeNull()
  expect(denial).toBe('sheets-not-in')
  await expect(editConclusion(acts(chair), id, edit)).rejects.toMatchObject({ code: 'sheets-not-in' })
  await expect(sendForAgreement(acts(chair), id, sending)).rejects.toMatchObject({ code: 'sheets-not-in' })
  expect(await db.$count(conclusions, eq(conclusions.panelId, id))).toBe(0)
})

test('neither a member, nor the secretary, nor the developer, nor a stranger to the panel words or sends it in the place of the chair', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.concluding()
  const others = [panel.members[1]?.actor as Actor, panel.secretary, panel.draft.institute]
  for (const actor of others) {
    await expect(editConclusion(acts(actor), panel.id, edit)).rejects.toMatchObject({ code: 'not-chair' })
    await expect(sendForAgreement(acts(actor), panel.id, sending)).rejects.toMatchObject({
      code: 'not-chair',
    })
  }
  const admin = await given.user({ role: 'admin' })
  await expect(sendForAgreement(acts(admin), panel.id, sending)).rejects.toMatchObject({ code: 'not-found' })
  await sendForAgreement(acts(panel.chair), panel.id, sending)
  expect(await db.$count(conclusionEditions)).toBe(1)
})
