import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Aside, Kin } from './aside.tsx'
import { Duties } from './duties.tsx'
import { Experts } from './experts.tsx'
import { History } from './history.tsx'
import { organisationView } from './view.server.ts'

export const loader = serve(organisationView)

export { titled as meta } from '#app/ui/titled.ts'

export default function OrganisationPage() {
  const view = useLoaderData<typeof loader>()
  const { organisations, organisationCard: card, documents } = useMessages()
  const format = useFormat()
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/organisations', label: organisations.title }]}
        eyebrow={[view.type, documents.onTier(view.tier), view.municipality].filter(Boolean).join(' · ')}
        title={view.shortName}
        lead={view.name !== view.shortName && <span lang="ru">{view.name}</span>}
        lang="ru"
        actions={
          view.may.edit && <LinkButton href={`/organisations/${view.code}/edit`}>{card.edit}</LinkButton>
        }
      />
      <Split side={<Aside />}>
        <Stack gap={6}>
          {view.ended && view.endDay && <Notice>{organisations.ended(format.day(view.endDay))}</Notice>}
          <Kin />
          {view.duties.length > 0 && <Duties duties={view.duties} />}
          <Experts />
          <History changes={view.changes} />
        </Stack>
      </Split>
    </Page>
  )
}
