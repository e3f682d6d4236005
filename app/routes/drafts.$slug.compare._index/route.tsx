import { redirect } from '@remix-run/node'
import { numberOf } from '#app/domain/problem.ts'
import { serve } from '#app/web/serve.server.ts'

/** Where the form «what to compare» leads: to the comparison's own address. */
export const loader = serve(async ({ params, url }) => {
  const [older, newer] = ['older', 'newer'].map((name) => numberOf(url.searchParams.get(name) ?? undefined))
  return redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}/compare/${older}/${newer}`)
})
