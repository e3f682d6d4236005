import { redirect } from '@remix-run/node'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { remindSheets } from '#app/domain/panels/sheets/prolonging.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

/** The address is for the button alone. */
export const loader = serve(async ({ params }) => redirect(`/panels/${numberOf(params.number)}`))

export const action = serveAction(async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await remindSheets(acting(ctx), await panelIdOf(ctx, number))
  return done(`/panels/${number}`, 'reminded')
})
