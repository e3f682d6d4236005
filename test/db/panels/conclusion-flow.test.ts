/** Where a conclusion is told of: the page of its draft and beside its summary; and a draft of it when the last missing one leaves. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { replaceLost } from '#app/domain/panels/composition/leaving.server.ts'
import { sendForAgreement } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { conclusionState } from '#app/domain/panels/conclusions/facts.server.ts'
import { openSigning } from '#app/domain/panels/conclusions/opening.server.ts'
import { reviseConclusion, revokeConclusion } from '#app/domain/panels/conclusions/revoking.server.ts'
import { conclusionsOfDraft, panelsOfDraft } from '#app/domain/panels/objects/public.server.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { sendSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { conclusions, panels, statuses } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { press } from '#test/support/given/conclusions.ts'
import { filled } from '#test/support/given/panels.ts'

test('a draft tells each panel once: its last conclusion, that it was revoked, and the one in its place', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.issued()
  const [row] = await db.select().from(panels).where(eq(panels.id, panel.id))
  const draftId = row?.draftId ?? ''
  const told = async () => conclusionsOfDraft(as(null), draftId)
  expect(await told()).toMatchObject([
    { number: panel.conclusion, revokedAt: null, verdict: 'Рекомендовать после доработки' },
  ])
  await revokeConclusion(acts(panel.chair), panel.id, 'Ошибка.')
  expect(await told()).toMatchObject([{ number: panel.conclusion, revokedAt: expect.any(Date) }])

  const number = await reviseConclusion(acts(panel.chair), panel.id, 'Ошибка в пункте.')
  expect(await told()).toMatchObject([{ number: panel.conclusion }])
  const { body } = await conclusionState(acts(panel.chair), panel.id)
  await sendForAgreement(acts(panel.chair), panel.id, { revision: body?.edition ?? 0, lastDay: '2026-03-05' })
  await given.answerAll(panel)
  await openSigning(acts(panel.chair), panel.id, press)
  for (const { actor } of panel.members) await given.signsOnPaper(panel, actor)
  expect(await told()).toMatchObject([{ number, revokedAt: null }])
  expect(await panelsOfDraft(as(null), draftId)).toHaveLength(1)
  const invitations = await ownInvitations(acts(panel.members[1]?.actor as Actor))
  expect(invitations.map(({ conclusion }) => conclusion?.number)).toEqual([number])
})

test('the last missing member loses the registry and leaves: the conclusion is drafted from the sheets that are in', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.convened({ reserve: 0 })
  const [missing, ...others] = [...panel.members].reverse()
  for (const { actor, sheetId } of others) await sendSheet(acts(actor), sheetId, filled(3))
  const begun = () => db.$count(conclusions, eq(conclusions.panelId, panel.id))
  expect(await begun()).toBe(0)
  const personId = missing?.actor.personId ?? ''
  await db.update(statuses).set({ during: '[2020-01-01,2026-03-01)' }).where(eq(statuses.personId, personId))
  const seat = (await given.seated(panel.id)).find((one) => one.personId === personId)
  await replaceLost(acts(panel.secretary), panel.id, seat?.id ?? '')
  expect(await begun()).toBe(1)
  const { body } = await conclusionState(acts(panel.chair), panel.id)
  expect(new Set(body?.members)).toEqual(new Set(others.map(({ actor }) => actor.number)))
})
