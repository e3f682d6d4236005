import { redirect } from '@remix-run/react'
import { withdrawDistribution } from '#app/domain/accounts/consenting.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async () => redirect('/cabinet/consents'))

/** Withdraws the consent to distribution. */
export const action = serveAction(async ({ ctx }) => {
  await withdrawDistribution(acting(ctx))
  return done('/cabinet/consents', 'saved')
})
