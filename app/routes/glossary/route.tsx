import { useLoaderData } from '@remix-run/react'
import { documentsByCode, listTerms } from '#app/domain/documents/queries.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Abbreviations, Letters } from './letters.tsx'
import { lettersOf } from './terms.ts'

export const loader = serve(async ({ ctx, t }) => {
  const all = await listTerms(ctx)
  const sources = await documentsByCode(ctx, [...new Set(all.map(({ source }) => source))])
  const shown = all.map(({ code, term, definition, abbreviation }) => ({
    code,
    term,
    definition,
    abbreviation,
  }))
  return {
    title: t.documents.glossary.title,
    description: t.documents.glossary.lead,
    letters: lettersOf(shown.filter(({ abbreviation }) => !abbreviation)),
    abbreviations: shown.filter(({ abbreviation }) => abbreviation),
    sources: [...sources.values()].map(({ code, title }) => ({ code, title })),
  }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function GlossaryPage() {
  const { letters, abbreviations, sources } = useLoaderData<typeof loader>()
  const { documents } = useMessages()
  const words = documents.glossary
  return (
    <Page>
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={8}>
        <section>
          <Letters letters={letters} />
        </section>
        <section>
          <SectionHead title={words.abbreviations} id="abbreviations" />
          <Abbreviations terms={abbreviations} />
        </section>
        {sources.length > 0 && (
          <p>
            <small>
              {words.source}{' '}
              {sources.map(({ code, title }) => (
                <Anchor key={code} href={`/documents/${code}`} lang="ru">
                  {title}
                </Anchor>
              ))}
              . {words.quoted}
            </small>
          </p>
        )}
      </Stack>
    </Page>
  )
}
