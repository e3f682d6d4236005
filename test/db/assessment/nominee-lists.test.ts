/** Lists of a nomination: namesakes are chosen, the whole is taken back, reminders send the link again. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { undoNomination } from '#app/domain/assessment/nominees/nominating.server.ts'
import { enterNominationConsent } from '#app/domain/assessment/way/consenting.server.ts'
import { remindApplicant } from '#app/domain/assessment/way/reminding.server.ts'
import { chooseRows, rowsOfImport } from '#app/domain/organisations/imports.server.ts'
import { content } from '#content/load.ts'
import { applications, disclosures, employments } from '#db/schema/index.ts'
import { called, lettersTo, named, sent, verdicts } from '#test/support/nominees-room.ts'
import { test } from '#test/support/way-room.ts'

test('a namesake is a choice: open ones of elsewhere, own ones of another work; the same work says who it is', async ({
  way,
  given,
  db,
}) => {
  const name = { familyName: 'Тёзкин', givenName: 'Пётр', patronymic: 'Ильич' }
  const elsewhere = await given.person(name)
  await given.registry.disclose(elsewhere)
  await given.person({ ...name, familyName: 'Скрыткин' })
  const other = await given.organisation({ municipalityId: way.town.id })
  const worker = async (familyName: string, organisationId: string) => {
    const person = await given.person({ ...name, familyName })
    await db
      .insert(employments)
      .values({ personId: person.id, organisationId, post: 'учитель', during: '[2020-01-01,)' })
    return person
  }
  await worker('Соседкин', other.id)
  const colleague = await worker('Коллегин', way.school.id)
  const lines = ['Тезкин', 'Скрыткин', 'Соседкин', 'Коллегин'].map(
    (family) => `${family} Пётр Ильич; ; учитель`,
  )
  const office = { ...way, school: way.school }
  const { id } = await named(way.municipality, office, lines.join('\n'))
  expect(await verdicts(way.municipality, id)).toEqual([
    ...[
      ['probable', 'namesake', 1],
      ['new', '', 0],
    ],
    ...[
      ['probable', 'namesake', 1],
      ['same', 'by-work', 1],
    ],
  ])
  await expect(sent(way.municipality, id)).rejects.toMatchObject({ code: 'import-undecided' })
  const [first, , third] = (await rowsOfImport(way.municipality, id, {})).rows
  await chooseRows(way.municipality, id, [
    { at: first?.at ?? 0, choice: elsewhere.id, take: [] },
    { at: third?.at ?? 0, choice: 'new', take: [] },
  ])
  await sent(way.municipality, id)
  expect(await called({ db }, 'Тёзкин')).toHaveLength(1)
  expect(await called({ db }, 'Соседкин')).toHaveLength(2)
  expect(await called({ db }, 'Скрыткин')).toHaveLength(2)
  const rows = await db
    .select()
    .from(applications)
    .where(inArray(applications.personId, [elsewhere.id, colleague.id]))
  expect(rows).toHaveLength(2)

  await undoNomination(way.municipality, id, 'Не то письмо')
  const after = await db
    .select()
    .from(applications)
    .where(inArray(applications.personId, [elsewhere.id, colleague.id]))
  expect(after.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
})

test('a reminder sends the link again; who has answered keeps the list from being taken back', async ({
  way,
  acts,
  db,
}) => {
  const { id } = await named(way.head, way, 'Письмов Лев Львович; ; учитель; lev@test.example')
  await sent(way.head, id)
  const [person] = await called({ db }, 'Письмов')
  const of = eq(applications.personId, person?.id ?? '')
  const number = (await db.select().from(applications).where(of))[0]?.number ?? 0
  const later = acts({ ...way.head.actor, today: '2026-03-09' }, '2026-03-09T09:00:00Z')
  await remindApplicant(later, number)
  expect(await lettersTo({ db }, [person?.id ?? ''])).toHaveLength(2)
  await enterNominationConsent(way.organizer, number, { signedOn: '2026-03-01', scan: null })
  await expect(undoNomination(way.head, id, 'Поздно')).rejects.toMatchObject({ code: 'nomination-answered' })
})

test('of a namesake of elsewhere no more is told than the registry shows: no work that is closed', async ({
  way,
  given,
  db,
}) => {
  const name = { familyName: 'Чибисов', givenName: 'Пётр', patronymic: 'Ильич' }
  const house = await given.organisation({ shortName: 'Дом Чибиса' })
  const [closed, open] = [await given.person(name), await given.person(name)]
  for (const { id: personId } of [closed, open])
    await db
      .insert(employments)
      .values({ personId, organisationId: house.id, post: 'учитель', during: '[2020-01-01,)' })
  await given.registry.disclose(closed)
  await given.registry.disclose(open)
  await db
    .update(disclosures)
    .set({ endedAt: new Date() })
    .where(and(eq(disclosures.personId, closed.id), eq(disclosures.field, 'work')))
  const { id } = await named(way.municipality, way, 'Чибисов Пётр Ильич; ; учитель')
  const [row] = (await rowsOfImport(way.municipality, id, {})).rows
  const told = new Map(row?.matches.map((match) => [match.id, String(match.name)]))
  expect(told.get(open.id)).toContain('Дом Чибиса')
  expect(told.get(closed.id)).toContain('Чибисов')
  expect(told.get(closed.id)).not.toContain('Дом Чибиса')
})

test('one letter names as many people as content allows: more than five hundred go at once, one too many is told', async ({
  way,
  db,
}) => {
  const lines = (count: number) => {
    const sign = (n: number) => String.fromCharCode(0x430 + (n % 32))
    return Array.from({ length: count }, (_, n) => {
      const own = sign(n) + sign(Math.floor(n / 32)) + sign(Math.floor(n / 1024))
      return `Множко${own}в Лев Львович; ; учитель`
    }).join('\n')
  }
  const { rows } = content().applications.nominating
  await expect(named(way.head, way, lines(rows + 21))).rejects.toMatchObject({ code: 'too-many' })
  const { id } = await named(way.head, way, lines(1200))
  await sent(way.head, id)
  const [row] = await db.execute(sql`with made as (select a.id, a.number, s.id as step from applications a
      left join application_steps s on s.application_id = a.id and s.kind = 'nominated'
      where a.letter_id = (select settings->>'letter' from imports where id = ${id})::uuid)
    select count(*)::int as people, count(distinct number)::int as numbers, count(distinct step)::int as steps,
      (select count(*)::int from notifications n where n.object_id in (select step from made)
        and n.address in (select '/cabinet/applications/' || number from made)) as told,
      (select count(*)::int from log_entries l where l.object_id in (select id from made)) as logged from made`)
  expect(row).toEqual({ people: 1200, numbers: 1200, steps: 1200, told: 1200, logged: 1200 })
})
