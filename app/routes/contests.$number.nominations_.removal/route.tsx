import { redirect } from '@remix-run/react'
import { RemovalForm } from '#app/domain/panels/contests/forms.ts'
import { removeNomination } from '#app/domain/panels/contests/nominating.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/contests/${numberOf(params.number)}`))

/** Takes a nomination out. */
export const action = serveAction(async ({ ctx, params, request }) => {
  const number = numberOf(params.number)
  const sent = RemovalForm.safeParse(Object.fromEntries(await formOf(request)))
  if (!sent.success) throw new Problem('invalid')
  await removeNomination(acting(ctx), number, sent.data.id)
  return done(`/contests/${number}`, 'decided')
})
