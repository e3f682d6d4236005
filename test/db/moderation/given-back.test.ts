/** What moderation gave back to its author is read by nobody again: not in a published summary, not in a history. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { appeal, sendCorrected } from '#app/domain/moderation/answering.server.ts'
import { decideCase, stepIn } from '#app/domain/moderation/intervening.server.ts'
import { ownInterventions, queueOf } from '#app/domain/moderation/queue.server.ts'
import type { CorrectedWords } from '#app/domain/moderation/texts.ts'
import { dissent } from '#app/domain/reviews/inner/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/inner/filing.server.ts'
import { gatherItem } from '#app/domain/reviews/inner/gathering.server.ts'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { editRemark } from '#app/domain/reviews/remarks/editing.server.ts'
import { objectToRecord } from '#app/domain/reviews/remarks/objecting.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { summaryManifest } from '#app/domain/reviews/summary/manifest.server.ts'
import { publishedSummary, publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { summaries } from '#db/schema/index.ts'
import { closedStage } from '#test/db/reviews/closed-stage.ts'
import { test } from '#test/support/database.ts'
import { draftOutletsOf, said } from './outlets.ts'

const LATER = '2026-03-04T10:00:00Z'
const back = { step: 'return', reason: 'insult' } as const

/** A moderator gives a text back, its author corrects it, another look lets it through. */
async function corrected(
  moderator: ActingCtx,
  author: ActingCtx,
  ref: { kind: string; id: string },
  words: string,
) {
  const id = await stepIn(moderator, textKinds, ref, back)
  await sendCorrected(author, textKinds, id, { body: words })
  await letThrough(moderator, ref.id)
}

async function letThrough(moderator: ActingCtx, id: string) {
  const { rows } = await queueOf(moderator, textKinds, {})
  const waiting = rows.find(({ text }) => text.id === id)
  await decideCase(moderator, textKinds, waiting?.id ?? '', { step: 'pass' })
}

const first = { remark: 'pervyegruby', objection: 'pervozhaloba', dissent: 'pervomnenie' }
const today = { remark: 'vtoryevezhlivy', objection: 'vtorozhaloba', dissent: 'vtoromnenie' }

test('a published summary says what its authors corrected, and never what was given back to them', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft, { body: first.remark })
  const objection = await objectToRecord(acts(author), id, first.objection)
  const { inner, head, member } = await closedStage({ given, acts, db }, draft)
  const words = { kind: 'criticism', weight: 'editorial', body: 'Позиция', grounds: '' } as const
  await gatherItem(acts(head), inner.id, { ...words, replacement: '', remarks: [1], place: 1 })
  await dissent(acts(member), inner.id, first.dissent)
  await signPosition(acts(head), inner.id, 'Директор')
  const [position] = await positionsOf(as(null), draft.id)
  const { sha256 } = await publishSummary(acts(draft.institute), draft.id, { unansweredReason: 'Проба' })
  const published = await publishedSummary(as(null), draft.id)
  expect(published).toMatchObject({ changed: [], corrected: new Set() })
  // a summary of the time when objections had no id
  const old = structuredClone(published?.body) as NonNullable<typeof published>['body']
  for (const row of old.rows) for (const one of row.objections ?? []) delete one.id
  const walk = (ctx = as(null)) => draftOutletsOf(ctx, draft)
  const before = await walk()
  const files = ['summary', 'xlsx', 'docx', 'pdf']
  for (const word of Object.values(first)) expect(said(before, word)).toEqual(expect.arrayContaining(files))

  const moderator = acts(await given.user({ role: 'moderator' }), LATER)
  const refs = { remark: id, objection, dissent: position?.dissents[0]?.id ?? '' }
  const whose = { remark: author, objection: author, dissent: member }
  for (const kind of ['remark', 'objection', 'dissent'] as const)
    await corrected(moderator, acts(whose[kind], LATER), { kind, id: refs[kind] }, today[kind])
  for (const ctx of [as(null), acts(await given.user())]) {
    const after = await walk(ctx)
    for (const word of Object.values(first)) expect([word, said(after, word)]).toEqual([word, []])
    for (const word of Object.values(today)) expect(said(after, word)).toEqual(expect.arrayContaining(files))
    expect(said(after, 'прежние вернул модератор')).toEqual(
      expect.arrayContaining(['summary', 'xlsx', 'docx']),
    )
  }
  const manifest = await summaryManifest(as(null), draft.slug)
  expect(manifest).toMatchObject({ summary: { sha256 }, rows: published?.rowHashes, changed: [1, 2] })
  await db.execute(`alter table summaries disable trigger user`)
  await db
    .update(summaries)
    .set({ body: old as never })
    .where(eq(summaries.draftId, draft.id))
  const then = JSON.stringify(await publishedSummary(as(null), draft.id))
  expect([then.includes(first.objection), then.includes(today.objection)]).toEqual([false, true])
})

