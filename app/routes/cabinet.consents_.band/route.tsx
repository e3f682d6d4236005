import { redirect } from '@remix-run/react'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async () => redirect('/cabinet/consents'))

/** Gives the consent to the use of the band. */
export const action = serveAction(async ({ ctx }) => {
  await giveConsent(acting(ctx), 'band')
  return done('/cabinet/consents', 'saved')
})
