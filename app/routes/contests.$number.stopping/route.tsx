import { redirect } from '@remix-run/react'
import { StopForm } from '#app/domain/panels/contests/forms.ts'
import { stopRun } from '#app/domain/panels/contests/runs/asking.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) => redirect(`/contests/${numberOf(params.number)}`))

const pages = {
  ...{ opening: 'progress/opening', thirds: 'progress/thirds' },
  ...{ certificates: 'certificates', diplomas: 'diplomas' },
}

/** Stops what is done for all works, at its next step. */
export const action = serveAction(async ({ ctx, params, request }) => {
  const [number, actor] = [numberOf(params.number), acting(ctx)]
  const sent = StopForm.safeParse(Object.fromEntries(await formOf(request)))
  if (!sent.success) throw new Problem('invalid')
  const { kind } = sent.data
  await stopRun(actor, number, kind)
  return done(
    kind === 'answers' ? `/cabinet/invitations/contests/${number}` : `/contests/${number}/${pages[kind]}`,
  )
})
