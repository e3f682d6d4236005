import { redirect } from '@remix-run/node'
import { removeEventFile } from '#app/domain/events/filing.server.ts'
import { EventFileRemoval } from '#app/domain/events/forms.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/events/${numberOf(params.number)}`))

/** Takes a file out of the page. */
export const action = serveAction(async ({ ctx, params, request }) => {
  const number = numberOf(params.number)
  const mine = acting(ctx)
  const sent = EventFileRemoval.safeParse(Object.fromEntries(await formOf(request)))
  if (!sent.success) throw new Problem('invalid')
  await removeEventFile(mine, number, sent.data.fileId)
  return done(`/events/${number}`, 'saved')
})
