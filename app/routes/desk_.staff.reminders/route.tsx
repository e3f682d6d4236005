import { redirect } from '@remix-run/react'
import { remindAll } from '#app/domain/desk/staff/reminding-all.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async () => redirect('/desk/staff'))

/** Reminds everybody who is waited for. */
export const action = serveAction(async ({ ctx }) => {
  await remindAll(acting(ctx))
  return done('/desk/staff', 'sent')
})
