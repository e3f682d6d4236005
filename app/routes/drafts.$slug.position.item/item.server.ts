/** The form of one item: which remarks it stands on, what they said, and what is written already. */

import { found, idOf } from '#app/domain/problem.ts'
import { innerStage, itemsOf } from '#app/domain/reviews/inner/gathering.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { wayOf, wordingChange } from '#app/domain/reviews/remarks/wording.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { sentenceOfChange } from '#app/routes/drafts.$slug.remarks.$number._index/sentence.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** Loader: `?remark=1&remark=2` begins an item, `?item=` changes one. */
export async function itemPage({ ctx, params, url, t }: Args) {
  acting(ctx)
  const { draft, facts, current } = await draftBySlug(ctx, params.slug ?? '')
  await innerStage(ctx, draft.id)
  authorize(reviewRules.gather, ctx.actor, facts)
  const id = url.searchParams.get('item')
  const item = id === null ? null : found((await itemsOf(ctx, draft.id)).find((one) => one.id === idOf(id)))
  const asked = item ? item.stands : url.searchParams.getAll('remark').map(Number)
  const said = await remarkRows(ctx, draft.id, current?.id ?? null)
  const chosen = said.filter(
    ({ number, withdrawn, hidden }) => asked.includes(number) && !withdrawn && !hidden,
  )
  const gone = item
    ? said.filter(({ withdrawn, hidden, number }) => (withdrawn || hidden) && asked.includes(number))
    : []
  const [first] = chosen
  const kept = item && !item.general ? [{ value: 'kept', address: item.address, exact: item.exact }] : []
  // what reads as the place of the item is that place: the same words may stand in a unit twice
  const seats = chosen.filter(
    ({ general, exact, address }) => !general && !(exact === item?.exact && address === item.address),
  )
  return {
    title: `${t.reviewInner.item.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title, lang: draft.lang },
    item: item?.id ?? null,
    /** all it stands on: what was taken back or covered stays beneath it */
    stands: [...chosen, ...gone].map(({ number }) => number),
    remarks: chosen.map(({ number, body, replacement, exact, address }) => ({
      ...{ number, address },
      words: [
        body,
        replacement !== null && sentenceOfChange(wordingChange(exact, replacement), t.reviewRemark.page),
      ]
        .filter(Boolean)
        .join(' → '),
    })),
    gone: gone.map(({ number }) => number),
    places: [
      ...kept,
      ...seats.map(({ number, address, exact }) => ({ value: String(number), address, exact })),
    ],
    values: {
      kind: item?.kind ?? first?.kind ?? 'criticism',
      weight: item?.weight ?? first?.weight ?? 'substantive',
      body:
        item?.body ??
        chosen
          .map(({ body }) => body)
          .filter(Boolean)
          .join('\n\n'),
      way: wayOf(item ? item.replacement : (first?.replacement ?? null)),
      replacement: (item ? item.replacement : first?.replacement) ?? '',
      grounds:
        item?.grounds ??
        chosen
          .map(({ grounds }) => grounds)
          .filter(Boolean)
          .join('\n\n'),
      place: kept[0]?.value ?? (item ? 'document' : String(seats[0]?.number ?? 'document')),
    },
  }
}

export type ItemView = Awaited<ReturnType<typeof itemPage>>
