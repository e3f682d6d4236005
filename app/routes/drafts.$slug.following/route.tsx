import { redirect } from '@remix-run/node'
import { FollowForm } from '#app/domain/notifications/forms.ts'
import { follow } from '#app/domain/reviews/followed.server.ts'
import { acting, done, nextPath, serve, serveForm } from '#app/web/serve.server.ts'

/** A press of «Следить» by somebody who has to sign in first comes back here by GET. */
export const loader = serve(async ({ params }) => {
  throw redirect(`/drafts/${encodeURIComponent(params.slug ?? '')}`)
})

export const action = serveForm(FollowForm, async ({ ctx, params, value }) => {
  const slug = params.slug ?? ''
  const on = value.follow === 'on'
  await follow(acting(ctx), slug, { kind: value.kind, id: value.id }, on)
  return done(nextPath(value.next, `/drafts/${encodeURIComponent(slug)}`), on ? 'followed' : 'unfollowed')
})
