import { useLoaderData } from '@remix-run/react'
import { organisationByCode } from '#app/domain/organisations/queries.server.ts'
import { tierWord } from '#app/routes/documents/view.server.ts'
import { typeWord } from '#app/routes/organisations/list.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Fact, Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Duties } from './duties.tsx'

export const loader = serve(async ({ ctx, params, locale }) => {
  const { id: _, ...organisation } = await organisationByCode(ctx, params.code ?? '')
  return {
    title: organisation.shortName,
    description: organisation.name,
    ...organisation,
    type: typeWord(organisation.type, locale),
    tier: tierWord(organisation.tier, locale),
  }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function OrganisationPage() {
  const view = useLoaderData<typeof loader>()
  const { organisations, documents } = useMessages()
  const format = useFormat()
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/organisations', label: organisations.title }]}
        eyebrow={[view.type, documents.onTier(view.tier), view.municipality].filter(Boolean).join(' · ')}
        title={view.shortName}
        lead={view.name !== view.shortName && <span lang="ru">{view.name}</span>}
        lang="ru"
      />
      <Split side={<Experts code={view.code} />}>
        <Stack gap={6}>
          {view.ended && view.endDay && <Notice>{organisations.ended(format.day(view.endDay))}</Notice>}
          <Kin />
          {view.duties.length > 0 && <Duties duties={view.duties} />}
        </Stack>
      </Split>
    </Page>
  )
}

function Kin() {
  const { parent, units, predecessors, successors, aliases } = useLoaderData<typeof loader>()
  const words = useMessages().organisations
  const links = (all: { code: string; shortName: string }[]) =>
    all.length > 0 &&
    all.map(({ code, shortName }) => (
      <div key={code}>
        <Anchor href={`/organisations/${code}`}>{shortName}</Anchor>
      </div>
    ))
  const facts: Fact[] = [
    { term: words.parent, value: links(parent ? [parent] : []), lang: 'ru' },
    { term: words.units, value: links(units), lang: 'ru' },
    { term: words.predecessor, value: links(predecessors), lang: 'ru' },
    { term: words.successors, value: links(successors), lang: 'ru' },
    { term: words.aliases, value: aliases.join(', '), lang: 'ru' },
  ]
  return <Facts facts={facts} />
}

function Experts({ code }: { code: string }) {
  const words = useMessages().organisations
  return (
    <Stack gap={2}>
      <SectionHead title={words.experts} />
      <p>{words.expertsNote}</p>
      <div>
        <LinkButton href={`/experts?organisation=${code}`}>{words.toRegistry}</LinkButton>
      </div>
    </Stack>
  )
}
