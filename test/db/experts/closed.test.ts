/** Closed data: a reason first, a trace always, nothing that was not asked; requests; rights of access with a term. */
import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { grantRole } from '#app/domain/accounts/granting.server.ts'
import { changeCard } from '#app/domain/accounts/profile.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { ClosedRead } from '#app/domain/experts/closed/forms.ts'
import { findClosedPeople } from '#app/domain/experts/closed/persons.server.ts'
import { mayReadClosed, readClosed, readsByMe, readsOfMe } from '#app/domain/experts/closed/reading.server.ts'
import {
  answerClosed,
  closedRequest,
  closedRequestsOf,
  requestClosed,
} from '#app/domain/experts/closed/requests.server.ts'
import { entriesAfter, matchingOf } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import { assessmentResults, closedReads, logEntries, privateFields } from '#db/schema/index.ts'
import { type Acts, test as base, type Given } from '#test/support/database.ts'

const why = { reasonCode: 'contact', reason: 'Согласовать время работы группы' }

const test = base.extend<{ room: Awaited<ReturnType<typeof roomOf>> }>({
  room: async ({ given, acts }, use) => use(await roomOf(given, acts)),
})

/** An expert with contacts of their own, the operator who works somewhere, and the Ministry. */
async function roomOf(given: Given, acts: Acts) {
  const [school, centre] = [
    await given.organisation(),
    await given.organisation({ shortName: 'Центр оценки' }),
  ]
  const expert = acts(await given.user({ employedAt: school.id }))
  const direction = await given.registry.direction()
  await changeCard(expert, {
    ...{ familyName: expert.actor.familyName, givenName: 'Анна', patronymic: '', locale: 'ru' },
    ...{ contactEmail: 'closed@test.example', phone: '+7 351 111-11-11' },
  })
  await given.registry.status({ id: expert.actor.personId }, direction)
  const operator = acts(await given.user({ role: 'operator', employedAt: centre.id }))
  const ministry = acts(await given.user({ role: 'ministry' }))
  return { expert, operator, ministry, direction, number: expert.actor.number }
}

describe('O-3', () => {
  test('a municipal user finds no closed field; a read of one by the operator is in the log and in the cabinet', async ({
    room: { expert, operator, number },
    given,
    acts,
    db,
  }) => {
    const municipality = await given.municipality()
    const user = acts(
      await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: municipality.id }),
    )
    const filter = filterOf(new URLSearchParams({ q: String(number) }), user.actor.today)
    const page = await entriesAfter(user, filter, await matchingOf(user, filter), null, 10)
    expect(page.entries).toMatchObject([{ number }])
    expect(JSON.stringify(page)).not.toMatch(/closed@test|111-11-11/)
    const refused = { code: 'forbidden' }
    await expect(readClosed(user, number, { fields: ['phone'], ...why })).rejects.toMatchObject(refused)

    expect(await readClosed(operator, number, { fields: ['phone'], ...why })).toEqual({
      phone: '+7 351 111-11-11',
    })

    const [read] = await db.select().from(closedReads).where(eq(closedReads.personId, expert.actor.personId))
    expect(read).toMatchObject({ fields: ['phone'], organisation: 'Центр оценки', post: 'методист', ...why })
    const entries = await db
      .select()
      .from(logEntries)
      .where(sql`${logEntries.facts} ->> 'read' = ${read?.id}`)
    expect(entries).toMatchObject([
      { kind: 'closed.read', actorId: operator.actor.personId, objectId: expert.actor.personId },
    ])
    expect(JSON.stringify(entries)).not.toContain('Согласовать')
    expect((await readsOfMe(expert, null)).rows).toMatchObject([
      { organisation: 'Центр оценки', reason: why.reason },
    ])
    expect((await readsByMe(operator, null)).rows).toMatchObject([{ number, fields: ['phone'] }])
    expect((await readsOfMe(user, null)).rows).toEqual([])
  })
})

test('only what was asked is told: points, consents and business apart from contacts', async ({
  room: { expert, operator, direction, number },
  db,
}) => {
  const personId = expert.actor.personId
  await db.insert(assessmentResults).values({
    ...{
      personId,
      directionId: direction.directionId,
      attempt: 1,
      earned: 61,
      maximum: 100,
      day: '2026-02-01',
    },
    ...{ enteredById: operator.actor.personId, enteredAt: operator.now },
  })
  await db.update(privateFields).set({ birthDay: '1980-05-06' }).where(eq(privateFields.personId, personId))
  const told = await readClosed(operator, number, { fields: ['results', 'consents', 'entrepreneur'], ...why })
  expect(told).toEqual({
    results: [{ direction: direction.shortTitle, attempt: 1, earned: 61, maximum: 100, day: '2026-02-01' }],
    consents: [],
    entrepreneur: null,
  })
  expect(await readClosed(operator, number, { fields: ['birthDay'], ...why })).toEqual({
    birthDay: '1980-05-06',
  })
})

