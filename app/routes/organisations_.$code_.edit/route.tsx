import { useLoaderData } from '@remix-run/react'
import { EditedOrganisation } from '#app/domain/organisations/forms.ts'
import { editOrganisation } from '#app/domain/organisations/keeping.server.ts'
import { keptCard } from '#app/routes/organisations_.$code/kept.server.ts'
import { CardForm } from '#app/routes/organisations_.new/card-form.tsx'
import { cardChoices } from '#app/routes/organisations_.new/choices.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const card = await keptCard(acting(ctx), params.code)
  const { code, name, shortName, type, tier, aliases, inn, parent, municipalityCode, startDay } = card
  const { address, phone, email, site } = card
  return {
    title: t.organisationCard.edit,
    choices: await cardChoices(acting(ctx), locale),
    code,
    revision: card.revision,
    value: {
      ...{ name, shortName, type, tier, aliases: aliases.join('\n') },
      ...{ inn: inn ?? undefined, parent: parent?.code, municipality: municipalityCode ?? undefined },
      firstDay: startDay ?? undefined,
      ...{ address, phone, email, site },
    },
  }
})

export const action = serveForm(EditedOrganisation, async ({ ctx, params, value: { seen, ...value } }) => {
  const { id, code } = await keptCard(acting(ctx), params.code)
  await editOrganisation(acting(ctx), id, value, seen)
  return done(`/organisations/${code}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function EditOrganisation() {
  const { choices, code, value, revision, title } = useLoaderData<typeof loader>()
  const { organisations, organisationCard: words } = useMessages()
  return (
    <Page width="form">
      <PageHead
        crumbs={[
          { href: '/organisations', label: organisations.title },
          { href: `/organisations/${code}`, label: value.shortName },
        ]}
        title={title}
        lead={words.editLead}
      />
      <CardForm choices={choices} value={value} seen={revision} />
    </Page>
  )
}
