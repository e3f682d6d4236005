/** The open interface as a program reads it: every answer fits its own description, and nothing closed leaves. */
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { resources } from '#app/web/handlers/api.ts'
import { content } from '#content/load.ts'
import { consents, disclosures, documents, employments } from '#db/schema/index.ts'
import { type Answer, served } from '#test/support/api-asker.ts'
import { test } from '#test/support/database.ts'
import { reviewsGiven } from '#test/support/given/reviews.ts'

const ofAll = { headers: {} }

test('every answer fits the description of the interface, and holds no field that it does not name', async ({
  database,
  given,
  db,
}) => {
  const direction = await given.registry.direction()
  const town = await given.municipality()
  const school = await given.organisation({ municipalityId: town.id })
  const order = await given.registry.order()
  const shown = await given.person({ familyName: 'Показанная' })
  await given.registry.disclose(shown)
  await given.registry.status(shown, direction, { by: order })
  await db
    .insert(employments)
    .values({ personId: shown.id, organisationId: school.id, post: 'учитель', during: '[2020-01-01,)' })
  const hidden = await given.registry.expert(direction, { familyName: 'Скрытницкая', open: false })
  await db.insert(documents).values({
    ...{ code: 'prikaz-otkrytyj', kind: 'order', tier: 'regional', issuer: 'Министерство', number: '7' },
    ...{ title: 'О порядке', inForce: '[2025-01-01,2027-01-01)', publishedAt: new Date(), source: 'site' },
  })
  await reviewsGiven(db).discussed()

  await served(database, async (ask) => {
    const { body: described } = await ask('/api/v1/openapi.json', ofAll)
    const ajv = new Ajv2020({ strict: false, formats: { uri: /^https:\/\// } })
    ajv.addSchema({ $id: 'doc', ...described } as AnySchema)
    const parts: Record<string, string> = {
      number: String(shown.number),
      slug: order.slug,
      code: direction.code,
    }
    const codes: Record<string, string> = {
      '/organisations/{code}': school.code,
      '/documents/{code}': 'prikaz-otkrytyj',
    }
    for (const { id, path } of resources) {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => codes[path] ?? parts[name] ?? '')
      const { status, body } = await ask(`/api/v1${filled}`)
      expect([path, status]).toEqual([path, 200])
      const fits = ajv.getSchema(`doc#/components/schemas/${id[0]?.toUpperCase()}${id.slice(1)}Answer`)
      expect(fits).toBeDefined()
      expect([path, fits?.(body), fits?.errors]).toEqual([path, true, null])
      expect(fits?.({ ...body, closed: 1 })).toBe(false)
      if (Array.isArray(body.data)) expect([path, body.data.length > 0]).toEqual([path, true])
      expect(JSON.stringify(body)).not.toContain('Скрытницкая')
    }
    const { body } = await ask(`/api/v1/experts?direction=${direction.code}`)
    expect(body.data).toMatchObject([
      { number: shown.number, name: { family: 'Показанная' }, work: { organisationCode: school.code } },
      { number: hidden.number, name: null, work: null, finishedExpertises: null },
    ])
  })
})

test('pages follow one another without gap or double, a tag saves the second answer, the two days are told', async ({
  database,
  given,
}) => {
  const direction = await given.registry.direction()
  const numbers: number[] = []
  for (let at = 0; at < 5; at += 1)
    numbers.push((await given.registry.expert(direction, { open: at < 3 })).number)
  await served(database, async (ask) => {
    const found: number[] = []
    let next: string | null = `/api/v1/experts?direction=${direction.code}&limit=2&day=2026-01-01`
    let pages = 0
    while (next) {
      const { body, headers }: Answer = await ask(next)
      found.push(...(body.data as { number: number }[]).map(({ number }) => number))
      expect(body.asOf).toEqual({ day: '2026-01-01', known: null })
      next = body.next as string | null
      expect(headers.get('link')).toBe(next && `<${next}>; rel="next"`)
      pages += 1
    }
    expect(pages).toBe(3)
    expect([...found].sort()).toEqual([...numbers].sort())
    const path = `/api/v1/experts?direction=${direction.code}`
    const first = await ask(path)
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const again = await ask(path, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    const early = await ask(`${path}&known=2025-01-01`)
    expect(early.body).toMatchObject({ data: [], asOf: { day: '2026-03-02', known: '2025-01-01' } })
    const { body } = await ask(`/api/v1/experts/counts?direction=${direction.code}`)
    expect(body).toMatchObject({ total: 5, tiers: [{ tier: 'regional', count: 5 }] })
  })
})

test('a withdrawn consent hides the name on the very next request, whatever tag the asker holds', async ({
  database,
  given,
  db,
}) => {
  const direction = await given.registry.direction()
  const person = await given.person({ familyName: 'Отозванова' })
  await given.registry.status(person, direction)
  const [consent] = await db
    .insert(consents)
    .values({ personId: person.id, kind: 'distribution', version: '1', textSha256: 'x', givenAt: new Date() })
    .returning()
  await db.insert(disclosures).values({
    ...{ personId: person.id, field: 'name', ground: 'consent', groundId: consent?.id },
    beganAt: new Date(),
  })
  await served(database, async (ask) => {
    const path = `/api/v1/experts/${person.number}`
    const before = await ask(path)
    expect(before.body.name).toMatchObject({ family: 'Отозванова' })
    await db.update(consents).set({ withdrawnAt: new Date() })
    const after = await ask(path, { headers: { 'If-None-Match': before.headers.get('etag') ?? '' } })
    expect([after.status, after.body.name]).toEqual([200, null])
    expect((await ask(`/api/v1/experts?q=Отозванова&direction=${direction.code}`)).body.data).toEqual([])
  })
})

test('what cannot be answered is refused with what is wrong, in the language that is asked for', async ({
  database,
}) => {
  await served(database, async (ask) => {
    const faultsOf = async (query: string) => {
      const { status, headers, body } = await ask(`/api/v1/experts?${query}`)
      expect([query, status]).toEqual([query, 400])
      expect(headers.get('content-type')).toContain('application/problem+json')
      expect(headers.get('access-control-allow-origin')).toBe('*')
      return (body.errors as { parameter: string; code: string }[]).map(
        (one) => `${one.parameter} ${one.code}`,
      )
    }
    expect(await faultsOf('sort=name')).toEqual(['sort unknown-parameter'])
    expect(await faultsOf('__proto__=1&constructor=2')).toEqual([
      '__proto__ unknown-parameter',
      'constructor unknown-parameter',
    ])
    expect(await faultsOf('day=2026-02-30&tier=global&limit=0')).toEqual([
      'day day',
      'limit limit',
      'tier tier',
    ])
    expect(await faultsOf('day=2026-01-01&day=2026-01-02')).toEqual(['day repeated'])
    expect(await faultsOf('known=2026-03-03')).toEqual(['known known-ahead'])
    expect(await faultsOf('after=x')).toEqual(['after cursor'])
    expect(await faultsOf("direction='")).toEqual(['direction code'])
    expect(await faultsOf(`q=${'ы'.repeat(101)}`)).toEqual(['q words'])
    expect(await faultsOf(`${'direction=x&'.repeat(61)}`)).toEqual(['direction too-many-values'])
    for (const path of [
      '/experts/0',
      '/experts/x',
      '/orders/%27',
      '/nothing',
      '/organisations/x',
      '/drafts/x',
    ])
      expect([path, (await ask(`/api/v1${path}`)).status]).toEqual([path, 404])
    for (const path of [
      '/orders?after=x',
      '/documents?after=1',
      '/organisations?after=%D1%8F',
      '/drafts?after=1',
    ])
      expect([path, (await ask(`/api/v1${path}`)).status]).toEqual([path, 400])
    const english = await ask('/api/v1/experts?day=x', { headers: { 'Accept-Language': 'en' } })
    expect(english.body.title).toBe('The request is not right')
    expect((await ask('/api/v1/experts?day=x')).body.title).toBe('Запрос задан неверно')
    expect((await ask('/api/v1/experts', { method: 'DELETE' })).status).toBe(405)
    expect((await ask('/api/v1/experts', { method: 'OPTIONS' })).status).toBe(204)
  })
})

test('who asks too often is told when to come back', async ({ database }) => {
  await served(database, async (ask) => {
    const { count } = content().settings.rates.apiPerAddress
    const answers = await Promise.all(Array.from({ length: count + 1 }, () => ask('/api/v1')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(count)
    const refused = answers.find(({ status }) => status === 429)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused?.body).toMatchObject({ status: 429, title: 'Слишком часто' })
  })
})
