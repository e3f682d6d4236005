import { redirect } from '@remix-run/node'
import { recallCorrection } from '#app/domain/experts/correcting/correcting.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serveAction } from '#app/web/serve.server.ts'

export const loader = () => redirect('/cabinet/corrections')

export const action = serveAction(async ({ ctx, request }) => {
  const mine = acting(ctx)
  const id = (await formOf(request)).get('id')
  await recallCorrection(mine, idOf(typeof id === 'string' ? id : undefined))
  return done('/cabinet/corrections', 'saved')
})
