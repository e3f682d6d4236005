import { appointRoles } from '#app/domain/panels/composition/roles.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { RolesForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { rolesPage } from '#app/routes/panels.$number.roles/load.server.ts'
import { RolesPage } from '#app/routes/panels.$number.roles/page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(rolesPage)

export const action = serveForm(RolesForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await appointRoles(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}`, 'saved')
})

export default RolesPage
