import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { UnnameForm } from '#app/domain/panels/requests/forms.ts'
import { unnamePerson } from '#app/domain/panels/requests/naming.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { peoplePage } from '#app/routes/panels.$number.people/load.server.ts'
import { PeoplePage } from '#app/routes/panels.$number.people/people-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(peoplePage)

export const action = serveForm(UnnameForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await unnamePerson(acting(ctx), await panelIdOf(ctx, number), value.personId)
  return done(`/panels/${number}/people`, 'saved')
})

export default PeoplePage
