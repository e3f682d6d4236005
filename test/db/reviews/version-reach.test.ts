import { expect } from 'vitest'
import { viewerOf } from '#app/domain/ctx.ts'
import { draftBySlug, versionBody, versionView } from '#app/domain/reviews/queries.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import { searchAll } from '#search/engine.ts'
import { test } from '#test/support/database.ts'

test('the next version of a published draft is its developer’s alone until it is published', async ({
  given,
  as,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const institute = acts(draft.institute)
  const next = await beginVersion(institute, draft.id)
  const doc = docFromPlain('Потаённовидная редакция.').doc
  await saveVersion(institute, next.id, { doc, edition: 1, note: 'Ещё не решено' })

  const others = [as(null), acts(await given.user()), acts(await given.developer())]
  for (const ctx of others) {
    const { versions, current } = await draftBySlug(ctx, draft.slug)
    expect(versions.map(({ number }) => number)).toEqual([1])
    expect(current?.number).toBe(1)
    await expect(versionBody(ctx, next.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(versionView(ctx, draft.id, 2)).rejects.toMatchObject({ code: 'not-found' })
    expect((await searchAll(db, viewerOf(ctx), 'потаённовидная')).count).toBe(0)
  }
  expect((await draftBySlug(institute, draft.slug)).versions.map(({ number }) => number)).toEqual([2, 1])
  expect((await versionBody(institute, next.id)).note).toBe('Ещё не решено')

  await publishVersion(institute, next.id, await seenAll(institute, draft.id, 'Первые правки'))
  for (const ctx of others) {
    expect((await draftBySlug(ctx, draft.slug)).current?.number).toBe(2)
    expect((await versionBody(ctx, next.id)).number).toBe(2)
  }
})
