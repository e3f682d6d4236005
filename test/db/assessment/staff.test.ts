/** The desk of an organisation and of a municipality: own people alone, counts without answers, the yearly check. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { fileApplication } from '#app/domain/assessment/way/applying.server.ts'
import { checkedShare, checkStaff, staffToCheck } from '#app/domain/desk/staff/checking.server.ts'
import { remindAll } from '#app/domain/desk/staff/reminding-all.server.ts'
import {
  applicantsByStage,
  coverageOf,
  participationOf,
  reportOf,
  waitedFor,
} from '#app/domain/desk/staff/staff.server.ts'
import { employments, staffChecks } from '#db/schema/index.ts'
import { nominated, test } from '#test/support/way-room.ts'

test('a municipality sees its own people by step, whom it waits for, and where it has no experts; another sees none', async ({
  way,
  given,
  acts,
  db,
}) => {
  const [one, two] = [await way.worker(), await way.worker()]
  await nominated(way.head, way, [one])
  await fileApplication(two, way.direction.id)
  const expert = await given.registry.expert(way.direction)
  const works = { personId: expert.id, organisationId: way.school.id, post: 'учитель' }
  await db.insert(employments).values({ ...works, during: '[2020-01-01,)' })
  const town = await given.municipality()
  const foreign = acts(
    await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: town.id }),
  )
  for (const ctx of [way.head, way.municipality]) {
    expect(Object.fromEntries(await applicantsByStage(ctx))).toEqual({ nominated: 1, survey: 1 })
    expect((await waitedFor(ctx)).map(({ state, letter }) => [state, letter])).toEqual([
      ['nominated', '15'],
      ['survey', null],
    ])
    expect((await coverageOf(ctx)).filter(({ code }) => code === way.direction.code)).toMatchObject([
      { experts: 1, places: 1 },
    ])
    expect(await reportOf(ctx, 2026)).toMatchObject([{ experts: 1, applicants: 2, waits: 1, checked: 0 }])
  }
  expect((await applicantsByStage(foreign)).size).toBe(0)
  expect(await waitedFor(foreign)).toEqual([])
  expect((await coverageOf(foreign)).every(({ experts }) => experts === 0)).toBe(true)
  expect(await reportOf(foreign, 2026)).toEqual([])
  expect(await participationOf(foreign)).toEqual([])
  for (const stranger of [one, way.organizer])
    await expect(applicantsByStage(stranger)).rejects.toMatchObject({ code: 'forbidden' })
})

test('everybody who is waited for is reminded at once, and not again too soon', async ({ way, acts }) => {
  const [one, two] = [await way.worker(), await way.worker()]
  await nominated(way.head, way, [one, two])
  await expect(remindAll(way.head)).rejects.toMatchObject({ code: 'reminded-all' })
  const later = acts({ ...way.head.actor, today: '2026-03-09' }, '2026-03-09T09:00:00Z')
  expect(await remindAll(later)).toBe(2)
  await expect(remindAll(later)).rejects.toMatchObject({ code: 'reminded-all' })
})

test('once a year the organisation says what is right of its own people, and of nobody else', async ({
  way,
  given,
  acts,
  db,
}) => {
  const one = await way.worker()
  await nominated(way.head, way, [one])
  expect(await checkedShare(way.municipality, 2026)).toEqual({ done: 0, all: 1 })
  const rows = [{ person: one.actor.number, verdict: 'changed' as const, note: 'Стал завучем' }]
  expect(await checkStaff(way.head, { rows })).toBe(1)
  expect(await checkedShare(way.municipality, 2026)).toEqual({ done: 1, all: 1 })
  expect((await staffToCheck(way.municipality, 2026)).rows).toMatchObject([{ verdict: 'changed' }])
  expect(await checkedShare(way.municipality, 2027)).toEqual({ done: 0, all: 1 })
  const town = await given.municipality()
  const foreign = acts(
    await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: town.id }),
  )
  await expect(checkStaff(foreign, { rows })).rejects.toMatchObject({ code: 'not-found' })
  await expect(checkStaff(one, { rows })).rejects.toMatchObject({ code: 'forbidden' })
  expect(
    await db.select().from(staffChecks).where(eq(staffChecks.personId, one.actor.personId)),
  ).toHaveLength(1)
})

test('a page of fifty and the next one; the others of a page are right at one stroke, what was said stays', async ({
  way,
  given,
  db,
}) => {
  const experts = await Promise.all([1, 2, 3, 4, 5].map(() => given.registry.expert(way.direction)))
  await db.insert(employments).values(
    experts.map(({ id: personId }) => ({
      ...{ personId, organisationId: way.school.id, post: 'учитель', during: '[2020-01-01,)' },
    })),
  )
  const page = (after?: string) => staffToCheck(way.head, 2026, { limit: 2, after, unsaid: true })
  const seen: number[] = []
  for (let at = await page(); ; at = await page(at.next ?? '')) {
    seen.push(...at.rows.map(({ number }) => number))
    if (!at.next) break
  }
  expect(seen).toHaveLength(5)
  expect(new Set(seen)).toEqual(new Set(experts.map(({ number }) => number)))

  const [first = 0, second = 0, third = 0] = seen
  const row = (person: number, verdict?: 'left') => ({ person, note: '', ...(verdict ? { verdict } : {}) })
  expect(await checkStaff(way.head, { rows: [row(first, 'left')] })).toBe(1)
  expect(await checkStaff(way.head, { rows: [row(first), row(second), row(third)], others: 'right' })).toBe(2)
  expect(await checkedShare(way.head, 2026)).toEqual({ done: 3, all: 5 })
  const said = (await staffToCheck(way.head, 2026)).rows.filter(({ number }) => number === first)
  expect(said).toMatchObject([{ verdict: 'left' }])
  expect((await page()).rows.map(({ number }) => number)).toEqual(seen.slice(3))
})
