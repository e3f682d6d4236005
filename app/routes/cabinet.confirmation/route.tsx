import { redirect } from '@remix-run/react'
import { requestConfirmation } from '#app/domain/accounts/confirming.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async () => redirect('/cabinet'))

/** Sends the letter of confirmation once more. */
export const action = serveAction(async ({ ctx }) => {
  await requestConfirmation(acting(ctx))
  return done('/cabinet', 'sent')
})
