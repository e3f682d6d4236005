import { redirect } from '@remix-run/react'
import { RemovalForm } from '#app/domain/panels/contests/forms.ts'
import { removeWorkFile } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/works/${numberOf(params.number)}`))

/** Takes a file out of the work. */
export const action = serveAction(async ({ ctx, params, request }) => {
  const number = numberOf(params.number)
  const sent = RemovalForm.safeParse(Object.fromEntries(await formOf(request)))
  if (!sent.success) throw new Problem('invalid')
  await removeWorkFile(acting(ctx), number, sent.data.id)
  return done(`/works/${number}`, 'workSaved')
})
