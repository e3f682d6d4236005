import { useLoaderData } from '@remix-run/react'
import { activateByLink, letterOf } from '#app/domain/accounts/activation/activating.server.ts'
import { LinkActivation } from '#app/domain/accounts/forms.ts'
import { type Chosen, ChosenFields } from '#app/routes/activation._index/activation-fields.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { enter } from '#app/web/entering.server.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, params }) => {
  const letter = await letterOf(ctx, params.secret ?? '')
  const words = t.activation.link
  return { title: letter ? words.title(letter.number) : words.deadTitle, alive: letter !== null }
})

export const action = serveForm(
  LinkActivation,
  async (args) => {
    const { ctx, value, visit, locale, params } = args
    const userId = await activateByLink(ctx, params.secret ?? '', value, { address: visit.address, locale })
    return enter(args, userId, { next: '/cabinet', flash: 'welcome' })
  },
  { guests: true },
)

export default function LinkPage() {
  const { title, alive } = useLoaderData<typeof loader>()
  const { activation: words } = useMessages()
  const { input, check, ...of } = useServerForm<Chosen>()
  if (!alive) {
    const byCode = <LinkButton href="/activation">{words.link.byCode}</LinkButton>
    return (
      <Page width="form">
        <PageHead title={title} lead={words.link.dead} actions={byCode} />
      </Page>
    )
  }
  return (
    <Page width="form">
      <PageHead title={title} lead={words.link.lead} />
      <FieldForm of={of} submit={words.submit}>
        <ChosenFields input={input} check={check} />
      </FieldForm>
    </Page>
  )
}
