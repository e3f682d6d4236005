import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { remindPerson } from '#app/domain/panels/invitations/reminding.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { panelPage } from '#app/routes/panels.$number._index/page.server.ts'
import { WorkingPage } from '#app/routes/panels.$number._index/working-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(panelPage)

export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await remindPerson(acting(ctx), await panelIdOf(ctx, number), idOf(params.id))
  return done(`/panels/${number}`, 'sent')
})

export default WorkingPage
