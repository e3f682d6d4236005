import { redirect } from '@remix-run/node'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { serve } from '#app/web/serve.server.ts'

/**
 * Where the form «what to compare» leads: to the comparison's own address. Without two numbers of published versions,
 * as when somebody cut the address, to the last two; where there is nothing to compare yet, to the list of versions.
 */
export const loader = serve(async ({ ctx, params, url }) => {
  const { draft, versions } = await draftBySlug(ctx, params.slug ?? '')
  const published = versions.flatMap(({ number, publishedAt }) => (publishedAt ? [number] : []))
  const asked = ['older', 'newer'].map((name) => Number(url.searchParams.get(name)))
  const [older, newer] = asked.every((number) => published.includes(number))
    ? asked
    : published.sort((a, b) => a - b).slice(-2)
  const address = `/drafts/${encodeURIComponent(draft.slug)}`
  return redirect(newer === undefined ? `${address}/versions` : `${address}/compare/${older}/${newer}`)
})
