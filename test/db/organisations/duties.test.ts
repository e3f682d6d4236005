import { expect } from 'vitest'
import { assignDuty, endDuty } from '#app/domain/organisations/duties.server.ts'
import { closeOrganisation } from '#app/domain/organisations/keeping.server.ts'
import { dutyHolders, organisationByCode } from '#app/domain/organisations/queries.server.ts'
import { addSuccession, removeSuccession } from '#app/domain/organisations/succeeding.server.ts'
import { test } from '#test/support/database.ts'

test('a duty passes on from a day, and no two hold it on one; kin is linked and parted', async ({
  given,
  acts,
  as,
}) => {
  const ministry = await given.user({ role: 'ministry' })
  const [one, other] = [
    await given.organisation({ tier: 'regional' }),
    await given.organisation({ tier: 'regional' }),
  ]
  await assignDuty(acts(ministry), one.id, { duty: 'coordinator', firstDay: '2024-01-01', ground: 'приказ' })
  await assignDuty(acts(ministry), other.id, {
    duty: 'coordinator',
    firstDay: '2026-02-01',
    ground: 'приказ',
  })
  expect(await dutyHolders(as(null))).toMatchObject([{ duty: 'coordinator', code: other.code }])
  expect(await organisationByCode(as(null), one.code)).toMatchObject({
    duties: [{ firstDay: '2024-01-01', lastDay: '2026-01-31', now: false }],
  })
  await expect(
    assignDuty(acts(ministry), one.id, { duty: 'coordinator', firstDay: '2025-05-01', ground: 'x' }),
  ).rejects.toMatchObject({ code: 'duty-overlaps' })
  const operator = await given.user({ role: 'operator' })
  await expect(
    closeOrganisation(acts(operator), other.id, { lastDay: '2026-03-01', ground: 'x' }),
  ).rejects.toMatchObject({ code: 'organisation-duty' })
  const link = { other: one.code, side: 'predecessor' as const, day: '2026-02-01', ground: '' }
  await addSuccession(acts(operator), other.id, link)
  await expect(addSuccession(acts(operator), one.id, { ...link, other: other.code })).rejects.toMatchObject({
    code: 'succession-exists',
  })
  expect(await organisationByCode(as(null), one.code)).toMatchObject({
    successors: [{ code: other.code, day: '2026-02-01' }],
  })
  await removeSuccession(acts(operator), other.id, one.code)
  expect(await organisationByCode(as(null), one.code)).toMatchObject({ successors: [] })
})

test('a duty may end with nobody to follow, and be given again from the next day', async ({
  given,
  acts,
  as,
}) => {
  const ministry = acts(await given.user({ role: 'ministry' }))
  const { id, code } = await given.organisation({ tier: 'regional' })
  await assignDuty(ministry, id, { duty: 'operator', firstDay: '2024-01-01', ground: 'приказ' })
  const end = { duty: 'operator' as const, ground: 'приказ о завершении' }
  await expect(endDuty(ministry, id, { ...end, lastDay: '2023-12-31' })).rejects.toMatchObject({
    code: 'duty-none',
  })
  const stranger = acts(await given.user({ role: 'operator' }))
  await expect(endDuty(stranger, id, { ...end, lastDay: '2025-06-30' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await endDuty(ministry, id, { ...end, lastDay: '2025-06-30' })
  expect(await organisationByCode(as(null), code)).toMatchObject({
    duties: [
      { firstDay: '2024-01-01', lastDay: '2025-06-30', ground: 'приказ', endGround: end.ground, now: false },
    ],
  })
  expect((await dutyHolders(as(null))).filter(({ duty }) => duty === 'operator')).toEqual([])
  await assignDuty(ministry, id, { duty: 'operator', firstDay: '2025-07-01', ground: 'приказ' })
  expect(await dutyHolders(as(null))).toContainEqual(expect.objectContaining({ duty: 'operator', code }))
})
