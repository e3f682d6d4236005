/** Status, subject, experience and place of work as filters of the registry, and the counts beside them. */
import { beforeEach, describe, expect } from 'vitest'
import type { Ctx } from '#app/domain/ctx.ts'
import { countsOf } from '#app/domain/experts/counts.server.ts'
import { enterOrder } from '#app/domain/experts/entering.server.ts'
import { OrderEntry } from '#app/domain/experts/forms.ts'
import { entriesAfter, matchingOf, registryPage } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { employments, engagements } from '#db/schema/index.ts'
import { loadSubjects } from '#db/seed/reference.ts'
import { type Given, test } from '#test/support/database.ts'

const today = '2026-03-02'
const filter = (query: string) => filterOf(new URLSearchParams(query), today)

async function found(ctx: Ctx, query: string) {
  const asked = filter(query)
  const { entries } = await entriesAfter(ctx, asked, await matchingOf(ctx, asked), null, 100)
  return entries.map(({ number }) => number).sort((a, b) => a - b)
}
const countsAt = async (ctx: Ctx, query: string, facet?: number) => {
  const asked = filter(query)
  const exactTo = facet === undefined ? null : { facet, total: facet }
  return countsOf(ctx, asked, await matchingOf(ctx, asked), exactTo)
}
const numbers = (...people: { number: number }[]) => people.map(({ number }) => number).sort((a, b) => a - b)

async function taught(given: Given, db: Db, post: string, open = true) {
  const direction = await given.registry.direction()
  const person = await given.registry.expert(direction, { open })
  await employ(db, person.id, (await given.organisation()).id, post)
  return { direction, person }
}
async function employ(
  db: Db,
  personId: string,
  organisationId: string,
  post: string,
  during = '[2020-01-01,)',
) {
  await db.insert(employments).values({ personId, organisationId, post, during })
}

describe('status', () => {
  test('ends soon, suspended, was before: each person under what the day says, with the days that were', async ({
    as,
    acts,
    given,
    db,
  }) => {
    const operator = acts(await given.user({ role: 'operator' }))
    const [direction, issuer] = [await given.registry.direction(), await given.organisation()]
    const [goes, soon, over, held] = [
      await given.registry.expert(direction, { during: '[2025-09-01,2028-09-01)' }),
      await given.registry.expert(direction, { during: '[2025-09-01,2026-05-01)' }),
      await given.registry.expert(direction, { during: '[2024-09-01,2025-09-01)' }),
      await given.registry.expert(direction, { during: '[2025-09-01,2028-09-01)' }),
    ]
    const entry = OrderEntry.parse({
      ...{
        issuer: issuer.code,
        number: '7',
        day: '2026-02-20',
        title: 'О приостановлении',
        effect: 'suspends',
      },
      parts: [
        {
          direction: direction.id,
          act: 'suspend',
          firstDay: '2026-02-20',
          lastDay: '2026-06-01',
          people: `№ ${held.number}`,
        },
      ],
    })
    const shown = await enterOrder(operator, entry)
    if (!('seal' in shown)) throw new RangeError('the order was registered at once')
    await enterOrder(operator, { ...entry, seen: shown.seal })

    const school = await given.organisation()
    await employ(db, held.id, school.id, 'учитель', '[2025-12-01,)')
    const of = (query: string) => found(as(null), `direction=${direction.code}${query}`)
    expect(await of('')).toEqual(numbers(goes, soon))
    expect(await of('&status=ending')).toEqual(numbers(soon))
    expect(await of('&status=suspended')).toEqual(numbers(held))
    expect(await of(`&status=suspended&organisation=${school.code}`)).toEqual(numbers(held))
    expect(await of('&status=former')).toEqual(numbers(over))
    expect(await of('&status=former&day=2025-01-01')).toEqual([])
    expect(await of('&day=2026-06-02')).toEqual(numbers(goes, held))
    expect(await of('&status=suspended&day=2026-06-02')).toEqual([])
    // the day before the suspension was entered nobody knew of it
    expect(await of('&status=suspended&known=2026-01-01')).toEqual([])

    const { counts, entries } = await registryPage(
      as(null),
      filter(`direction=${direction.code}&status=former`),
      null,
      10,
    )
    expect(counts.total).toBe(1)
    expect(counts.standings).toEqual([
      { code: 'current', count: 2 },
      { code: 'ending', count: 1 },
      { code: 'suspended', count: 1 },
      { code: 'former', count: 1 },
    ])
    expect(entries[0]?.statuses).toMatchObject([{ from: '2024-09-01', to: '2025-09-01' }])
  })

  test('who goes on in another direction was not before', async ({ as, given }) => {
    const [one, other] = [await given.registry.direction(), await given.registry.direction()]
    const person = await given.registry.expert(one, { during: '[2024-09-01,2025-09-01)' })
    await given.registry.status(person, other)
    expect(await found(as(null), `direction=${one.code}&status=former`)).toEqual([])
  })
})

