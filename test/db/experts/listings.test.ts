import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, vi } from 'vitest'
import { countsOf } from '#app/domain/experts/counts.server.ts'
import { entriesAfter, matchingOf } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import type { Db } from '#db/client.ts'
import { consents, disclosures, employments, organisations, people, statuses } from '#db/schema/index.ts'
import { type Given, test } from '#test/support/database.ts'

/** Rows that are there and should not be, or should and are not; and people whose two derived columns tell otherwise. */
async function wrong(db: Db) {
  const rows = await db.execute(sql`
    (select 'too many' as what, person_id::text from (select * from listings except all select * from listing_rows) x)
    union all (select 'missing', person_id::text from (select * from listing_rows except all select * from listings) x)
    union all (select 'shown', p.id::text from people p join people_grounds g on g.id = p.id
      where (p.name_open, p.work_open, p.engagements_open) is distinct from (g.name_open, g.work_open, g.engagements_open))`)
  return [...rows]
}

const now = new Date('2026-03-02T09:00:00Z')

/** Somebody with a status, a school in a town and a consent, and everything that can happen to them. */
async function somebody(db: Db, given: Given) {
  const [direction, town] = [await given.registry.direction(), await given.municipality()]
  const person = await given.registry.expert(direction, { open: false, familyName: 'Перечневая' })
  const school = await given.organisation({ municipalityId: town.id })
  const mine = eq(statuses.personId, person.id)
  const consent = async () =>
    (
      await db
        .insert(consents)
        .values({
          ...{ personId: person.id, kind: 'distribution', version: '1' },
          textSha256: 'x',
          givenAt: now,
        })
        .returning()
    )[0]
  const acts = {
    consents: consent,
    withdraws: () => db.update(consents).set({ withdrawnAt: now }).where(eq(consents.personId, person.id)),
    isNamedByAnAct: () =>
      db.insert(disclosures).values({ personId: person.id, field: 'name', ground: 'act', beganAt: now }),
    isPlacedByConsent: async () =>
      db.insert(disclosures).values({
        ...{ personId: person.id, field: 'work', ground: 'consent', beganAt: now },
        groundId: (await consent())?.id,
      }),
    losesGrounds: () =>
      db.update(disclosures).set({ endedAt: now }).where(eq(disclosures.personId, person.id)),
    forgetsGrounds: () => db.delete(disclosures).where(eq(disclosures.personId, person.id)),
    works: () =>
      db.insert(employments).values({
        ...{ personId: person.id, organisationId: school.id, post: 'учитель', during: '[2020-01-01,)' },
      }),
    leaves: () =>
      db
        .update(employments)
        .set({ during: '[2020-01-01,2025-10-01)' })
        .where(eq(employments.personId, person.id)),
    neverWorked: () => db.delete(employments).where(eq(employments.personId, person.id)),
    schoolMoves: async () =>
      db
        .update(organisations)
        .set({ municipalityId: (await given.municipality()).id })
        .where(eq(organisations.id, school.id)),
    isHidden: () => db.update(people).set({ nameHiddenAt: now }).where(eq(people.id, person.id)),
    isRenamed: () => db.update(people).set({ familyName: 'Списочная' }).where(eq(people.id, person.id)),
    isMerged: async () =>
      db
        .update(people)
        .set({ mergedIntoId: (await given.person()).id })
        .where(eq(people.id, person.id)),
    isBelievedNoMore: () =>
      db
        .update(statuses)
        .set({ known: sql`tstzrange(lower(${statuses.known}), '2026-03-01')` })
        .where(mine),
    getsNothing: () => db.update(statuses).set({ during: 'empty' }).where(mine),
    isNoExpert: () => db.delete(statuses).where(mine),
  }
  return { person, acts }
}

test('whatever happens to a person, the list holds what the facts say, and nothing else', async ({
  db,
  given,
}) => {
  const names = Object.keys((await somebody(db, given)).acts) as (keyof Awaited<
    ReturnType<typeof somebody>
  >['acts'])[]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 12 }), async (steps) => {
      const { acts } = await somebody(db, given)
      for (const step of steps) {
        await acts[step]()
        expect(await wrong(db), steps.join(' ')).toEqual([])
      }
    }),
    { numRuns: 12, seed: 20_261_123 },
  )
})

