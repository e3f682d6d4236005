import { useLoaderData } from '@remix-run/react'
import { selectByHand } from '#app/domain/panels/choosing.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { HandForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { CandidateForm } from './candidate-form.tsx'
import { handPage } from './load.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(handPage)

export const action = serveForm(HandForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await selectByHand(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}`, 'selected')
})

export default function HandPage() {
  const { panel } = useLoaderData<typeof loader>()
  const { hand } = useMessages().panels
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/panels/${panel.number}`, label: panel.title }]}
        title={hand.title}
        lead={hand.lead(panel.size, panel.reserve)}
      />
      <CandidateForm />
    </Page>
  )
}
