import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Embed } from './embed.tsx'
import { FieldTable } from './field-table.tsx'
import { openDataPage } from './view.server.ts'

export const loader = serve(openDataPage)

export { titled as meta } from '#app/ui/titled.ts'

export default function OpenDataPage() {
  const { openData } = useMessages()
  const { licence, embed } = useLoaderData<typeof loader>()
  return (
    <Page width="text">
      <PageHead title={openData.title} lead={openData.lead} />
      <Stack gap={8}>
        <Registry />
        <Embed {...embed} />
        <Programs />
        <FieldTable />
        <section>
          <SectionHead title={openData.terms} />
          <Prose>
            <p>{licence}</p>
            <p>{openData.hidden}</p>
          </Prose>
        </section>
      </Stack>
    </Page>
  )
}

function Registry() {
  const { experts, owner, today } = useLoaderData<typeof loader>()
  const { registry } = useMessages().openData
  const format = useFormat()
  return (
    <section>
      <SectionHead title={registry.title} />
      <Stack gap={4}>
        <Prose>
          <p>{registry.text}</p>
        </Prose>
        <Facts
          facts={[
            { term: registry.now, value: `${format.number(experts)} (${format.day(today)})` },
            { term: registry.owner, value: owner },
            { term: registry.updated, value: registry.updatedText },
            { term: registry.formats, value: registry.formatsText },
            { term: registry.past, value: registry.pastText },
            { term: registry.check, value: registry.checkText },
          ]}
        />
        <Row>
          <a href="/experts.csv" download>
            {registry.csv}
          </a>
          <a href="/experts.xlsx" download>
            {registry.xlsx}
          </a>
          <a href="/experts.passport.json">{registry.json}</a>
          <Anchor href="/experts">{registry.choose}</Anchor>
        </Row>
      </Stack>
    </section>
  )
}

function Programs() {
  const { example, rate } = useLoaderData<typeof loader>()
  const { api } = useMessages().openData
  return (
    <section>
      <SectionHead title={api.title} />
      <Stack gap={4}>
        <Prose>
          <p>{api.text}</p>
          <p>
            {api.example} <a href={example}>{example}</a>
          </p>
          <p>{api.limit(rate.count, rate.minutes)}</p>
        </Prose>
        <Row>
          <a href="/api/v1">{api.root}</a>
          <a href="/api/v1/openapi.json">{api.openapi}</a>
        </Row>
      </Stack>
    </section>
  )
}
