import { desc } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import {
  discardDirectionDraft,
  restoreDirectionDraft,
  saveDirection,
  startDirectionDraft,
} from '#app/domain/experts/direction-drafting.server.ts'
import { directionDraft, directionDraftsListed } from '#app/domain/experts/direction-drafts.server.ts'
import { publishDirections } from '#app/domain/experts/direction-publishing.server.ts'
import { directionDrafts } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { fresh, headed, insertList, publish, reword, wordsOf } from '#test/support/given/direction-lists.ts'

describe('a draft', () => {
  test('of a stale revision is not written over', async ({ acts, db, given }) => {
    const { code } = await insertList(db, 'stale', '2060-01-01')
    const ctx = acts(await given.user({ role: 'ministry' }))
    const id = await startDirectionDraft(ctx, 'Два писца')
    const { rows, revision } = await directionDraft(ctx, id)
    const [row = fresh] = rows
    await saveDirection(ctx, id, code('gia'), wordsOf(row, revision, 1, { note: 'первый' }))
    await expect(
      saveDirection(ctx, id, code('gia'), wordsOf(row, revision, 1, { note: 'второй' })),
    ).rejects.toMatchObject({ code: 'stale' })
    const seen = await directionDraft(ctx, id)
    expect(seen.rows[0]).toMatchObject({ note: 'первый', fate: 'changed' })
    await expect(publishDirections(ctx, seen, revision)).rejects.toMatchObject({ code: 'stale' })
  })

  test('names organisations that exist, and no direction twice; a new one that leaves is gone', async ({
    acts,
    db,
    given,
  }) => {
    const { code } = await insertList(db, 'words', '2070-01-01')
    const body = await given.organisation()
    const ctx = acts(await given.user({ role: 'ministry' }))
    const id = await startDirectionDraft(ctx, 'Слова')
    await expect(reword(ctx, id, code('gia'), { participants: 'Нет такой' })).rejects.toMatchObject({
      ...{ code: 'directions-body', facts: { name: 'Нет такой' }, field: 'participants' },
    })
    await reword(ctx, id, code('gia'), { participants: `${body.shortName}\n${body.code}\n` })
    await expect(reword(ctx, id, code('olimp'), { shortTitle: code('gia') })).rejects.toMatchObject({
      ...{ code: 'directions-twice', field: 'shortTitle' },
    })
    const { revision } = await directionDraft(ctx, id)
    const made = await saveDirection(
      ctx,
      id,
      null,
      wordsOf(fresh, revision, 9, { shortTitle: code('gia').toUpperCase() }),
    )
    expect(made).toBe(`${code('gia')}-2`)
    await reword(ctx, id, code('olimp'), { fate: 'leaves', replacedBy: [made] })
    await reword(ctx, id, made, { fate: 'leaves' })
    const { rows } = await directionDraft(ctx, id)
    expect(rows.map((row) => [row.code, row.fate, row.participants, row.replacedBy])).toEqual([
      [code('gia'), 'changed', [body.code], []],
      [code('olimp'), 'leaves', [], []],
      [code('attest'), 'same', [], []],
    ])
    await expect(reword(ctx, id, 'no-such', { shortTitle: 'Нет', place: 1 })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('that was put aside is taken back within 30 days, and not changed meanwhile', async ({
    acts,
    db,
    given,
  }) => {
    await insertList(db, 'aside', '2080-01-01')
    const actor = await given.user({ role: 'ministry' })
    const ctx = acts(actor)
    const id = await startDirectionDraft(ctx, 'Отложенный')
    await discardDirectionDraft(ctx, id)
    await expect(headed(ctx, id, {})).rejects.toMatchObject({ code: 'conflict' })
    await expect(publish(ctx, id)).rejects.toMatchObject({ code: 'conflict' })
    await expect(discardDirectionDraft(ctx, id)).rejects.toMatchObject({ code: 'conflict' })
    const late = acts(actor, '2026-04-02T09:00:00Z')
    expect((await directionDraftsListed(late)).map((one) => one.id)).not.toContain(id)
    await expect(restoreDirectionDraft(late, id)).rejects.toMatchObject({ code: 'directions-discarded' })
    expect((await directionDraftsListed(ctx)).map((one) => one.id)).toContain(id)
    await restoreDirectionDraft(ctx, id)
    await headed(ctx, id, { firstDay: '2081-01-01' })
    const [kept] = await db.select().from(directionDrafts).orderBy(desc(directionDrafts.id)).limit(1)
    expect(kept).toMatchObject({ id, firstDay: '2081-01-01', discardedAt: null, revision: 2 })
  })
})
