/** From closed remarks to the position of an organisation: nothing said is lost on the way, nothing moves by itself. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { signPosition } from '#app/domain/reviews/inner/filing.server.ts'
import { gatherItem, type ItemInput, itemsOf } from '#app/domain/reviews/inner/gathering.server.ts'
import { Item } from '#app/domain/reviews/inner/inner-forms.ts'
import { withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { printedOf, summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { applyProposals } from '#app/domain/reviews/versions/applying.server.ts'
import { workplaceOf } from '#app/domain/reviews/versions/suggestions.server.ts'
import type { DocJson } from '#app/editor/check.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { gatheredItems } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { closedStage } from './closed-stage.ts'

const words = messagesOf('ru')
const item = (over: Partial<ItemInput> & Pick<ItemInput, 'remarks' | 'place'>): ItemInput => ({
  ...{ kind: 'proposal', weight: 'substantive', body: 'Слова организации', replacement: '', grounds: '' },
  ...over,
})

test('words that an organisation wants left out are left out of the next version', async ({
  given,
  acts,
  as,
  db,
}) => {
  const about = await given.discussed()
  const { inner, head, other } = await closedStage({ given, acts, db }, about)
  const mine = acts(head)
  const remove = { kind: 'proposal', replacement: '', way: 'remove' } as const
  await given.remark(inner, { by: other, words: 'трёх', ...remove, body: 'Срок лишний' })
  const form = { remarks: '2', place: '2', kind: 'proposal', weight: 'editorial', way: 'remove' }
  const input = Item.parse({ ...form, replacement: '', body: 'Лишнее', grounds: '' })
  const id = await gatherItem(mine, inner.id, input)
  expect(await itemsOf(mine, inner.id)).toMatchObject([{ exact: 'трёх', replacement: '' }])
  const kept = Item.parse({ ...form, item: id, place: 'kept', body: 'Так точнее' })
  await gatherItem(mine, inner.id, kept, id)
  await expect(gatherItem(mine, inner.id, { ...input, place: 'document' })).rejects.toMatchObject({
    code: 'intake-wording',
  })
  const [number = 0] = await signPosition(mine, inner.id, 'Директор')
  const { remark } = await threadOf(as(null), about.id, number)
  expect(remark).toMatchObject({ exact: 'трёх', replacement: '', body: 'Так точнее' })
  const shown = await summaryShown(as(null), about.slug, words)
  const [row] = printedOf(shown, words, () => '', false).rows
  expect(row?.proposed).toBe('исключить слова «трёх»')

  const desk = acts(about.institute)
  await decide(desk, remark.id, { decision: 'accepted', reason: '' })
  const chosen = { base: 1, edition: 0, proposals: [{ remarkId: remark.id }] }
  await applyProposals(desk, about.id, chosen)
  const place = await workplaceOf(desk, about.id)
  expect(blocksOf((place?.next?.body ?? {}) as DocJson)[1]?.text).toBe(
    'Эксперт заполняет экспертный лист в течение дней.',
  )
})

test('an item stays at its passage when what it stands on is taken back or hidden', async ({
  given,
  acts,
  db,
}) => {
  const about = await given.discussed()
  const { inner, head, member, other, said } = await closedStage({ given, acts, db }, about)
  const mine = acts(head)
  const second = await given.remark(inner, { by: other, words: 'открытой части', body: 'Второе' })
  const id = await gatherItem(mine, inner.id, item({ remarks: [1, 2], place: 2 }))
  const placed = async () => {
    const [{ fromBlockId, fromOffset, toBlockId, toOffset, exact, address } = {} as never] = await db
      .select()
      .from(gatheredItems)
      .where(eq(gatheredItems.id, id))
    return { fromBlockId, fromOffset, toBlockId, toOffset, exact, address }
  }
  const before = await placed()
  expect(before.exact).toBe('открытой части')
  await withdrawRemark(acts(other), second.id)
  await stepIn(mine, textKinds, { kind: 'remark', id: said.id }, { step: 'hide', reason: 'insult' })
  const edit = { remarks: [1, 2], body: 'Уточнено' }
  await gatherItem(mine, inner.id, item({ ...edit, place: 'kept' }), id)
  expect(await placed()).toEqual(before)
  expect(await itemsOf(mine, inner.id)).toMatchObject([{ body: 'Уточнено', stands: [1, 2] }])
  // what stands no longer is no ground for anything new, nor a place to move to
  await expect(gatherItem(mine, inner.id, item({ ...edit, place: 2 }), id)).rejects.toMatchObject({
    code: 'inner-remarks',
  })
  await expect(gatherItem(mine, inner.id, item({ ...edit, place: 'kept' }))).rejects.toMatchObject({
    code: 'inner-remarks',
  })
  const third = await given.remark(inner, { by: member, words: 'трёх', body: 'Третье' })
  await expect(
    gatherItem(mine, inner.id, item({ remarks: [third.number], place: 'kept' })),
  ).rejects.toMatchObject({ code: 'not-found' })
  await gatherItem(mine, inner.id, item({ remarks: [1, 2, third.number], place: third.number }), id)
  expect((await placed()).exact).toBe('трёх')
})
