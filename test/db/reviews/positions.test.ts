/** Positions of organisations: whom the head named, one a stage, signed. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { grantRole } from '#app/domain/accounts/granting.server.ts'
import { filePosition } from '#app/domain/reviews/inner/representing.server.ts'
import { positions, remarks } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('for an organisation speaks only whom its head named, once a stage, with a signatory', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const head = await given.developer('school')
  const school = head.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const employee = await given.user({ employedAt: school })
  const behalf = { onBehalfOfId: school, signatory: 'Директор А. Л. Берёзкина' }
  await expect(given.remark(draft, { by: employee, ...behalf })).rejects.toMatchObject({
    code: 'not-your-organisation',
  })
  const scope = { role: 'speaker', scopeKind: 'organisation', scopeId: school } as const
  const term = { from: '2026-03-01', until: '2026-12-31', ground: 'Поручение директора' }
  const outsider = await given.developer('school')
  await expect(
    grantRole(acts(outsider), { ...scope, ...term, personId: employee.personId }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    grantRole(acts(head), { ...scope, ...term, role: 'institute', personId: employee.personId }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await grantRole(acts(head), { ...scope, ...term, personId: employee.personId })
  const speaker = await given.actor(employee.userId)

  await expect(
    given.remark(draft, { by: speaker, onBehalfOfId: school, signatory: ' ' }),
  ).rejects.toMatchObject({ code: 'required', field: 'signatory' })
  await given.remark(draft, { by: speaker, ...behalf, body: 'Первое замечание позиции' })
  await given.remark(draft, { by: head, onBehalfOfId: school, body: 'Второе замечание той же позиции' })
  await given.remark(draft, { by: speaker, body: 'Личное замечание' })
  const kept = await db.select().from(positions)
  expect(kept).toMatchObject([{ organisationId: school, signatory: 'Директор А. Л. Берёзкина' }])
  const rows = await db
    .select({ id: remarks.positionId })
    .from(remarks)
    .where(eq(remarks.draftId, draft.id))
    .orderBy(remarks.number)
  expect(rows.map(({ id }) => id)).toEqual([kept[0]?.id, kept[0]?.id, null])
  await expect(
    filePosition(acts(head), draft.id, { organisationId: school, signatory: 'Директор' }),
  ).rejects.toMatchObject({ code: 'position-exists' })
})