test('who writes about a person while another has not finished waits, and lists both facts once', async ({
  db,
  given,
}) => {
  const { person, acts } = await somebody(db, given)
  await acts.consents()
  const [one, other] = [await given.organisation(), await given.organisation()]
  const works = (in_: Db, organisationId: string) =>
    in_
      .insert(employments)
      .values({ personId: person.id, organisationId, post: 'учитель', during: '[2020-01-01,)' })
  let second: Promise<unknown> = Promise.resolve()
  await db.transaction(async (first) => {
    await works(first as unknown as Db, one.id)
    second = works(db, other.id).execute()
    await vi.waitFor(async () => {
      const waiting = await db.execute(
        sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into "employments"%'`,
      )
      expect(waiting).toHaveLength(1)
    })
  })
  await second
  expect(await wrong(db)).toEqual([])
})

test('the web login reads what is listed and writes none of it', async ({ web, db, given }) => {
  const { person } = await somebody(db, given)
  const rows = await web.execute(sql`select * from listings where person_id = ${person.id}`)
  expect(rows).toHaveLength(1)
  for (const statement of [
    sql`update listings set family_name = 'Показанная'`,
    sql`delete from listings`,
    sql`insert into name_words (kind, word) values ('family', 'Чужая')`,
  ])
    await expect(web.execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('a name is found by any part of its words, ё as е, and with one typo in each word', async ({
  as,
  db,
  given,
}) => {
  const direction = await given.registry.direction()
  const { number } = await given.registry.expert(direction, {
    ...{ familyName: 'Ёжикова-Перепёлкина', givenName: 'Дарья', patronymic: 'Сергеевна' },
  })
  await given.registry.expert(direction, { familyName: 'Совсем', givenName: 'Иная', patronymic: 'Личность' })
  const found = async (q: string) => {
    const filter = filterOf(new URLSearchParams({ q, direction: direction.code }), '2026-03-02')
    const sought = await matchingOf(as(null), filter)
    const { entries } = await entriesAfter(as(null), filter, sought, null, 10)
    return { numbers: entries.map((entry) => entry.number), matching: sought.matching }
  }
  for (const q of ['ежикова', 'перепелк', 'Дарья ёжи', 'сергеевна дар', 'ПЕРЕПЁЛКИНА Сергеевна'])
    expect(await found(q), q).toEqual({ numbers: [number], matching: 'exact' })
  for (const q of ['Ежикова-Перепёлкена', 'Дарря Ежикова', 'Сергеевнна Дарья ежикова-перепелкна'])
    expect(await found(q), q).toEqual({ numbers: [number], matching: 'similar' })
  const { number: long } = await given.registry.expert(direction, { familyName: 'Златогорова' })
  // a third of its pieces are left, less than is asked of long words first
  expect(await found('Злвтогопова'), 'two typos').toEqual({ numbers: [long], matching: 'similar' })
  for (const q of ['%', '_', "'; drop", '\\']) expect((await found(q)).numbers, q).toEqual([])
  await db.update(people).set({ nameHiddenAt: now }).where(eq(people.number, number))
  expect((await found('ежикова')).numbers).toEqual([number])
})

test('counting stops one beyond what is told exactly, and goes to the end where nobody set an end', async ({
  as,
  given,
}) => {
  const direction = await given.registry.direction()
  for (let n = 0; n < 5; n += 1) await given.registry.expert(direction)
  const filter = filterOf(new URLSearchParams({ direction: direction.code }), '2026-03-02')
  const of = async (exactTo: { total: number; facet: number } | null) => {
    const counts = await countsOf(as(null), filter, await matchingOf(as(null), filter), exactTo)
    return [counts.total, counts.directions.find(({ code }) => code === direction.code)?.count]
  }
  expect(await of({ total: 3, facet: 2 })).toEqual([4, 3])
  expect(await of(null)).toEqual([5, 5])
})