test('without a reason, a field or a person nothing is read, and nothing is written', async ({
  room: { operator, number },
  db,
  web,
}) => {
  const before = await db.$count(closedReads)
  expect(ClosedRead.safeParse({ fields: 'phone', reasonCode: 'contact', reason: 'коротко' }).success).toBe(
    false,
  )
  expect(ClosedRead.safeParse({ reasonCode: 'contact', reason: why.reason }).success).toBe(false)
  expect(ClosedRead.parse({ fields: 'phone', ...why }).fields).toEqual(['phone'])
  await expect(
    readClosed(operator, number, { fields: ['phone'], reasonCode: 'nothing', reason: why.reason }),
  ).rejects.toMatchObject({ code: 'required', field: 'reasonCode' })
  await expect(readClosed(operator, 2_000_000_000, { fields: ['phone'], ...why })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await db.$count(closedReads)).toBe(before)
  // the web login has neither the table nor a way round the trace
  await expect(web.insert(closedReads).values({} as never)).rejects.toThrow()
  const me = operator.actor.personId
  await expect(
    web.execute(
      sql`select closed_fields(${me}, ${me}, '{phone}', 'contact', ' ', null, gen_random_uuid(), gen_random_uuid(), now(), current_date)`,
    ),
  ).rejects.toThrow()
})

test('the Ministry asks, the operator grants for a term, and only what was granted opens until its last day', async ({
  room: { expert, operator, ministry, number },
  acts,
  given,
}) => {
  await expect(readClosed(ministry, number, { fields: ['phone'], ...why })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(
    requestClosed(operator, { person: String(number), fields: ['phone'], ...why }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })
  const request = await requestClosed(ministry, { person: `№ ${number}`, fields: ['phone'], ...why })
  const until = '2026-03-05'
  const answer = { decision: 'refused' as const, answer: 'нет' }
  await expect(answerClosed(ministry, request, answer)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    answerClosed(operator, request, { decision: 'granted', until: '2026-05-05', answer: 'да' }),
  ).rejects.toMatchObject({ code: 'term-most', field: 'until' })
  await answerClosed(operator, request, { decision: 'granted', until, answer: 'для совещания' })
  await expect(answerClosed(operator, request, { decision: 'refused', answer: 'нет' })).rejects.toMatchObject(
    {
      code: 'conflict',
    },
  )

  expect((await mayReadClosed(ministry, number)).fields).toEqual(['phone'])
  expect(await readClosed(ministry, number, { fields: ['phone'], ...why })).toEqual({
    phone: '+7 351 111-11-11',
  })
  const forbidden = { code: 'forbidden' }
  await expect(readClosed(ministry, number, { fields: ['phone', 'email'], ...why })).rejects.toMatchObject(
    forbidden,
  )
  const on = async (today: string) =>
    acts(await given.actor(ministry.actor.userId, today), `${today}T09:00:00Z`) as ActingCtx
  expect(await readClosed(await on(until), number, { fields: ['phone'], ...why })).toBeTruthy()
  await expect(
    readClosed(await on('2026-03-06'), number, { fields: ['phone'], ...why }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await readsOfMe(expert, null)).rows).toHaveLength(2)
  const stranger = acts(await given.user({ role: 'coordinator' }))
  await expect(closedRequest(stranger, request)).rejects.toMatchObject({ code: 'not-found' })
  const no = { decision: 'refused' as const, answer: 'нет' }
  await expect(answerClosed(stranger, request, no)).rejects.toMatchObject({ code: 'not-found' })
  expect((await closedRequestsOf(stranger, null)).rows).toEqual([])
})

test('a right of access has a scope and a last day, names who gave it and why, and ends by itself', async ({
  room: { direction, number, ministry },
  given,
  acts,
}) => {
  const coordinator = acts(await given.user({ role: 'coordinator' }))
  const reader = await given.user()
  const asked = {
    ...{ personId: reader.personId, role: 'closed-reader', scopeKind: 'direction' as const },
    ...{ scopeId: direction.directionId, from: '2026-03-01', ground: 'подготовка апелляций' },
  }
  await expect(grantRole(coordinator, asked)).rejects.toMatchObject({ code: 'term-needed', field: 'until' })
  await expect(grantRole(coordinator, { ...asked, until: '2027-03-03' })).rejects.toMatchObject({
    code: 'term-most',
    field: 'until',
  })
  await grantRole(coordinator, { ...asked, until: '2026-03-10' })
  const on = async (today: string) =>
    acts(await given.actor(reader.userId, today), `${today}T09:00:00Z`) as ActingCtx
  const within = await on('2026-03-10')
  expect(await readClosed(within, number, { fields: ['email'], ...why })).toEqual({
    email: 'closed@test.example',
  })
  expect((await findClosedPeople(within, String(number))).map((person) => person.number)).toEqual([number])
  // what others asked is none of a right that ends at a direction
  await requestClosed(ministry, { person: String(number), fields: ['phone'], ...why })
  expect((await closedRequestsOf(within, null)).rows).toEqual([])
  const outside = await given.person()
  expect(await findClosedPeople(within, String(outside.number))).toEqual([])
  await expect(readClosed(within, outside.number, { fields: ['email'], ...why })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const after = await on('2026-03-11')
  await expect(readClosed(after, number, { fields: ['email'], ...why })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('a right of access over a municipality does not reach a regional institution that stands there', async ({
  given,
  acts,
}) => {
  const { id } = await given.municipality()
  const reader = acts(await given.user({ role: 'closed-reader', scopeKind: 'municipality', scopeId: id }))
  for (const [tier, reached] of [
    ['regional', []],
    ['municipal', [true]],
  ] as const) {
    const work = await given.organisation({ municipalityId: id, tier })
    const { number } = await given.user({ employedAt: work.id })
    expect((await findClosedPeople(reader, String(number))).map((one) => one.number === number)).toEqual(
      reached,
    )
  }
})
