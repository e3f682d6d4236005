import { redirect } from '@remix-run/react'
import { withdrawBand } from '#app/domain/accounts/consenting.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async () => redirect('/cabinet/consents'))

/** Withdraws it. */
export const action = serveAction(async ({ ctx }) => {
  await withdrawBand(acting(ctx))
  return done('/cabinet/consents', 'saved')
})
