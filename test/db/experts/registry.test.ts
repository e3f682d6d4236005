import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Ctx } from '#app/domain/ctx.ts'
import { cardOf } from '#app/domain/experts/card.server.ts'
import { nameOf } from '#app/domain/experts/entries.server.ts'
import { orderBySlug } from '#app/domain/experts/orders.server.ts'
import { entriesAfter, matchingOf, registryPage } from '#app/domain/experts/registry.server.ts'
import { filterOf, printCursor, type RegistryCursor, readCursor } from '#app/domain/experts/registry.ts'
import { consents, disclosures, employments } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const day = '2026-03-02'
const filter = (query = '') => filterOf(new URLSearchParams(query), day)

async function numbersOf(ctx: Ctx, query: string, portion: number): Promise<number[]> {
  const numbers: number[] = []
  let after: RegistryCursor | null = null
  do {
    const page: Awaited<ReturnType<typeof entriesAfter>> = await entriesAfter(
      ctx,
      filter(query),
      await matchingOf(ctx, filter(query)),
      after,
      portion,
    )
    numbers.push(...page.entries.map(({ number }) => number))
    after = page.next && readCursor(printCursor(page.next))
  } while (after)
  return numbers
}

test('pages have no gap and no double, with namesakes and hidden names, at any size', async ({
  as,
  given,
}) => {
  const direction = await given.registry.direction()
  const made: number[] = []
  for (const [i, familyName] of [
    'Ясногорцева',
    'Ёлкина',
    'Елкина',
    'Жуковка',
    'Ясногорцева',
    'Ясногорцева',
  ].entries()) {
    made.push(
      (
        await given.registry.expert(direction, {
          familyName,
          givenName: 'Анна',
          patronymic: 'Львовна',
          open: i !== 3,
        })
      ).number,
    )
  }
  for (let i = 0; i < 4; i += 1) made.push((await given.registry.expert(direction, { open: false })).number)
  const all = await numbersOf(as(null), `direction=${direction.code}`, 100)
  expect([...all].sort((a, b) => a - b)).toEqual([...made].sort((a, b) => a - b))
  for (const portion of [1, 2, 3, 5])
    expect(await numbersOf(as(null), `direction=${direction.code}`, portion)).toEqual(all)
  const { counts } = await registryPage(as(null), filter(`direction=${direction.code}`), null, 3)
  expect(counts.total).toBe(made.length)
})

test('a status counts on its days only: from the first to the end of the last', async ({ as, given }) => {
  const direction = await given.registry.direction()
  const { number } = await given.registry.expert(direction, { during: '[2025-09-01,2026-09-01)' })
  const found = (on: string) => numbersOf(as(null), `direction=${direction.code}&day=${on}`, 10)
  expect(await found('2025-08-31')).toEqual([])
  expect(await found('2025-09-01')).toEqual([number])
  expect(await found('2026-08-31')).toEqual([number])
  expect(await found('2026-09-01')).toEqual([])
})

test('without ground the registry shows number, direction, order and days, and nothing finds the name', async ({
  as,
  given,
  db,
}) => {
  const direction = await given.registry.direction()
  const [town, person] = [
    await given.municipality(),
    await given.registry.expert(direction, { familyName: 'Скрытницына', open: false }),
  ]
  const school = await given.organisation({ municipalityId: town.id })
  await db
    .insert(employments)
    .values({ personId: person.id, organisationId: school.id, post: 'учитель', during: '[2020-01-01,)' })
  const of = async (query: string) => (await registryPage(as(null), filter(query), null, 10)).entries

  const [entry] = await of(`direction=${direction.code}`)
  expect(entry).toMatchObject({ number: person.number, name: null, work: null })
  expect(entry?.statuses).toMatchObject([{ direction: direction.code, from: '2025-09-01', to: '2028-09-01' }])
  expect(JSON.stringify(entry)).not.toContain('Скрытницына')
  expect(await of('q=Скрытницына')).toEqual([])
  expect(await of('q=Скрытницина')).toEqual([])
  expect(await of(`municipality=${town.code}`)).toEqual([])
  expect(await of(`organisation=${school.code}`)).toEqual([])
  expect(await of(`q=${person.number}`)).toHaveLength(1)
  const { counts } = await registryPage(as(null), filter(`direction=${direction.code}`), null, 10)
  expect(counts).toMatchObject({ total: 1, municipalities: [] })
})

