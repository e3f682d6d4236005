import { useLoaderData } from '@remix-run/react'
import { cardActions } from '#app/domain/documents/card-writing.server.ts'
import { documentByCode } from '#app/domain/documents/queries.server.ts'
import { listsOfDocument } from '#app/domain/experts/directions.server.ts'
import { ForceTag, Requisites } from '#app/routes/documents/document-row.tsx'
import { documentView } from '#app/routes/documents/view.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { type Fact, Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { CardActions } from './card-actions.tsx'
import { Chain } from './chain.tsx'

export const loader = serve(async ({ ctx, params, locale }) => {
  const document = await documentByCode(ctx, params.code ?? '')
  const { basis, summary, issuerCode, chain } = document
  return {
    title: document.title,
    description: summary,
    ...{ basis, summary, issuerCode },
    document: documentView(document, locale),
    chain: chain.map((one) => documentView(one, locale)),
    lists: await listsOfDocument(ctx, document.id),
    can: cardActions(ctx, document),
  }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function DocumentPage() {
  const { document, summary, chain, lists, can } = useLoaderData<typeof loader>()
  const { documents } = useMessages()
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/documents', label: documents.title }]}
        eyebrow={`${document.kind} · ${documents.onTier(document.tier)}`}
        title={document.title}
        lang="ru"
        meta={
          <>
            <ForceTag document={document} />
            <Requisites document={document} />
          </>
        }
        actions={(can.publish || can.correct) && <CardActions code={document.code} can={can} />}
      />
      <Split side={chain.length > 1 && <Chain chain={chain} current={document.code} />}>
        <Stack gap={6}>
          {summary && (
            <section>
              <SectionHead title={documents.about} />
              <p lang="ru">{summary}</p>
            </section>
          )}
          <DocumentFacts />
          {lists.length > 0 && (
            <section>
              <SectionHead title={documents.lists} />
              {lists.map(({ code, title }) => (
                <p key={code} lang="ru">
                  <Anchor href={`/directions?list=${code}`}>{title}</Anchor>
                </p>
              ))}
            </section>
          )}
        </Stack>
      </Split>
    </Page>
  )
}

function DocumentFacts() {
  const { document, basis, issuerCode } = useLoaderData<typeof loader>()
  const { documents } = useMessages()
  const format = useFormat()
  const { issuer, number, day, firstDay, endDay } = document
  const facts: Fact[] = [
    {
      term: documents.issuer,
      value: issuerCode ? <Anchor href={`/organisations/${issuerCode}`}>{issuer}</Anchor> : issuer,
      lang: 'ru',
    },
    { term: documents.number, value: number },
    { term: documents.day, value: day && format.day(day) },
    { term: documents.basis, value: basis, lang: 'ru' },
    { term: documents.since, value: firstDay && format.day(firstDay) },
    { term: documents.until, value: endDay && format.day(endDay) },
  ]
  return <Facts facts={facts} />
}
