import { redirect } from '@remix-run/react'
import { Unlinking } from '#app/domain/organisations/forms.ts'
import { removeSuccession } from '#app/domain/organisations/succeeding.server.ts'
import { keptCard } from '#app/routes/organisations_.$code/kept.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params }) =>
  redirect(`/organisations/${encodeURIComponent(params.code ?? '')}/kin`),
)

/** The two are no longer said to have come of each other. */
export const action = serveForm(Unlinking, async ({ ctx, params, value }) => {
  const { id, code } = await keptCard(acting(ctx), params.code)
  await removeSuccession(acting(ctx), id, value.other)
  return done(`/organisations/${code}/kin`, 'saved')
})
