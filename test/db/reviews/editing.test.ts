/** Words of a remark changed by its author: with history, and files beside it that only readers of the words reach. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { attachmentOf } from '#app/domain/reviews/remarks/attaching.server.ts'
import { editRemark } from '#app/domain/reviews/remarks/editing.server.ts'
import { reviewTexts } from '#app/domain/reviews/remarks/moderated.server.ts'
import { leaveRemark, withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { remarkRevisions } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const pdf = (words: string) => new TextEncoder().encode(`%PDF-1.7\n${words}`)

test('what a remark said before stays in its history for every reader, until the words are hidden', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft, { kind: 'proposal', body: 'Первые слова' })
  const change = { kind: 'proposal', body: 'Вторые слова', grounds: 'Опыт школы' } as const
  await editRemark(acts(author), id, { ...change, replacement: 'лист эксперта' })
  await editRemark(acts(author), id, { ...change, replacement: 'лист эксперта' })
  const { remark, revisions } = await threadOf(as(null), draft.id, number)
  expect(remark).toMatchObject({ body: 'Вторые слова', grounds: 'Опыт школы', replacement: 'лист эксперта' })
  expect(revisions).toMatchObject([{ body: 'Первые слова', replacement: null, grounds: '' }])

  const moderator = await given.user({ role: 'moderator' })
  await stepIn(
    acts(moderator),
    reviewTexts,
    { kind: 'remark', id },
    { step: 'hide', reason: 'insult', words: 'Грубо' },
  )
  expect((await threadOf(as(null), draft.id, number)).revisions).toEqual([])
  expect((await threadOf(acts(author), draft.id, number)).revisions).toHaveLength(1)
  await withdrawRemark(acts(author), id)
  expect((await threadOf(acts(author), draft.id, number)).revisions).toEqual([])
  await expect(db.delete(remarkRevisions).where(sql`true`)).rejects.toThrow()
})

test('after a decision words stay, also when both come at once', async ({ given, acts, as }) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft, { body: 'Слова до решения' })
  const both = await Promise.allSettled([
    decide(acts(draft.institute), id, { decision: 'noted', reason: 'Принято', seen: null }),
    editRemark(acts(author), id, { kind: 'criticism', body: 'Слова вдогонку' }),
  ])
  expect(both[0].status).toBe('fulfilled')
  const { remark, revisions } = await threadOf(as(null), draft.id, number)
  if (both[1].status === 'rejected')
    expect(both[1].reason).toMatchObject({ code: expect.stringMatching(/decided|answered/) })
  expect(remark.body).toBe(both[1].status === 'fulfilled' ? 'Слова вдогонку' : 'Слова до решения')
  expect(revisions).toHaveLength(both[1].status === 'fulfilled' ? 1 : 0)
  await expect(editRemark(acts(author), id, { kind: 'criticism', body: 'Позже' })).rejects.toMatchObject({
    code: 'remark-decided',
  })
})

test('words to add and to leave out become the wording of the passage', async ({ given, as }) => {
  const draft = await given.discussed()
  const proposal = { kind: 'proposal', words: 'экспертный лист' } as const
  const { number } = await given.remark(draft, { ...proposal, way: 'after', replacement: 'и анкету' })
  const other = await given.remark(draft, { ...proposal, way: 'remove' })
  expect((await threadOf(as(null), draft.id, number)).remark.replacement).toBe('экспертный лист и анкету')
  expect((await threadOf(as(null), draft.id, other.number)).remark.replacement).toBe('')
})

test('a file is judged by its bytes and reached only through words that may be read', async ({
  given,
  acts,
  as,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'rses-files-'))
  const draft = await given.discussed()
  const author = await given.user()
  const blocks = await given.blocks(draft)
  const send = (body: string, files: { name: string; bytes: Uint8Array }[]) =>
    leaveRemark(
      acts(author),
      {
        draftId: draft.id,
        versionId: draft.versionId,
        fromBlockId: blocks[0]?.blockId ?? '',
        kind: 'criticism',
        body,
      },
      { dataDir, files },
    )
  await expect(
    send('С программой', [{ name: 'список.pdf', bytes: new Uint8Array([0x4d, 0x5a, 0, 1]) }]),
  ).rejects.toMatchObject({ code: 'file-type' })
  await expect(
    send(
      'Шесть файлов',
      Array.from({ length: 6 }, (_, at) => ({ name: `${at}.pdf`, bytes: pdf(`${at}`) })),
    ),
  ).rejects.toMatchObject({ code: 'files-many' })
  const { id, number } = await send('С расчётом', [{ name: '../../расчёт\u202e.pdf', bytes: pdf('расчёт') }])
  const { files } = await threadOf(as(null), draft.id, number)
  expect(files).toMatchObject([{ mediaType: 'application/pdf' }])
  expect(files[0]?.name).not.toMatch(/[/\u202e]/)
  const fileId = files[0]?.id ?? ''
  await attachmentOf(as(null), draft.id, number, fileId)
  const elsewhere = await given.discussed()
  await expect(attachmentOf(as(null), elsewhere.id, number, fileId)).rejects.toMatchObject({
    code: 'not-found',
  })
  await withdrawRemark(acts(author), id)
  await expect(attachmentOf(acts(author), draft.id, number, fileId)).rejects.toMatchObject({
    code: 'not-found',
  })
})