describe('subject', () => {
  beforeEach<{ db: Db }>(({ db }) => loadSubjects(db, content()))

  test('is told by the post, two of them by one post, and not by a part of a word', async ({
    as,
    given,
    db,
  }) => {
    const { person, direction } = await taught(given, db, 'Учитель русского языка и литературы')
    const whole = `direction=${direction.code}`
    for (const subject of ['russian', 'literature'])
      expect([subject, await found(as(null), `${whole}&subject=${subject}`)]).toEqual([
        subject,
        numbers(person),
      ])
    expect(await found(as(null), `${whole}&subject=physics`)).toEqual([])
    expect(await found(as(null), `${whole}&subject=physics&subject=russian`)).toEqual(numbers(person))
    expect((await countsAt(as(null), whole)).subjects).toEqual([
      { code: 'literature', title: 'literature', count: 1 },
      { code: 'russian', title: 'russian', count: 1 },
    ])
    const { direction: other } = await taught(given, db, 'учитель физической культуры')
    expect((await countsAt(as(null), `direction=${other.code}`)).subjects.map(({ code }) => code)).toEqual([
      'sports',
    ])
  })

  test('follows the place of work: none where it is hidden, none of a post that is over', async ({
    as,
    given,
    db,
  }) => {
    const { direction: hidden } = await taught(given, db, 'учитель химии', false)
    expect(await found(as(null), `direction=${hidden.code}&subject=chemistry`)).toEqual([])
    expect((await countsAt(as(null), `direction=${hidden.code}`)).subjects).toEqual([])
    const direction = await given.registry.direction()
    const person = await given.registry.expert(direction)
    const school = await given.organisation()
    await employ(db, person.id, school.id, 'учитель химии', '[2020-01-01,2026-01-01)')
    await employ(db, person.id, school.id, 'учитель биологии', '[2026-01-01,)')
    const of = (query: string) => found(as(null), `direction=${direction.code}&${query}`)
    expect([await of('subject=chemistry'), await of('subject=biology')]).toEqual([[], numbers(person)])
    expect(await of('subject=chemistry&day=2025-10-01')).toEqual(numbers(person))
  })
})

describe('experience', () => {
  test('counts full years from the first status of any direction', async ({ as, given }) => {
    const [one, other] = [await given.registry.direction(), await given.registry.direction()]
    const person = await given.registry.expert(one, { during: '[2023-03-02,2024-03-02)' })
    await given.registry.status(person, other)
    const of = (query: string) => found(as(null), `direction=${other.code}&${query}`)
    expect(await of('years=3')).toEqual(numbers(person))
    expect(await of('years=3&day=2026-03-01')).toEqual([])
    expect(await of('years=4')).toEqual([])
    // as known then, asked of the ledger itself
    expect(await of('years=3&known=2026-03-01')).toEqual(numbers(person))
    expect((await countsAt(as(null), `direction=${other.code}`)).years).toEqual([
      { least: 1, count: 1 },
      { least: 3, count: 1 },
      { least: 5, count: 0 },
    ])
  })

  test('counts finished expertises, and never those of a hidden name', async ({ as, given, db }) => {
    const direction = await given.registry.direction()
    const [shown, hidden] = [
      await given.registry.expert(direction),
      await given.registry.expert(direction, { open: false }),
    ]
    const work = (personId: string, outcome: 'finished' | 'going', during: string) => ({
      ...{
        personId,
        outcome,
        during,
        kind: 'panel',
        objectKind: 'panel',
        role: 'expert',
        title: 'Экспертиза',
      },
      ...{ objectId: crypto.randomUUID(), inRegistry: true, recordedAt: new Date() },
    })
    await db
      .insert(engagements)
      .values([
        work(shown.id, 'finished', '[2025-10-01,2025-11-01)'),
        work(shown.id, 'going', '[2026-02-01,2026-05-01)'),
        work(hidden.id, 'finished', '[2025-10-01,2025-11-01)'),
      ])
    const of = (query: string) => found(as(null), `direction=${direction.code}&${query}`)
    expect(await of('expertises=1')).toEqual(numbers(shown))
    expect(await of('expertises=2')).toEqual([])
    expect(await of('expertises=1&day=2025-10-15')).toEqual([])
    expect((await countsAt(as(null), `direction=${direction.code}`)).expertises[0]).toEqual({
      least: 1,
      count: 1,
    })
  })
})

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
