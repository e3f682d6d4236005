import { redirect } from '@remix-run/node'
import { FollowForm } from '#app/domain/notifications/forms.ts'
import { Problem } from '#app/domain/problem.ts'
import { follow } from '#app/domain/reviews/news/followed.server.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, nextPath, serve, serveAction } from '#app/web/serve.server.ts'

/** A press of «Следить» by somebody who has to sign in first comes back here by GET. */
export const loader = serve(async ({ params }) => {
  throw redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}`)
})

// An answer that is no page would lose its status; what the button sends is never typed, so a refusal is a page.
export const action = serveAction(async ({ ctx, params, request }) => {
  const slug = params.slug ?? ''
  const sent = FollowForm.safeParse(Object.fromEntries(await formOf(request)))
  if (!sent.success) throw new Problem('invalid')
  const { kind, id, next, follow: wanted } = sent.data
  await follow(acting(ctx), slug, { kind, id }, wanted === 'on')
  return done(
    nextPath(next, `/drafts/${encodeURIComponent(slug)}`),
    wanted === 'on' ? 'followed' : 'unfollowed',
  )
})
