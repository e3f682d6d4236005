import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { ownFilters, removeFilter, saveFilter } from '#app/domain/experts/saved-filters.server.ts'
import { content } from '#content/load.ts'
import { logEntries } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('a filter is kept under a name, replaced under the same, and seen and removed by its owner alone', async ({
  given,
  acts,
  db,
}) => {
  const [one, other] = [acts(await given.user()), acts(await given.user())]
  await saveFilter(one, { name: 'ГИА', query: 'direction=gia&day=bad&x=<script>&direction=../x&q=%00' })
  expect(await ownFilters(one)).toMatchObject([{ name: 'ГИА', query: 'direction=gia' }])
  await saveFilter(one, { name: 'ГИА', query: 'q=Иванова&tier=regional' })
  const [kept] = await ownFilters(one)
  expect(new URLSearchParams(kept?.query).get('q')).toBe('Иванова')
  expect(await ownFilters(other)).toEqual([])
  await removeFilter(other, kept?.id ?? '')
  expect(await ownFilters(one)).toHaveLength(1)
  await removeFilter(one, kept?.id ?? '')
  await removeFilter(one, kept?.id ?? '')
  expect(await ownFilters(one)).toEqual([])
  const told = await db.select().from(logEntries).where(eq(logEntries.actorId, one.actor.personId))
  expect(told.map(({ kind }) => kind).sort()).toEqual(['filter.removed', 'filter.saved', 'filter.saved'])
  expect(JSON.stringify(told)).not.toContain('Иванова')
})

test('nothing chosen is nothing to keep, and there is an end to them, in a race too', async ({
  given,
  acts,
}) => {
  const one = acts(await given.user())
  await expect(saveFilter(one, { name: 'Все', query: 'x=1' })).rejects.toMatchObject({ code: 'filter-empty' })
  const most = content().settings.savedFilters
  const asked = Array.from({ length: most + 5 }, (_, at) =>
    saveFilter(one, { name: `№ ${at}`, query: 'q=а' }),
  )
  const refused = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(5)
  expect(await ownFilters(one)).toHaveLength(most)
})