test('opinions beside a position stand with its first row that stands; with no row they are not shown', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed()
  const { inner, head, member } = await closedStage({ given, acts, db }, draft)
  const words = { kind: 'criticism', weight: 'editorial', replacement: '', grounds: '' } as const
  for (const body of ['Первое позиции', 'Второе позиции'])
    await gatherItem(acts(head), inner.id, { ...words, body, remarks: [1], place: 1 })
  await dissent(acts(member), inner.id, 'osoboemnenie')
  const [one = 0, two = 0] = await signPosition(acts(head), inner.id, 'Директор')
  await publishSummary(acts(draft.institute), draft.id, { unansweredReason: 'Проба' })
  const beside = async () => {
    const { rows } = (await publishedSummary(as(null), draft.id))?.body ?? { rows: [] }
    return rows.flatMap((row) => (row.dissents ?? []).map(({ body }) => [row.number, body]))
  }
  expect(await beside()).toEqual([[one, 'osoboemnenie']])
  const moderator = acts(await given.user({ role: 'moderator' }), LATER)
  const hide = async (which: number) => {
    const { remark } = await threadOf(as(null), draft.id, which)
    await stepIn(moderator, textKinds, { kind: 'remark', id: remark.id }, { step: 'hide', reason: 'insult' })
  }
  await hide(one)
  expect(await beside()).toEqual([[two, 'osoboemnenie']])
  expect((await summaryManifest(as(null), draft.slug)).changed).toEqual([one, two])
  await hide(two)
  expect(await beside()).toEqual([])
  const outlets = await draftOutletsOf(as(null), draft)
  expect(said({ ...outlets, positions: [] }, 'osoboemnenie')).toEqual([])
})

test('the history of a remark begins anew where it was let through; hidden words cannot be exchanged', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft, { body: 'Грубость раз' })
  const mine = acts(author, '2026-03-02T11:00:00Z')
  const moderator = acts(await given.user({ role: 'moderator' }), '2026-03-02T12:00:00Z')
  await editRemark(mine, id, { kind: 'criticism', body: 'Грубость два' })
  await corrected(moderator, acts(author, '2026-03-02T12:00:00Z'), { kind: 'remark', id }, 'Вежливо')
  await editRemark(acts(author, '2026-03-02T13:00:00Z'), id, { kind: 'criticism', body: 'Вежливее' })
  const historyFor = async (ctx: ReturnType<typeof as>) =>
    (await threadOf(ctx, draft.id, number)).revisions.map(({ body }) => body)
  expect(await historyFor(as(null))).toEqual(['Вежливо'])
  for (const ctx of [acts(author), moderator])
    expect(await historyFor(ctx)).toEqual(['Грубость раз', 'Грубость два', 'Вежливо'])

  const at = '2026-03-02T14:00:00Z'
  const later = acts(moderator.actor, at)
  const step = await stepIn(later, textKinds, { kind: 'remark', id }, { step: 'hide', reason: 'insult' })
  await expect(editRemark(acts(author, at), id, { kind: 'criticism', body: 'Ещё' })).rejects.toMatchObject({
    code: 'remark-covered',
  })
  await appeal(acts(author, at), textKinds, step, 'Это не грубость')
  expect(step).not.toBe('')
})

