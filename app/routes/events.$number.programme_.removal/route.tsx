import { redirect } from '@remix-run/node'
import { ItemRemoval } from '#app/domain/events/forms.ts'
import { removeItem } from '#app/domain/events/programme.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/events/${numberOf(params.number)}/programme`))

/** Takes an item out of the programme. */
export const action = serveAction(async ({ ctx, params, request }) => {
  const number = numberOf(params.number)
  const mine = acting(ctx)
  const sent = ItemRemoval.safeParse(Object.fromEntries(await formOf(request)))
  if (!sent.success) throw new Problem('invalid')
  await removeItem(mine, number, sent.data.item)
  return done(`/events/${number}/programme`, 'saved')
})
