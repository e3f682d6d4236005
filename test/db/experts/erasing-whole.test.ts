/** What an erasing by law must not leave behind: the way of an applicant, reasons of readers, the number before a claim. */
import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { hashPassword } from '#app/domain/accounts/passwords.ts'
import { fileApplication } from '#app/domain/assessment/way/applying.server.ts'
import { decideApplications } from '#app/domain/assessment/way/deciding.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { claimEntry, confirmClaim } from '#app/domain/experts/claiming/claiming.server.ts'
import { readClosed } from '#app/domain/experts/closed/reading.server.ts'
import { askErasure, decideErasure } from '#app/domain/experts/erasing/erasing.server.ts'
import { ownErasure } from '#app/domain/experts/erasing/erasures.server.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import {
  applicationSteps,
  closedReads,
  disclosures,
  importRows,
  imports,
  people,
  users,
} from '#db/schema/index.ts'
import { whereIs } from '#test/support/given/found-words.ts'
import { surveyed, test } from '#test/support/way-room.ts'

const password = 'тихая осенняя вода'
let hash = ''

/** Asks as the person and grants as the operator. */
async function erased(me: ActingCtx, operator: ActingCtx) {
  hash ||= await hashPassword(password)
  await me.db.update(users).set({ passwordHash: hash }).where(eq(users.id, me.actor.userId))
  await askErasure(me, password)
  const request = await ownErasure(me)
  return decideErasure(operator, request?.number ?? 0, { decision: 'erase', reason: 'по требованию' })
}

test('of an applicant: words of the way and of who read closed data go, that it happened stays', async ({
  way,
  given,
  acts,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const me = await way.worker()
  const number = await fileApplication(me, way.direction.id)
  await surveyed(me, number)
  await decideApplications(way.organizer, {
    ...{ applications: [number], decision: 'refused', grounds: ['requirements'], words: 'пуночка-отказ' },
  })
  await db.execute(sql`insert into staff_checks (id, organisation_id, person_id, year, verdict, note, by_id, at)
    values (gen_random_uuid(), ${way.school.id}, ${me.actor.personId}, 2026, 'changed', 'пуночка-сверка', ${operator.actor.personId}, now())`)
  const why = { fields: ['phone' as const], reasonCode: 'contact', reason: 'пуночка-основание' }
  await readClosed(operator, me.actor.number, why)
  const [list] = await db
    .insert(imports)
    .values({
      ...{ kind: 'people', name: 'список', settings: {}, head: [], columns: {}, state: 'done' },
      ...{ createdById: operator.actor.personId, createdAt: new Date() },
    })
    .returning()
  await db.insert(importRows).values({
    ...{ importId: list?.id ?? '', at: 1, cells: [], reasons: [], read: {}, matches: [], verdict: 'same' },
    ...{ objectId: me.actor.personId, made: { before: { familyName: 'Пуночка-бывшая' }, work: 'x' } },
  })
  expect((await whereIs(db, 'пуночка')).length).toBeGreaterThan(3)

  await erased(me, operator)
  expect(await whereIs(db, 'пуночка')).toEqual([])
  const [read] = await db.select().from(closedReads).where(eq(closedReads.personId, me.actor.personId))
  expect(read).toMatchObject({ fields: ['phone'], reasonCode: 'contact', reason: '–' })
  const steps = await db.execute<{ kind: string }>(sql`select s.kind from ${applicationSteps} s
    join applications a on a.id = s.application_id where a.number = ${number} order by s.id`)
  expect(steps.map(({ kind }) => kind)).toEqual(['filed', 'surveyed', 'refused'])
  // and outside of an erasing neither gives way
  await expect(db.execute(sql`update closed_reads set reason = 'x'`)).rejects.toThrow()
  await expect(db.execute(sql`update application_steps set words = 'x'`)).rejects.toThrow()
})

test('nobody shows the name again: no moderator, no ground that is entered later, not the web login itself', async ({
  given,
  acts,
  db,
  web,
}) => {
  const [operator, moderator] = [
    acts(await given.user({ role: 'operator' })),
    acts(await given.user({ role: 'moderator' })),
  ]
  const direction = await given.registry.direction()
  const person = await given.registry.expert(direction, { familyName: 'Пеганкина' })
  const me = acts(await given.user({ person }))
  await erased(me, operator)
  await expect(
    stepIn(moderator, textKinds, { kind: 'name', id: person.id }, { step: 'pass' }),
  ).rejects.toMatchObject({
    code: 'conflict',
  })
  const shown = () => db.select().from(people).where(eq(people.id, person.id))
  const tries = [
    sql`update people set name_hidden_at = null where id = ${person.id}`,
    sql`update people set erased_at = null where id = ${person.id}`,
  ]
  for (const attempt of tries) {
    await expect(db.execute(attempt)).rejects.toThrow()
    await expect(web.execute(attempt)).rejects.toThrow()
  }
  // the setting by which the erasing is told is worth nothing to the web login
  await expect(
    web.transaction(async (tx) => {
      await tx.execute(sql`select set_config('rses.erasing', 'on', true)`)
      await tx.execute(sql`update people set name_hidden_at = null where id = ${person.id}`)
    }),
  ).rejects.toThrow()
  for (const field of ['name', 'work'] as const)
    await db
      .insert(disclosures)
      .values({ personId: person.id, field, ground: 'act', groundId: person.id, beganAt: new Date() })
  expect((await shown())[0]).toMatchObject({ nameOpen: false, workOpen: false })
})

test('of an entry that somebody claimed, the number before goes too', async ({ given, acts, db }) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const direction = await given.registry.direction()
  const entry = await given.registry.expert(direction, { open: false })
  const claimant = await given.user({
    person: await given.person({ familyName: 'Вертишейкина', givenName: 'Аглая' }),
    email: 'vertisheika@test.example',
  })
  await db.update(users).set({ emailConfirmedAt: new Date() }).where(eq(users.id, claimant.userId))
  const id = await claimEntry(acts(claimant), { number: String(entry.number), said: 'вертишейкины слова' })
  await confirmClaim(operator, id, 'вертишейкин паспорт')
  const me = { ...acts({ ...claimant, personId: entry.id }), db }
  await erased({ ...me, actor: { ...me.actor, personId: entry.id } }, operator)
  expect(await whereIs(db, 'вертишейкин')).toEqual([])
  expect(await whereIs(db, 'vertisheika')).toEqual([])
})
