import { redirect } from '@remix-run/react'
import { unlinkIdentity } from '#app/domain/accounts/identities.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async () => redirect('/cabinet/security'))

/** Unties the own account from the other service. */
export const action = serveAction(async ({ ctx, services }) => {
  const mine = acting(ctx)
  if (!services.sso) throw new Problem('not-found')
  await unlinkIdentity(mine, services.sso.issuer)
  return done('/cabinet/security', 'saved')
})