test('a withdrawn consent hides name and work in list, card and order at once, and the counts stay', async ({
  as,
  given,
  db,
}) => {
  const direction = await given.registry.direction()
  const order = await given.registry.order()
  const person = await given.person({ familyName: 'Отзывалова' })
  await given.registry.status(person, direction, { by: order })
  const [consent] = await db
    .insert(consents)
    .values({ personId: person.id, kind: 'distribution', version: '1', textSha256: 'x', givenAt: new Date() })
    .returning()
  await db.insert(disclosures).values({
    personId: person.id,
    field: 'name',
    ground: 'consent',
    groundId: consent?.id,
    beganAt: new Date(),
  })
  const read = async () => {
    const page = await registryPage(as(null), filter(`direction=${direction.code}`), null, 10)
    const [card, paper] = [
      await cardOf(as(null), person.number),
      await orderBySlug(as(null), order.slug, 0, 10),
    ]
    return {
      total: page.counts.total,
      name: page.entries[0] && nameOf(page.entries[0]),
      card: card.name,
      item: paper.items[0]?.name,
    }
  }
  expect(await read()).toMatchObject({
    total: 1,
    name: expect.stringContaining('Отзывалова'),
    item: 'Как в приказе',
  })

  await db.update(consents).set({ withdrawnAt: new Date() }).where(eq(consents.personId, person.id))

  expect(await read()).toEqual({ total: 1, name: null, card: null, item: null })
  const operator = await given.user({ role: 'operator' })
  expect((await orderBySlug(as(operator), order.slug, 0, 10)).items[0]?.name).toBe('Как в приказе')
})

test('filters join: direction and tier on one status, then place of work; a facet does not narrow itself', async ({
  as,
  given,
  db,
}) => {
  const [one, two] = [await given.registry.direction(), await given.registry.direction({ tier: 'municipal' })]
  const [here, there] = [await given.municipality(), await given.municipality()]
  const [school, lyceum] = [
    await given.organisation({ municipalityId: here.id }),
    await given.organisation({ municipalityId: there.id }),
  ]
  const [first, second] = [await given.registry.expert(one), await given.registry.expert(two)]
  await db.insert(employments).values([
    { personId: first.id, organisationId: school.id, post: 'учитель', during: '[2020-01-01,)' },
    { personId: second.id, organisationId: lyceum.id, post: 'учитель', during: '[2020-01-01,)' },
  ])
  const both = `direction=${one.code}&direction=${two.code}`
  const numbers = (query: string) => numbersOf(as(null), query, 10)
  expect(await numbers(both)).toHaveLength(2)
  expect(await numbers(`${both}&tier=municipal`)).toEqual([second.number])
  expect(await numbers(`direction=${one.code}&tier=municipal`)).toEqual([])
  expect(await numbers(`${both}&municipality=${here.code}`)).toEqual([first.number])
  expect(await numbers(`${both}&organisation=${lyceum.code}`)).toEqual([second.number])
  const { counts } = await registryPage(as(null), filter(`${both}&municipality=${here.code}`), null, 10)
  expect(counts.total).toBe(1)
  expect(counts.municipalities).toMatchObject([
    { code: here.code, count: 1 },
    { code: there.code, count: 1 },
  ])
  expect(counts.directions.filter(({ code }) => [one.code, two.code].includes(code))).toMatchObject([
    { count: 1 },
    { count: 0 },
  ])
})

test('words find with ё as е, in any order, and with a typo when nothing is exact', async ({ as, given }) => {
  const direction = await given.registry.direction()
  const { number } = await given.registry.expert(direction, { familyName: 'Заозёрцева', givenName: 'Ульяна' })
  const of = async (q: string) => {
    const { entries, matching } = await registryPage(
      as(null),
      filter(`direction=${direction.code}&q=${encodeURIComponent(q)}`),
      null,
      10,
    )
    return [matching, ...entries.map((entry) => entry.number)]
  }
  expect(await of('заозерцева')).toEqual(['exact', number])
  expect(await of('Ульяна Заозёрц')).toEqual(['exact', number])
  expect(await of('Заозрцева')).toEqual(['similar', number])
  expect(await of('Кулебякин')).toEqual(['similar'])
  expect(await of('%')).toEqual(['similar'])
})

test('addresses that nobody would type are answered with a page', async ({ as }) => {
  const hostile = [
    'q=%00&direction=%00&day=%00',
    "q=';drop table people--",
    `q=${'ы'.repeat(10_000)}`,
    'q=%ED%A0%80',
    'q=%25%5C_',
    'day=2026-02-30',
    'day=0000-00-00',
    'day=99999-01-01',
    `q=${'9'.repeat(40)}`,
    'q=№ 999999999',
    `${'direction=x&'.repeat(500)}`,
    'municipality[]=1',
    'organisation=a b',
  ]
  for (const query of hostile) {
    const page = await registryPage(as(null), filter(query), null, 5)
    expect(page.entries.length).toBeLessThanOrEqual(5)
  }
  const cursors = [
    '',
    'x',
    '!!!',
    btoa('[]'),
    btoa('["a","b"]'),
    btoa('["\\u0000","","",1]'),
    btoa('[-1]'),
    btoa('[99999999999]'),
    btoa('[1.5]'),
    btoa('{"a":1}'),
    'A'.repeat(5000),
    btoa('[null,null,null,1]'),
  ]
  for (const cursor of cursors) expect(readCursor(cursor)).toBeNull()
  for (const after of [readCursor(btoa('[2147483647]')), readCursor(btoa('["","","",0]'))]) {
    expect(after).not.toBeNull()
    await registryPage(as(null), filter(), after, 5)
  }
})
