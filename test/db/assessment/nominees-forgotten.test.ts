/** What is left of somebody whom only a nomination told of, and who never consented. */
import { eq, inArray } from 'drizzle-orm'
import { expect } from 'vitest'
import { forgetNominees } from '#app/domain/assessment/nominees/forgetting.server.ts'
import { undoNomination } from '#app/domain/assessment/nominees/nominating.server.ts'
import { enterNominationConsent } from '#app/domain/assessment/way/consenting.server.ts'
import { recallNomination } from '#app/domain/assessment/way/nominating.server.ts'
import { erasedOf } from '#app/domain/experts/erasing/erasures.server.ts'
import type { Db } from '#db/client.ts'
import { activationCodes, applications, employments, erasures } from '#db/schema/index.ts'
import { whereIs } from '#test/support/given/found-words.ts'
import { called, named, scan, sent } from '#test/support/nominees-room.ts'
import { test } from '#test/support/way-room.ts'

const zone = 'Asia/Yekaterinburg'
const atNight = (db: Db, day: string) =>
  forgetNominees({ db, actor: null, now: new Date(`${day}T21:17:00Z`), zone })
const linkFor = (db: Db, personId: string, issuedById: string) =>
  db.insert(activationCodes).values({
    ...{ personId, kind: 'letter', hash: personId, issuedById },
    ...{ issuedAt: new Date('2026-03-02T09:00:00Z'), expiresAt: new Date('2026-04-02T09:00:00Z') },
  })
const applicationOf = async (db: Db, personId: string) => {
  const [row] = await db.select().from(applications).where(eq(applications.personId, personId))
  return row as typeof applications.$inferSelect
}

test('silence and refusal leave no name after the term and the days beyond it; who consented or signs in stays', async ({
  way,
  given,
  db,
}) => {
  const lines = ['Молчанова-Первая Ада', 'Согласова Вера', 'Вошедшая Зоя', 'Отозванова Яна']
  const { id } = await named(way.head, way, lines.map((name) => `${name}; ; учитель`).join('\n'))
  await sent(way.head, id)
  const one = async (family: string) => (await called({ db }, family))[0]?.id ?? ''
  const [silent, willing, inside, recalled] = [
    await one('Молчанова-Первая'),
    await one('Согласова'),
    await one('Вошедшая'),
    await one('Отозванова'),
  ]
  const { number } = await applicationOf(db, willing)
  await enterNominationConsent(way.organizer, number, { signedOn: '2026-03-02', scan })
  const [person] = await called({ db }, 'Вошедшая')
  await given.user({ person: person as never })
  await recallNomination(way.head, (await applicationOf(db, recalled)).number)
  // the term is 14 days, and 30 more
  expect(await atNight(db, '2026-03-31')).toBe(0)
  expect(await atNight(db, '2026-04-02')).toBe(1)
  expect(await called({ db }, 'Отозванова')).toEqual([])
  expect(await called({ db }, 'Молчанова-Первая')).toHaveLength(1)
  expect(await atNight(db, '2026-04-16')).toBe(1)
  expect(await atNight(db, '2026-04-17')).toBe(0)
  expect(await whereIs(db, 'Молчанова-Первая')).toEqual([])
  expect(await applicationOf(db, silent)).toMatchObject({ state: 'withdrawn', due: null })
  expect(
    await db
      .select()
      .from(erasures)
      .where(inArray(erasures.personId, [silent, recalled])),
  ).toMatchObject([{ state: 'done', reason: expect.stringContaining('не дал согласия') }, { state: 'done' }])
  expect([await one('Согласова'), await one('Вошедшая')]).toEqual([willing, inside])
  const { asked, logged } = await erasedOf(db)
  expect(logged).toBe(asked)
})

test('a nomination taken back ends the link it brought, for one and for the whole letter', async ({
  way,
  db,
}) => {
  const { id } = await named(way.head, way, 'Ссылкина Ада; ; учитель\nСсылкина Вера; ; учитель')
  await sent(way.head, id)
  const [ada, vera] = await called({ db }, 'Ссылкина')
  for (const one of [ada, vera]) await linkFor(db, one?.id ?? '', way.head.actor.personId)
  const ended = async () =>
    (
      await db
        .select()
        .from(activationCodes)
        .where(inArray(activationCodes.personId, [ada?.id ?? '', vera?.id ?? '']))
    )
      .filter(({ endedAt }) => endedAt)
      .map(({ personId }) => personId)
  await recallNomination(way.head, (await applicationOf(db, ada?.id ?? '')).number)
  expect(await ended()).toEqual([ada?.id])
  await undoNomination(way.head, id, 'не те люди')
  expect((await ended()).sort()).toEqual([ada?.id, vera?.id].sort())
})

test('somebody whom the registry knew before is not forgotten for a nomination without an answer', async ({
  way,
  given,
  db,
}) => {
  const known = await given.person({ familyName: 'Давнишняя', givenName: 'Ада' })
  const work = { personId: known.id, organisationId: way.school.id, post: 'учитель', during: '[2020-01-01,)' }
  await db.insert(employments).values(work)
  expect(await named(way.head, way, `№ ${known.number}`)).toMatchObject({ sent: true })
  expect(await applicationOf(db, known.id)).toMatchObject({ state: 'nominated' })
  await atNight(db, '2030-01-01')
  expect(await called({ db }, 'Давнишняя')).toHaveLength(1)
})
