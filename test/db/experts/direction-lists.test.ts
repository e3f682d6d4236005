import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { cardOf } from '#app/domain/experts/card.server.ts'
import {
  discardDirectionDraft,
  saveDirection,
  saveListHead,
  startDirectionDraft,
} from '#app/domain/experts/direction-drafting.server.ts'
import {
  differencesOf,
  directionDraft,
  directionDraftsListed,
} from '#app/domain/experts/direction-drafts.server.ts'
import { ListHead } from '#app/domain/experts/direction-forms.ts'
import { obstaclesOf } from '#app/domain/experts/direction-publishing.server.ts'
import {
  directionByCode,
  directionChoices,
  directionsOfList,
  listOn,
  listsOfDirections,
} from '#app/domain/experts/directions.server.ts'
import { registryPage } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import { directionLists, directionVersions, documents, logEntries } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import {
  fresh,
  headed,
  insertList,
  paper,
  publish,
  reword,
  wordsOf,
} from '#test/support/given/direction-lists.ts'

test('a new list is prepared from the one in force, published, and changes no past day (case 7, counts)', async ({
  as,
  acts,
  db,
  given,
}) => {
  const { list, gia, olimp, attest, code } = await insertList(db, 'case7')
  await paper(db, 'order-case7')
  const staying = await given.registry.expert(gia, { during: '[2026-01-01,2028-01-01)' })
  const leaving = await given.registry.expert(olimp, { during: '[2026-01-01,2028-01-01)' })
  await given.registry.expert(olimp, { during: '[2026-01-01,2026-05-01)' })
  await given.registry.expert(attest, { during: '[2026-01-01,)', open: false })
  const ctx = acts(await given.user({ role: 'ministry' }))
  const filter = (query: string) => filterOf(new URLSearchParams(query), '2026-03-02')
  const told = async (now: string) => {
    const day = '2026-02-01'
    const pages = await Promise.all(
      [...['gia', 'olimp', 'attest'].map((name) => `day=${day}&direction=${code(name)}`), `day=${day}`].map(
        (query) => registryPage(as(null, { now }), filter(query), null, 50),
      ),
    )
    const cards = [staying, leaving].map(({ number }) =>
      cardOf(as(null, { now }), number, { day, known: null }),
    )
    return { pages, cards: await Promise.all(cards) }
  }
  const before = await told('2026-03-02T09:00:00Z')

  const id = await startDirectionDraft(ctx, 'Перечень 2026 года')
  expect((await directionDraft(ctx, id)).rows.map(({ fate }) => fate)).toEqual(['same', 'same', 'same'])
  await headed(ctx, id, { document: 'order-case7', firstDay: '2026-09-01' })
  const draft = await directionDraft(ctx, id)
  const added = await saveDirection(
    ctx,
    id,
    null,
    wordsOf(fresh, draft.revision, 1, { shortTitle: 'Программы воспитания' }),
  )
  expect(added).toBe('programmy-vospitaniya')
  await reword(ctx, id, code('gia'), { title: 'ГИА по-новому' })
  await reword(ctx, id, code('olimp'), { fate: 'leaves', replacedBy: [added, 'nothing', code('olimp')] })
  await reword(ctx, id, code('attest'), { fate: 'leaves' })

  expect(await differencesOf(ctx, await directionDraft(ctx, id))).toMatchObject({
    ...{ day: '2026-09-01', same: 0, added: [{ code: added }] },
    changed: [{ code: code('gia'), changes: [{ field: 'title', after: ['ГИА по-новому'] }] }],
    leaving: [
      // on the first day one of the two is an expert no more
      { code: code('olimp'), experts: 1, replacedBy: ['Программы воспитания'] },
      { code: code('attest'), experts: 1, replacedBy: [] },
    ],
  })
  expect(await publish(ctx, id)).toBe('2026')

  expect(await told('2026-03-02T09:00:00Z')).toEqual(before)
  expect(await told('2026-10-01T09:00:00Z')).toMatchObject({
    cards: before.cards.map(({ name }) => ({ name })),
  })
  // Some of the registry's own dates follow its clock, never its counts.
  const after = await told('2026-10-01T09:00:00Z')
  expect(after.pages.map(({ counts }) => counts.total)).toEqual(
    before.pages.map(({ counts }) => counts.total),
  )

  expect(await listOn(as(null), '2026-08-31')).toBe(list.code)
  expect(await listOn(as(null), '2026-09-01')).toBe('2026')
  expect((await listsOfDirections(as(null))).find((one) => one.code === list.code)).toMatchObject({
    ...{ endDay: '2026-09-01', now: true },
  })
  expect((await directionsOfList(as(null), list.code)).map(({ replacedBy }) => replacedBy)).toEqual([
    [{ code: code('gia'), title: code('gia') }],
    [{ code: added, title: 'Программы воспитания' }],
    [],
  ])
  expect((await directionsOfList(as(null), '2026')).map((row) => row.code)).toEqual([added, code('gia')])
  expect((await directionChoices(as(null))).map(({ title }) => title)).toContain('Программы воспитания')
  const entries = await db.select().from(logEntries).where(eq(logEntries.kind, 'directions.published'))
  expect(entries).toMatchObject([
    { actorId: ctx.actor.personId, facts: { firstDay: '2026-09-01', former: list.id } },
  ])
  await expect(directionDraft(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
})

test('the registry finds experts of one direction by orders of both lists', async ({
  as,
  acts,
  db,
  given,
}) => {
  const { gia, code } = await insertList(db, 'both', '2027-01-01')
  await paper(db, 'order-both')
  const ctx = acts(await given.user({ role: 'ministry' }))
  const id = await startDirectionDraft(ctx, 'Следующий')
  await headed(ctx, id, { document: 'order-both', firstDay: '2028-01-01' })
  const listed = await publish(ctx, id)
  const [next] = await db
    .select({ version: directionVersions })
    .from(directionVersions)
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(sql`${directionLists.code} = ${listed} and ${directionVersions.directionId} = ${gia.directionId}`)
  const version = next?.version ?? gia
  expect(version.id).not.toBe(gia.id)
  const [former] = await db.select().from(directionVersions).where(eq(directionVersions.id, gia.id))
  expect(former).toMatchObject({ replacedById: version.id, title: gia.title })
  const numbers = [
    (await given.registry.expert(gia, { during: '[2027-06-01,2029-01-01)' })).number,
    (await given.registry.expert(version, { during: '[2028-02-01,2029-01-01)' })).number,
  ]
  const query = new URLSearchParams(`day=2028-03-01&direction=${code('gia')}`)
  const page = await registryPage(
    as(null, { now: '2028-03-01T09:00:00Z' }),
    filterOf(query, '2028-03-01'),
    null,
    50,
  )
  expect(page.entries.map(({ number }) => number).sort()).toEqual(numbers.sort())
  const [counted] = page.counts.directions.filter((one) => one.code === code('gia'))
  expect(counted).toMatchObject({ count: 2 })
  // The page of the direction is headed by the version in force, before and after the day.
  expect(await directionByCode(as(null, { now: '2027-12-31T09:00:00Z' }), code('gia'))).toMatchObject({
    ...{ head: 1, now: true, ahead: false },
  })
  expect(await directionByCode(as(null, { now: '2028-01-01T09:00:00Z' }), code('gia'))).toMatchObject({
    head: 0,
  })
})

describe('a list is not published', () => {
  test('without an approving document that all see, a day that fits, or a direction', async ({
    acts,
    db,
    given,
  }) => {
    const { code } = await insertList(db, 'unfit', '2030-01-01')
    await paper(db, 'order-unfit', { publishedAt: null, day: '2031-06-01' })
    const ctx = acts(await given.user({ role: 'ministry' }))
    const id = await startDirectionDraft(ctx, 'Негодный')
    const obstacles = async () => obstaclesOf(ctx, await directionDraft(ctx, id))
    expect(await obstacles()).toEqual(['directions-no-document', 'directions-no-day'])
    await expect(publish(ctx, id)).rejects.toMatchObject({ code: 'directions-no-document' })
    await headed(ctx, id, { document: 'order-unfit', firstDay: '2030-01-01' })
    expect(await obstacles()).toEqual([
      ...['directions-document-hidden', 'directions-before', 'directions-before-document'],
    ])
    await headed(ctx, id, { document: 'order-unfit', firstDay: '2031-06-01' })
    await db.update(documents).set({ publishedAt: new Date() }).where(eq(documents.code, 'order-unfit'))
    for (const name of ['gia', 'olimp', 'attest']) await reword(ctx, id, code(name), { fate: 'leaves' })
    expect(await obstacles()).toEqual(['directions-empty'])
    await expect(headed(ctx, id, { document: 'no-such', firstDay: '2031-06-01' })).rejects.toMatchObject({
      ...{ code: 'document-unknown', field: 'document' },
    })
  })

  test('when another was published since, or twice at once', async ({ acts, db, given }) => {
    await insertList(db, 'race', '2040-01-01')
    await paper(db, 'order-race')
    const ctx = acts(await given.user({ role: 'ministry' }))
    const [one, other] = [await startDirectionDraft(ctx, 'Один'), await startDirectionDraft(ctx, 'Другой')]
    for (const id of [one, other]) await headed(ctx, id, { document: 'order-race', firstDay: '2041-01-01' })
    const results = await Promise.allSettled([one, one, other].map((id) => publish(ctx, id)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [left] = (await directionDraftsListed(ctx)).filter(({ title }) =>
      ['Один', 'Другой'].includes(title),
    )
    await expect(publish(ctx, left?.id ?? '')).rejects.toMatchObject({ code: 'directions-overtaken' })
    const lists = await db
      .select({ code: directionLists.code })
      .from(directionLists)
      .where(sql`lower(${directionLists.during}) = '2041-01-01'`)
    expect(lists).toEqual([{ code: '2041' }])
  })

  test('by who may not: others do not learn of drafts', async ({ acts, db, given }) => {
    await insertList(db, 'rights', '2050-01-01')
    const id = await startDirectionDraft(acts(await given.user({ role: 'ministry' })), 'Закрытый')
    for (const role of ['coordinator', 'operator', 'institute', 'admin', 'participant'] as const) {
      const ctx = acts(await given.user({ role }))
      const denied = { code: 'forbidden' }
      await expect(startDirectionDraft(ctx, 'Чужой')).rejects.toMatchObject(denied)
      await expect(directionDraftsListed(ctx)).rejects.toMatchObject(denied)
      await expect(directionDraft(ctx, id)).rejects.toMatchObject(denied)
      await expect(discardDirectionDraft(ctx, id)).rejects.toMatchObject(denied)
      await expect(saveListHead(ctx, id, ListHead.parse({ seen: 1, title: 'Чужой' }))).rejects.toMatchObject(
        denied,
      )
    }
  })
})
