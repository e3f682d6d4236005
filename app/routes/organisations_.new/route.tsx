import { useLoaderData } from '@remix-run/react'
import { OrganisationForm } from '#app/domain/organisations/forms.ts'
import { addOrganisation } from '#app/domain/organisations/keeping.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { CardForm } from './card-form.tsx'
import { cardChoices } from './choices.server.ts'

export const loader = serve(async ({ ctx, t, locale }) => ({
  title: t.organisationCard.add,
  choices: await cardChoices(acting(ctx), locale),
}))

export const action = serveForm(OrganisationForm, async ({ ctx, value }) => {
  const code = await addOrganisation(acting(ctx), value)
  return done(`/organisations/${code}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function NewOrganisation() {
  const { choices, title } = useLoaderData<typeof loader>()
  const { organisations, organisationCard: words } = useMessages()
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: '/organisations', label: organisations.title }]}
        title={title}
        lead={words.addLead}
      />
      <CardForm choices={choices} />
    </Page>
  )
}
