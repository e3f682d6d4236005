import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import {
  listPapers,
  paperFiles,
  paperOf,
  paperOrganisations,
} from '#app/domain/documents/paper-list.server.ts'
import { draftPaper, issuePaper, savePaper } from '#app/domain/documents/papers.server.ts'
import { papers } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { paragraphsOf } from '#test/support/docx.ts'
import { shelf } from '#test/support/paper-shelf.ts'

test('refusals: others do not even learn that a paper exists', async ({ as, db, given }) => {
  const [mine, other] = [await given.organisation(), await given.organisation()]
  const owner = await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: mine.id })
  const stranger = await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: other.id })
  const id = await draftPaper(as(owner) as ActingCtx, { template: 'cover-letter', organisationId: mine.id })
  for (const actor of [
    null,
    await given.user(),
    stranger,
    await given.user({ role: 'secretary', scopeKind: 'organisation', scopeId: mine.id }),
  ]) {
    const ctx = as(actor) as ActingCtx
    const refused = { code: 'not-found' }
    await expect(paperOf(ctx, id)).rejects.toMatchObject(refused)
    await expect(savePaper(ctx, id, {})).rejects.toMatchObject(refused)
    await expect(issuePaper(ctx, shelf, id, { number: '1', day: '2026-03-02' })).rejects.toMatchObject(
      refused,
    )
    await expect(paperFiles(ctx, shelf, [id])).rejects.toMatchObject(refused)
    await expect(
      draftPaper(ctx, { template: 'cover-letter', organisationId: mine.id }),
    ).rejects.toMatchObject({ code: actor ? 'forbidden' : 'signed-out' })
  }
  expect((await listPapers(as(stranger) as ActingCtx)).rows).toEqual([])
  await expect(listPapers(as(await given.user()) as ActingCtx)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await paperOrganisations(as(owner) as ActingCtx)).toEqual([{ id: mine.id, name: mine.shortName }])
  await expect(
    draftPaper(as(owner) as ActingCtx, { template: 'no-such', organisationId: mine.id }),
  ).rejects.toMatchObject({ code: 'template-unknown' })
  expect(await db.select().from(papers).where(eq(papers.organisationId, other.id))).toEqual([])
})

test('a list goes by pages, and several papers are taken in the order asked for', async ({ as, given }) => {
  const { id: organisationId } = await given.organisation()
  const ctx = as(
    await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: organisationId }),
  ) as ActingCtx
  const ids: string[] = []
  for (let at = 0; at < 5; at++)
    ids.push(
      await draftPaper(ctx, {
        template: 'cover-letter',
        organisationId,
        fields: { subject: `письмо ${at}` },
      }),
    )
  const first = await listPapers(ctx, { limit: 3 })
  const second = await listPapers(ctx, { limit: 3, before: first.next })
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids.toReversed())
  expect(second.next).toBeUndefined()
  const asked = [ids[3], ids[1], ids[3]].flatMap((id) => id ?? [])
  const taken = await paperFiles(ctx, shelf, asked)
  expect(taken.map(({ bytes }) => paragraphsOf(bytes).find((text) => text.startsWith('письмо')))).toEqual([
    'письмо 3',
    'письмо 1',
  ])
  await expect(paperFiles(ctx, shelf, [])).rejects.toMatchObject({ code: 'paper-none' })
})
