import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { hashPassword } from '#app/domain/accounts/passwords.ts'
import { changeCard } from '#app/domain/accounts/profile.server.ts'
import { keepUnsent } from '#app/domain/accounts/unsent.server.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { askCorrection } from '#app/domain/experts/correcting/correcting.server.ts'
import { CorrectionRequest } from '#app/domain/experts/correcting/forms.ts'
import { askErasure, decideErasure, recallErasure } from '#app/domain/experts/erasing/erasing.server.ts'
import { erasedOf, erasureQueue, ownErasure } from '#app/domain/experts/erasing/erasures.server.ts'
import { sealLog, verifyLog } from '#app/domain/log.server.ts'
import type { Db } from '#db/client.ts'
import {
  assessmentResults,
  closedRequests,
  consentPapers,
  consents,
  disclosurePapers,
  entrepreneurStatements,
  files,
  grants,
  importRows,
  imports,
  mails,
  orderItems,
  statuses,
  users,
} from '#db/schema/index.ts'
import { test as base } from '#test/support/database.ts'
import { expertsGiven } from '#test/support/given/experts.ts'
import { whereIs } from '#test/support/given/found-words.ts'

const test = base.extend('experts', ({ db }) => expertsGiven(db))
const password = 'тихая осенняя вода'
let hash = ''

