import { redirect } from '@remix-run/node'
import { markAttendance } from '#app/domain/events/attending.server.ts'
import { MarkForm } from '#app/domain/events/forms.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/events/${numberOf(params.number)}/people`))

/** Marks that somebody came, or takes the mark back. */
export const action = serveAction(async ({ ctx, params, request }) => {
  const number = numberOf(params.number)
  const mine = acting(ctx)
  const sent = MarkForm.safeParse(Object.fromEntries(await formOf(request)))
  if (!sent.success) throw new Problem('invalid')
  await markAttendance(mine, number, {
    registration: sent.data.registration,
    present: sent.data.present === 'yes',
  })
  return done(`/events/${number}/people`, 'saved')
})
