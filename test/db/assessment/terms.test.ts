/** Statuses that are suspended, that end by the term of their direction, and that are renewed; acts entered late. */

import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { expiringStatuses, startRenewal } from '#app/domain/assessment/expiring.server.ts'
import { listShown } from '#app/domain/assessment/lists.server.ts'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { enterOrder } from '#app/domain/experts/entering.server.ts'
import { expertsNow } from '#app/domain/experts/figures.server.ts'
import { OrderEntry, type OrderEntryInput } from '#app/domain/experts/forms.ts'
import { registerOrder } from '#app/domain/experts/ordering.server.ts'
import { setStatusTerms, statusTermsOf } from '#app/domain/experts/status-terms.server.ts'
import { inForce } from '#db/reach/experts.ts'
import { employments } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { bodies } from '#test/support/given/lists.ts'

/** Whether the person has the status on the day, as known at the end of another, or now. */
async function holds(ctx: Ctx, personId: string, day: string, known: string | null = null) {
  const rows = await ctx.db.execute(
    sql`select from statuses s where s.person_id = ${personId} and ${inForce(day, known)}`,
  )
  return rows.length === 1
}

const paper = (issuerId: string, direction: { id: string; tier: 'regional' }, personId: string) => {
  let made = 0
  return (effect: string, day: string, line: Record<string, unknown>) => {
    made += 1
    return {
      ...{ issuerId, number: `${effect}-${made}`, day, title: 'О статусе эксперта', basis: '' },
      ...{ signatoryPost: '', effect: effect as 'approves' },
      lines: [
        { personId, directionVersionId: direction.id, tier: direction.tier, act: 'begin', ...line },
      ] as never,
    }
  }
}

describe('suspension by document', () => {
  test('leaves out exactly its days; resumption gives the rest back by the order that began it', async ({
    given,
    acts,
  }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
    const one = await given.person()
    const of = paper(issuer.id, direction as never, one.id)
    const on = (day: string) => holds(operator, one.id, day)
    await registerOrder(operator, of('approves', '2025-09-01', { lastDay: '2027-08-31' }))
    const { changes } = await registerOrder(operator, of('suspends', '2025-12-01', { act: 'suspend' }))
    expect(changes).toMatchObject([{ verdict: 'suspended', firstDay: '2025-12-01', lastDay: '2027-08-31' }])
    expect([await on('2025-11-30'), await on('2025-12-01'), await on('2026-03-02')]).toEqual([
      ...[true, false, false],
    ])
    await registerOrder(operator, of('resumes', '2026-02-01', { act: 'resume' }))
    expect([await on('2026-01-31'), await on('2026-02-01'), await on('2027-08-31')]).toEqual([
      ...[false, true, true],
    ])
    expect(await on('2027-09-01')).toBe(false)
    await expect(
      registerOrder(operator, of('resumes', '2026-02-10', { act: 'resume' })),
    ).rejects.toMatchObject({ code: 'status-overlaps' })
    await expect(
      registerOrder(operator, of('resumes', '2025-10-01', { act: 'resume' })),
    ).rejects.toMatchObject({ code: 'resume-none', facts: { line: 1 } })
  })

  test('for named days goes on after them by itself; who is excluded meanwhile is not resumed', async ({
    given,
    acts,
  }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
    const one = await given.person()
    const of = paper(issuer.id, direction as never, one.id)
    const on = (day: string) => holds(operator, one.id, day)
    await registerOrder(operator, of('approves', '2025-09-01', {}))
    const days = { act: 'suspend', firstDay: '2025-10-01', lastDay: '2025-10-31' }
    await registerOrder(operator, of('suspends', '2025-09-20', days))
    expect([await on('2025-09-30'), await on('2025-10-31'), await on('2025-11-01')]).toEqual([
      ...[true, false, true],
    ])
    await registerOrder(operator, of('suspends', '2026-01-10', { act: 'suspend' }))
    await registerOrder(operator, of('excludes', '2026-02-01', { act: 'end' }))
    await expect(
      registerOrder(operator, of('resumes', '2026-02-05', { act: 'resume' })),
    ).rejects.toMatchObject({ code: 'resume-none' })
    expect(await on('2025-12-31')).toBe(true)
    const nobody = paper(issuer.id, direction as never, (await given.person()).id)
    await expect(
      registerOrder(operator, nobody('suspends', '2026-02-01', { act: 'suspend' })),
    ).rejects.toMatchObject({ code: 'status-none', facts: { line: 1 } })
  })
})

