import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { changeCard } from '#app/domain/accounts/profile.server.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import {
  askCorrection,
  decideCorrection,
  recallCorrection,
} from '#app/domain/experts/correcting/correcting.server.ts'
import {
  correctionShown,
  openCorrections,
  ownCorrections,
} from '#app/domain/experts/correcting/corrections.server.ts'
import { CorrectionDecision, CorrectionRequest } from '#app/domain/experts/correcting/forms.ts'
import { entriesOf } from '#app/domain/experts/entries.server.ts'
import { employments, formerNames, notifications, orderItems, people } from '#db/schema/index.ts'
import { test as base } from '#test/support/database.ts'
import { expertsGiven } from '#test/support/given/experts.ts'

const test = base.extend('experts', ({ db }) => expertsGiven(db))
const marriage = CorrectionRequest.parse({
  ...{ kind: 'name', familyName: 'Снегирёва', givenName: 'Вера', patronymic: 'Львовна', since: '2026-02-01' },
  said: 'свидетельство о браке',
})
const accept = (value: Record<string, string>) => CorrectionDecision.parse({ decision: 'accept', ...value })

test('a new name is a fact from its day: the registry of a day before shows the old one, papers keep theirs', async ({
  acts,
  as,
  db,
  experts,
  given,
}) => {
  const direction = await experts.direction()
  const person = await experts.expert(direction)
  const [me, operator] = [await given.user({ person }), await given.user({ role: 'operator' })]
  const [printed] = await db.select().from(orderItems).where(eq(orderItems.personId, person.id))
  const id = await askCorrection(acts(me), marriage)
  expect((await openCorrections(acts(operator), null, 50)).rows.map((row) => row.id)).toContain(id)
  await decideCorrection(acts(operator), id, accept(fieldsOf(marriage)))
  const on = async (day: string) => {
    const ids = sql`select ${person.id}::uuid as id, 1 as place`
    const [entry] = await entriesOf(as(null), ids, { day, known: null })
    return [entry?.name?.family, (await cardOf(as(null), person.number, { day, known: null })).name?.family]
  }
  expect(await on('2026-01-31')).toEqual([person.familyName, person.familyName])
  expect(await on('2026-02-01')).toEqual(['Снегирёва', 'Снегирёва'])
  expect(await on('2026-03-02')).toEqual(['Снегирёва', 'Снегирёва'])
  const [still] = await db.select().from(orderItems).where(eq(orderItems.personId, person.id))
  expect(still).toEqual(printed)
  expect((await ownCorrections(acts(me)))[0]?.state).toBe('accepted')
  const told = await db.select().from(notifications).where(eq(notifications.personId, person.id))
  expect(told.map(({ kind }) => kind)).toEqual(['correction.accepted'])
  await expect(decideCorrection(acts(operator), id, accept(fieldsOf(marriage)))).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a misspelt name never was: no day shows it', async ({ acts, as, db, experts, given }) => {
  const person = await experts.expert(await experts.direction())
  const [me, operator] = [await given.user({ person }), await given.user({ role: 'operator' })]
  const request = CorrectionRequest.parse({ kind: 'misspelt', familyName: 'Рябинина', givenName: 'Вера' })
  const id = await askCorrection(acts(me), request)
  await decideCorrection(acts(operator), id, accept({ familyName: 'Рябинина', givenName: 'Вера' }))
  expect(await db.select().from(formerNames).where(eq(formerNames.personId, person.id))).toEqual([])
  const card = await cardOf(as(null), person.number, { day: '2025-10-01', known: null })
  expect(card.name?.family).toBe('Рябинина')
})

test('a new place of work ends the one before on its day', async ({ acts, db, experts, given }) => {
  const [before, after] = [await given.organisation(), await given.organisation()]
  const person = await experts.expert(await experts.direction())
  const [me, operator] = [
    await given.user({ person, employedAt: before.id }),
    await given.user({ role: 'operator' }),
  ]
  const asked = { kind: 'work', organisation: after.name, post: 'директор', since: '2026-02-10' }
  const id = await askCorrection(acts(me), CorrectionRequest.parse(asked))
  expect((await correctionShown(acts(operator), id)).work).toContain(before.shortName)
  const wrong = accept({ organisation: 'Такой школы нет', post: 'директор', since: '2026-02-10' })
  await expect(decideCorrection(acts(operator), id, wrong)).rejects.toMatchObject({
    code: 'issuer-unknown',
    field: 'organisation',
  })
  await decideCorrection(
    acts(operator),
    id,
    accept({ organisation: after.shortName, post: 'директор', since: '2026-02-10' }),
  )
  const works = await db.select().from(employments).where(eq(employments.personId, person.id))
  expect(works.map(({ organisationId, during }) => [organisationId, during]).sort()).toEqual(
    [
      [before.id, '[2020-01-01,2026-02-10)'],
      [after.id, '[2026-02-10,)'],
    ].sort(),
  )
})

test('whom an order names does not rename the own card; one request of a kind waits; nobody decides on the own', async ({
  acts,
  db,
  experts,
  given,
}) => {
  const person = await experts.expert(await experts.direction())
  const me = await given.user({ person, role: 'operator' })
  const card = { givenName: 'Вера', patronymic: 'Львовна', locale: 'ru' as const, phone: '' }
  await expect(changeCard(acts(me), { ...card, familyName: 'Другая' })).rejects.toMatchObject({
    code: 'name-by-request',
  })
  await changeCard(acts(me), { ...card, familyName: person.familyName })
  const id = await askCorrection(acts(me), marriage)
  await expect(askCorrection(acts(me), marriage)).rejects.toMatchObject({ code: 'correction-open' })
  await expect(decideCorrection(acts(me), id, accept(fieldsOf(marriage)))).rejects.toMatchObject({
    code: 'own-correction',
  })
  const stranger = await given.user()
  await expect(recallCorrection(acts(stranger), id)).rejects.toMatchObject({ code: 'conflict' })
  await expect(openCorrections(acts(stranger), null, 5)).rejects.toMatchObject({ code: 'forbidden' })
  await recallCorrection(acts(me), id)
  const [same] = await db.select().from(people).where(eq(people.id, person.id))
  expect(same?.familyName).toBe(person.familyName)
})

test('a refusal changes nothing and says why', async ({ acts, db, experts, given }) => {
  const person = await experts.expert(await experts.direction())
  const [me, operator] = [await given.user({ person }), await given.user({ role: 'operator' })]
  const id = await askCorrection(acts(me), marriage)
  expect(CorrectionDecision.safeParse({ decision: 'refuse' }).success).toBe(false)
  await decideCorrection(
    acts(operator),
    id,
    CorrectionDecision.parse({ decision: 'refuse', reason: 'нет копии' }),
  )
  expect((await ownCorrections(acts(me)))[0]).toMatchObject({ state: 'refused', reason: 'нет копии' })
  expect(await db.select().from(formerNames).where(eq(formerNames.personId, person.id))).toEqual([])
})

function fieldsOf({ familyName, givenName, patronymic, since }: typeof marriage) {
  return { familyName, givenName, patronymic, since: since ?? '' }
}
