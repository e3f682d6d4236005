/** The place of work as a filter of the registry, and how far counts go. */
import { expect } from 'vitest'
import { content } from '#content/load.ts'
import { loadSubjects } from '#db/seed/reference.ts'
import { test } from '#test/support/database.ts'
import { countsAt, employ, found, numbers } from '#test/support/facet-room.ts'

test('the place of work is found by words of its names, and each organisation found is a choice', async ({
  as,
  given,
  db,
}) => {
  const direction = await given.registry.direction()
  const word = `Ёлочкинская-${crypto.randomUUID().slice(0, 8)}`
  const [one, other] = [
    await given.organisation({ shortName: `${word} школа` }),
    await given.organisation({ aliases: [`СШ ${word}`] }),
  ]
  const [here, there, elsewhere] = [
    await given.registry.expert(direction),
    await given.registry.expert(direction),
    await given.registry.expert(direction),
  ]
  await employ(db, here.id, one.id, 'учитель')
  await employ(db, there.id, other.id, 'учитель')
  await employ(db, elsewhere.id, (await given.organisation()).id, 'учитель')
  const words = `work=${encodeURIComponent(word.toLowerCase().replace('ё', 'е'))}`
  expect(await found(as(null), words)).toEqual(numbers(here, there))
  const { organisations: choices } = await countsAt(as(null), `${words}&organisation=${one.code}`)
  expect(choices.map(({ code, count }) => [code, count]).sort()).toEqual(
    [
      [one.code, 1],
      [other.code, 1],
    ].sort(),
  )
  expect(await found(as(null), `${words}&organisation=${one.code}`)).toEqual(numbers(here))
  expect((await countsAt(as(null), words)).organisations).toHaveLength(2)
  expect(await found(as(null), 'work=%25')).not.toContain(here.number)
})

test('counts stop one beyond what they are exact to, whatever orders the rows', async ({ as, given, db }) => {
  await loadSubjects(db, content())
  const direction = await given.registry.direction()
  const school = await given.organisation()
  for (let i = 0; i < 4; i += 1) {
    const person = await given.registry.expert(direction, { during: '[2020-01-01,2026-04-01)' })
    await employ(db, person.id, school.id, 'учитель истории и обществознания')
  }
  const counts = await countsAt(as(null), `direction=${direction.code}`, 2)
  expect(counts.subjects.map(({ count }) => count)).toEqual([3, 3])
  expect(counts.standings.slice(0, 2).map(({ count }) => count)).toEqual([3, 3])
  expect(counts.years[0]?.count).toBe(3)
  expect((await countsAt(as(null), `direction=${direction.code}`)).years[0]?.count).toBe(4)
})