describe('terms of a direction', () => {
  const value = {
    ...{ since: '2026-01-01', ground: 'Порядок, пункт 5', termMonths: 12, reassessMonths: 24, attempts: 2 },
    ...{ exempt: ['Победители конкурса'], exclusion: [] },
  }

  test('end a status whose act says no last day, by what held on the day of the act', async ({
    given,
    acts,
  }) => {
    const [ministry, operator] = [
      acts(await given.user({ role: 'ministry' })),
      acts(await given.user({ role: 'operator' })),
    ]
    const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
    await expect(setStatusTerms(operator, direction.code, value)).rejects.toMatchObject({ code: 'forbidden' })
    await setStatusTerms(ministry, direction.code, value)
    expect(await statusTermsOf(ministry, direction.code)).toMatchObject({ now: { termMonths: 12 } })
    const dayOf = async (day: string, line = {}) => {
      const one = await given.person()
      const of = paper(issuer.id, direction as never, one.id)
      const { changes } = await registerOrder(operator, { ...of('approves', day, line), number: one.id })
      return changes[0]?.lastDay
    }
    expect(await dayOf('2026-02-20')).toBe('2027-02-19')
    expect(await dayOf('2026-02-20', { lastDay: '2026-12-31' })).toBe('2026-12-31')
    // an act of before the rule, entered now
    expect(await dayOf('2025-12-20')).toBeNull()
  })

  test('a status that ends soon stands in the queue, is renewed by a list, and leaves the queue', async ({
    given,
    acts,
    db,
  }) => {
    await bodies(given)
    const direction = await given.registry.direction()
    const scope = { role: 'organizer', scopeKind: 'direction', scopeId: direction.directionId } as const
    const organiser = acts(await given.user(scope))
    const soon = await given.registry.expert(direction, { during: '[2025-01-01,2026-03-20)' })
    const later = await given.registry.expert(direction, { during: '[2025-01-01,2026-05-20)' })
    await given.registry.expert(direction, { during: '[2025-01-01,2026-07-01)' })
    const within = async (days: number) =>
      (await expiringStatuses(organiser, days)).flatMap(({ people }) => people.map((one) => one.personId))
    expect(await within(30)).toEqual([soon.id])
    expect(await within(90)).toEqual([soon.id, later.id])
    const renewal = { direction: direction.id, days: 90, title: 'О продлении полномочий экспертов' }
    await expect(startRenewal(organiser, { ...renewal, people: [] })).rejects.toMatchObject({
      code: 'list-empty',
    })
    const stranger = await given.person()
    await expect(startRenewal(organiser, { ...renewal, people: [stranger.id] })).rejects.toMatchObject({
      code: 'stale',
    })
    const id = await startRenewal(organiser, { ...renewal, people: [soon.id] })
    const shown = await listShown(organiser, id)
    expect(shown).toMatchObject({
      list: { effect: 'extends', state: 'draft' },
      candidates: [{ reasons: [] }],
    })
    expect(await within(90)).toEqual([later.id])
    expect(await db.$count(sql`statuses`, sql`person_id = ${soon.id}`)).toBe(1)
  })

  test('where a municipality takes part the region renews by municipalities, each by its own list', async ({
    given,
    acts,
    db,
  }) => {
    const direction = await given.registry.direction({ code: 'vpr', tier: 'municipal' })
    const operator = acts(await given.user({ role: 'operator' }))
    const place = async () => {
      const town = await given.municipality()
      await given.organisation({ tier: 'municipal', municipalityId: town.id })
      const { id: organisationId } = await given.organisation({ municipalityId: town.id })
      const one = await given.registry.expert(direction, {
        during: '[2025-01-01,2026-03-20)',
      })
      const work = { personId: one.id, organisationId, post: 'учитель', during: '[2020-01-01,)' }
      await db.insert(employments).values(work)
      return { town, one }
    }
    const [first, second] = [await place(), await place()]
    const queue = async () =>
      (await expiringStatuses(operator, 90))
        .filter(({ id }) => id === direction.id)
        .map(
          ({ municipality, people }) => [municipality?.id, people.map(({ personId }) => personId)] as const,
        )
    expect(new Map(await queue())).toEqual(
      new Map([
        [first.town.id, [first.one.id]],
        [second.town.id, [second.one.id]],
      ]),
    )
    const renewal = { direction: direction.id, days: 90, title: 'О продлении', people: [first.one.id] }
    await expect(startRenewal(operator, renewal)).rejects.toMatchObject({ code: 'renewal-municipality' })
    await expect(startRenewal(operator, { ...renewal, municipality: second.town.id })).rejects.toMatchObject({
      code: 'stale',
    })
    const id = await startRenewal(operator, { ...renewal, municipality: first.town.id })
    expect(await listShown(operator, id)).toMatchObject({ list: { municipalityId: first.town.id } })
    expect(await queue()).toEqual([[second.town.id, [second.one.id]]])
    const local = acts(
      await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: first.town.id }),
    )
    await expect(
      startRenewal(local, { ...renewal, people: [second.one.id], municipality: second.town.id }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('days that do not fit are told', () => {
  const entry = (issuer: string, direction: string, people: string, values: Partial<OrderEntryInput> = {}) =>
    OrderEntry.parse({
      ...{ issuer, number: '9', day: '2026-02-20', title: 'Об утверждении', effect: 'approves' },
      parts: [{ direction, people }],
      ...values,
    })

  test('an order of tomorrow, and one from before its direction', async ({ given, acts }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
    const people = `№ ${(await given.person()).number}`
    const tried = (values: Partial<OrderEntryInput>) =>
      enterOrder(operator, entry(issuer.code, direction.id, people, values))
    await expect(tried({ day: '2026-03-03' })).rejects.toMatchObject({ code: 'order-ahead', field: 'day' })
    await expect(tried({ day: '2019-12-31' })).rejects.toMatchObject({
      ...{ code: 'direction-later', field: 'parts[0].people' },
    })
  })

  test('an act entered three weeks late holds from its day, and past knowledge stays as it was', async ({
    given,
    acts,
  }) => {
    const late: ActingCtx = acts(
      await given.user({ role: 'operator', today: '2026-03-23' }),
      '2026-03-23T09:00:00Z',
    )
    const [issuer, direction] = [await given.organisation(), await given.registry.direction()]
    const one = await given.person()
    const before = await expertsNow(late, '2026-03-10')
    const typed = entry(issuer.code, direction.id, `№ ${one.number}`, { day: '2026-03-02' })
    const shown = await enterOrder(late, typed)
    await enterOrder(late, { ...typed, seen: 'seal' in shown ? shown.seal : '' })
    expect(await expertsNow(late, '2026-03-10')).toBe(before + 1)
    expect(await holds(late, one.id, '2026-03-10')).toBe(true)
    expect(await holds(late, one.id, '2026-03-10', '2026-03-22')).toBe(false)
    expect(await holds(late, one.id, '2026-03-10', '2026-03-23')).toBe(true)
  })
})
