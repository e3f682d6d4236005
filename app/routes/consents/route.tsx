import { useLoaderData } from '@remix-run/react'
import { consentKinds, consentText } from '#app/domain/accounts/consent-texts.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { serve } from '#app/web/serve.server.ts'
import { renderMarkdown } from '#content/markdown.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ t }) => ({
  title: t.accounts.consents.title,
  texts: consentKinds.map((kind) => {
    const { title, version, body } = consentText(kind)
    return { kind, title, version, html: renderMarkdown(body) }
  }),
}))

export default function ConsentsPage() {
  const { texts } = useLoaderData<typeof loader>()
  const words = useMessages().accounts.consents
  return (
    <Page width="text">
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={6}>
        {texts.map(({ kind, title, version, html }) => (
          <section key={kind} id={kind} lang="ru">
            <SectionHead title={title}>{words.version(version)}</SectionHead>
            <Prose html={html} lang="ru" />
          </section>
        ))}
      </Stack>
    </Page>
  )
}
