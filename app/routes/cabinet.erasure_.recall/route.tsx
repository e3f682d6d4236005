import { redirect } from '@remix-run/node'
import { recallErasure } from '#app/domain/experts/erasing/erasing.server.ts'
import { acting, done, serveAction } from '#app/web/serve.server.ts'

export const loader = () => redirect('/cabinet/erasure')

export const action = serveAction(async ({ ctx }) => {
  await recallErasure(acting(ctx))
  return done('/cabinet/erasure', 'saved')
})