test('closed data of an expert are in no table any more; lines of orders stay, the log is whole and counts it', async ({
  acts,
  as,
  db,
  experts,
  given,
}) => {
  hash ||= await hashPassword(password)
  const direction = await experts.direction()
  const person = await experts.expert(direction)
  const me = await given.user({ person, email: 'zyablik-erase@test.example', passwordHash: hash })
  const operator = await given.user({ role: 'operator' })
  await changeCard(acts(me), {
    ...{ familyName: person.familyName, givenName: person.givenName, patronymic: person.patronymic },
    ...{ locale: 'ru', contactEmail: 'zyablik-own@test.example', phone: '+7 351 777-66-55' },
  })
  await db.execute(
    sql`update closed.private_fields set birth_day = '1977-07-17' where person_id = ${person.id}`,
  )
  await db.insert(mails).values({
    ...{ entryId: person.id, personId: person.id, address: 'zyablik-erase@test.example' },
    ...{ subject: 'Письмо', body: 'слова зяблик-письма' },
  })
  await keepUnsent(acts(me), 'remark:x', { body: 'слова зяблик-черновика' })
  await askCorrection(acts(me), CorrectionRequest.parse({ kind: 'other', said: 'слова зяблик-просьбы' }))
  await db.insert(assessmentResults).values({
    ...{ personId: person.id, directionId: direction.directionId, attempt: 1, earned: 7, maximum: 9 },
    ...{ day: '2025-08-01', enteredById: operator.personId, enteredAt: new Date() },
  })
  await db.insert(entrepreneurStatements).values({
    ...{ personId: person.id, entrepreneur: false, day: '2025-08-01' },
    ...{ enteredById: operator.personId, enteredAt: new Date() },
  })
  await giveConsent(acts(me), 'distribution')
  const [consent] = await db.select().from(consents).where(eq(consents.personId, person.id))
  const [scan] = await db
    .insert(files)
    .values({
      ...{ sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf', name: 'зяблик-согласие.pdf' },
      objectKind: 'disclosure-paper',
    })
    .returning()
  const [paper] = await db
    .insert(disclosurePapers)
    .values({
      ...{ fileId: scan?.id ?? '', signedOn: '2025-08-01', enteredById: operator.personId },
      enteredAt: new Date(),
    })
    .returning()
  await db.insert(consentPapers).values({ consentId: consent?.id ?? '', paperId: paper?.id ?? '' })

  const [list] = await db
    .insert(imports)
    .values({
      ...{ kind: 'people', name: 'список', settings: {}, head: [], columns: {}, state: 'done' },
      ...{ createdById: operator.personId, createdAt: new Date() },
    })
    .returning()
  const listed = {
    ...{ importId: list?.id ?? '', cells: ['зяблик-строка'], reasons: [], read: { name: 'зяблик' } },
    verdict: 'new' as const,
  }
  await db.insert(importRows).values([
    { ...listed, at: 1, matches: [{ name: 'зяблик' }], objectId: person.id },
    { ...listed, at: 2, matches: [{ id: person.id, name: 'зяблик' }], choice: person.id },
    {
      ...listed,
      at: 3,
      cells: ['чужая'],
      read: {},
      matches: [{ id: person.id }],
      objectId: operator.personId,
    },
  ])
  await db.insert(closedRequests).values({
    ...{ personId: person.id, askedById: operator.personId, post: '', organisation: '', fields: ['phone'] },
    ...{ reasonCode: 'contact', reason: 'зяблик-основание', askedAt: new Date(), state: 'refused' },
    answer: 'зяблик-ответ',
  })
  const role = { personId: person.id, role: 'moderator', scopeKind: 'region' as const, ground: 'приказ' }
  await db.insert(grants).values({ ...role, during: '[2020-01-01,2099-01-01)' })

  await expect(askErasure(acts(me), 'мимо')).rejects.toMatchObject({ code: 'wrong-password' })
  await askErasure(acts(me), password)
  await expect(askErasure(acts(me), password)).rejects.toMatchObject({ code: 'conflict' })
  const request = await ownErasure(acts(me))
  expect(request).toMatchObject({ state: 'open', dueDay: '2026-04-01' })
  const before = await erasedOf(db)
  const gone = await decideErasure(acts(operator), request?.number ?? 0, {
    decision: 'erase',
    reason: 'по требованию',
  })
  expect(gone).toEqual(['a'.repeat(64)])

  const rows = await db
    .select()
    .from(importRows)
    .where(eq(importRows.importId, list?.id ?? ''))
    .orderBy(importRows.at)
  expect(rows).toMatchObject([
    { cells: [], objectId: person.id },
    { cells: [], verdict: 'rejected', choice: 'skip' },
    { cells: ['чужая'], matches: [] },
  ])
  const inForce = sql`${grants.personId} = ${person.id} and upper(${grants.during}) > current_date`
  expect(await db.select().from(grants).where(inForce)).toEqual([])

  const words = ['zyablik', 'зяблик', '777-66-55', '1977-07-17']
  const left = Object.fromEntries(
    await Promise.all(words.map(async (one) => [one, await whereIs(db, one)] as const)),
  )
  expect(left).toEqual(Object.fromEntries(words.map((one) => [one, []])))
  for (const table of [assessmentResults, entrepreneurStatements, users] as const)
    expect(await db.select().from(table).where(eq(table.personId, person.id))).toEqual([])

  expect(await db.select().from(orderItems).where(eq(orderItems.personId, person.id))).toHaveLength(1)
  expect(await db.select().from(statuses).where(eq(statuses.personId, person.id))).toHaveLength(1)
  const card = await cardOf(as(null), person.number)
  expect(card).toMatchObject({ name: null, works: [] })
  expect(card.statuses).toHaveLength(1)
  await sealLog(db)
  expect((await verifyLog(db)).brokenAt).toBeNull()
  const after = await erasedOf(db)
  expect(after).toEqual({ asked: before.asked + 1, logged: before.logged + 1 })
})

test('of somebody whom no order names even the name goes', async ({ acts, db, given }) => {
  hash ||= await hashPassword(password)
  const person = await given.person({ familyName: 'Чечёткина-Единственная', givenName: 'Аделаида' })
  const me = await given.user({ person, passwordHash: hash })
  await askErasure(acts(me), password)
  const operator = await given.user({ role: 'operator' })
  const request = await ownErasure(acts(me))
  await decideErasure(acts(operator), request?.number ?? 0, { decision: 'erase', reason: 'по требованию' })
  expect(await whereIs(db, 'Чечёткина')).toEqual([])
})

test('a refusal keeps everything and says why; the web login erases nobody by itself', async ({
  acts,
  db,
  given,
  web,
}) => {
  hash ||= await hashPassword(password)
  const me = await given.user({ passwordHash: hash })
  const operator = await given.user({ role: 'operator' })
  const attempt = (ours: Db) => ours.execute(sql`select sha256 from erase_person(${me.personId})`)
  await expect(attempt(web)).rejects.toThrow()
  await askErasure(acts(me), password)
  await expect(attempt(web)).rejects.toThrow()
  const { number = 0 } = (await ownErasure(acts(me))) ?? {}
  const refuse = { decision: 'refuse' as const, reason: 'идёт проверка' }
  const own = await given.user({ role: 'municipality' })
  await expect(decideErasure(acts(own), number, refuse)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(erasureQueue(acts(own), 5)).rejects.toMatchObject({ code: 'forbidden' })
  await decideErasure(acts(operator), number, refuse)
  expect(await ownErasure(acts(me))).toMatchObject({ state: 'refused', reason: 'идёт проверка' })
  expect(await db.select().from(users).where(eq(users.id, me.userId))).toHaveLength(1)
  await expect(recallErasure(acts(me))).rejects.toMatchObject({ code: 'conflict' })
  await askErasure(acts(me), password)
  await recallErasure(acts(me))
})
