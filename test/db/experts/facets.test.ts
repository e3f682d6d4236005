/** Status, subject and experience as filters of the registry, and the counts beside them. */
import { beforeEach, describe, expect } from 'vitest'
import { enterOrder } from '#app/domain/experts/entering.server.ts'
import { OrderEntry } from '#app/domain/experts/forms.ts'
import { registryPage } from '#app/domain/experts/registry.server.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { engagements } from '#db/schema/index.ts'
import { loadSubjects } from '#db/seed/reference.ts'
import { test } from '#test/support/database.ts'
import { countsAt, employ, filter, found, numbers, taught } from '#test/support/facet-room.ts'

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
