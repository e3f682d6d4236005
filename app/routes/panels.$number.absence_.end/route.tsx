import { endAbsence } from '#app/domain/panels/composition/roles.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { rolesPage } from '#app/routes/panels.$number.roles/load.server.ts'
import { RolesPage } from '#app/routes/panels.$number.roles/page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(rolesPage)

export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await endAbsence(acting(ctx), await panelIdOf(ctx, number))
  return done(`/panels/${number}/roles`, 'saved')
})

export default RolesPage
