import { Unlinking } from '#app/domain/organisations/forms.ts'
import { removeSuccession } from '#app/domain/organisations/succeeding.server.ts'
import { keptCard } from '#app/routes/organisations_.$code/kept.server.ts'
import KinPage, { loader } from '#app/routes/organisations_.$code_.kin/route.tsx'
import { acting, done, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'
export { loader }

/** The two are no longer said to have come of each other. */
export const action = serveForm(Unlinking, async ({ ctx, params, value }) => {
  const { id, code } = await keptCard(acting(ctx), params.code)
  await removeSuccession(acting(ctx), id, value.other)
  return done(`/organisations/${code}/kin`, 'saved')
})

export default KinPage
