import { redirect } from '@remix-run/node'
import { recallClaim } from '#app/domain/experts/claiming/claiming.server.ts'
import { acting, done, serveAction } from '#app/web/serve.server.ts'

export const loader = () => redirect('/cabinet/entry')

export const action = serveAction(async ({ ctx }) => {
  await recallClaim(acting(ctx))
  return done('/cabinet/entry', 'saved')
})
