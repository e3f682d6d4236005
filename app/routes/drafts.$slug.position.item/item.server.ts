/** The form of one item: which remarks it stands on, what they said, and what is written already. */

import { found, idOf } from '#app/domain/problem.ts'
import { innerStage, itemsOf } from '#app/domain/reviews/gathering.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { remarkRows } from '#app/domain/reviews/remark-rows.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
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
  const chosen = (await remarkRows(ctx, draft.id, current?.id ?? null)).filter(
    ({ number, withdrawn, hidden }) => asked.includes(number) && !withdrawn && !hidden,
  )
  const [first] = chosen
  const seats = chosen.filter(({ general }) => !general)
  const same = item && seats.find(({ exact, address }) => exact === item.exact && address === item.address)
  return {
    title: `${t.reviewInner.item.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title, lang: draft.lang },
    item: item?.id ?? null,
    remarks: chosen.map(({ number, body, replacement, address }) => ({ number, body, replacement, address })),
    places: seats.map(({ number, address, exact }) => ({ number, address, exact })),
    values: {
      kind: item?.kind ?? first?.kind ?? 'criticism',
      weight: item?.weight ?? first?.weight ?? 'substantive',
      body:
        item?.body ??
        chosen
          .map(({ body }) => body)
          .filter(Boolean)
          .join('\n\n'),
      replacement: item ? (item.replacement ?? '') : (first?.replacement ?? ''),
      grounds:
        item?.grounds ??
        chosen
          .map(({ grounds }) => grounds)
          .filter(Boolean)
          .join('\n\n'),
      place: String((item ? same?.number : seats[0]?.number) ?? 'document'),
    },
  }
}

export type ItemView = Awaited<ReturnType<typeof itemPage>>
