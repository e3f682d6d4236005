import { redirect } from '@remix-run/react'
import { StartForm } from '#app/domain/panels/contests/forms.ts'
import { startWork } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/contests/${numberOf(params.number)}`))

/** Begins a work of an organisation, or opens the one it has. */
export const action = serveAction(async ({ ctx, params, request }) => {
  const sent = StartForm.safeParse(Object.fromEntries(await formOf(request)))
  if (!sent.success) throw new Problem('invalid')
  const work = await startWork(acting(ctx), numberOf(params.number), sent.data)
  return done(`/works/${work}`)
})