test('words exchanged while they were covered stay out of the history, however the remark came back', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const moderator = await given.user({ role: 'moderator' })
  const other = await given.user({ role: 'moderator' })
  const at = (hour: number) => `2026-03-02T${hour}:00:00Z`
  const ref = (id: string) => ({ kind: 'remark', id })
  const edit = (by: typeof moderator, id: string, hour: number, body: string) =>
    editRemark(acts(by, at(hour)), id, { kind: 'criticism', body })
  const historyOf = async (number: number) =>
    (await threadOf(as(null), draft.id, number)).revisions.map(({ body }) => body)

  const rude = await given.remark(draft, { body: 'Открыто раз' })
  await stepIn(acts(moderator, at(10)), textKinds, ref(rude.id), back)
  await edit(rude.author, rude.id, 11, 'Вежливо раз')
  await stepIn(acts(moderator, at(12)), textKinds, ref(rude.id), { step: 'pass' })
  await edit(rude.author, rude.id, 13, 'Вежливо два')
  expect(await historyOf(rude.number)).toEqual(['Вежливо раз'])

  const fresh = await given.user({ emailConfirmed: false })
  const held = await given.remark(draft, { by: fresh, body: 'Держано раз' })
  await edit(fresh, held.id, 10, 'Держано два')
  const { rows } = await queueOf(acts(moderator, at(11)), textKinds, {})
  const waiting = rows.find(({ text }) => text.id === held.id)?.id ?? ''
  const hide = { step: 'hide', reason: 'insult' } as const
  const hidden = await decideCase(acts(moderator, at(11)), textKinds, waiting, hide)
  await appeal(acts(fresh, at(12)), textKinds, hidden, 'Это не грубость')
  const asked = (await queueOf(acts(other, at(12)), textKinds, {})).rows
  const again = asked.find(({ text }) => text.id === held.id)?.id ?? ''
  await decideCase(acts(other, at(12)), textKinds, again, { step: 'pass' })
  expect(await historyOf(held.number)).toEqual([])
})

test('every part of a proposal that was given back after the summary is corrected by its author, its wording too', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const { id, number, author } = await given.remark(draft, {
    ...{ kind: 'proposal', body: 'Прошу заменить', replacement: 'ruganyslova' },
    ...{ grounds: 'ruganosnova', sources: 'Приказ' },
  })
  await publishSummary(acts(draft.institute), draft.id, { unansweredReason: 'Проба' })
  const moderator = acts(await given.user({ role: 'moderator' }), LATER)
  const mine = acts(author, LATER)
  const step = await stepIn(moderator, textKinds, { kind: 'remark', id }, back)
  const send = (words: CorrectedWords) => sendCorrected(mine, textKinds, step, words)
  await expect(send({ body: '' })).rejects.toMatchObject({ field: 'body' })
  await expect(send({ body: 'Прошу', grounds: 'о'.repeat(50_000) })).rejects.toMatchObject({
    field: 'grounds',
  })
  const own = await ownInterventions(mine, textKinds)
  expect(own.rows.map(({ text }) => text)).toMatchObject([
    { replacement: 'ruganyslova', grounds: 'ruganosnova', sources: 'Приказ' },
  ])
  await send({ body: 'Прошу заменить', replacement: 'вежливые слова', grounds: 'Опыт школы' })
  await letThrough(moderator, id)

  const corrected = {
    replacement: 'вежливые слова',
    grounds: 'Опыт школы',
    sources: 'Приказ',
    body: 'Прошу заменить',
  }
  const { remark, revisions } = await threadOf(as(null), draft.id, number)
  expect(remark).toMatchObject(corrected)
  expect(revisions).toEqual([])
  expect((await threadOf(mine, draft.id, number)).revisions).toMatchObject([
    { replacement: 'ruganyslova', byAuthor: true },
  ])
  expect((await publishedSummary(as(null), draft.id))?.body.rows).toMatchObject([corrected])
  const outlets = await draftOutletsOf(as(null), draft)
  for (const word of ['ruganyslova', 'ruganosnova']) expect(said(outlets, word)).toEqual([])
})
