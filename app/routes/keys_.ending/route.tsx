/** Ends the key in use; the next signature makes another. */
import { redirect } from '@remix-run/node'
import { endSigningKey } from '#app/domain/experts/statements/signing.server.ts'
import { acting, done, serveAction } from '#app/web/serve.server.ts'

export const loader = () => redirect('/keys')

export const action = serveAction(async ({ ctx }) => {
  await endSigningKey(acting(ctx))
  return done('/keys', 'saved')
})
