import { issueConclusion } from '#app/domain/panels/conclusions/issuing.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { signingPage } from '#app/routes/panels.$number.signing._index/page.server.ts'
import { SigningPage } from '#app/routes/panels.$number.signing._index/page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(signingPage)

/** Issues what everybody has signed, where the region leaves that to the chair. */
export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const number = await issueConclusion(acting(ctx), await panelIdOf(ctx, numberOf(params.number)))
  return done(`/conclusions/${number}`, 'issued')
})

export default SigningPage
