import { useLoaderData } from '@remix-run/react'
import { conclusionByNumber } from '#app/domain/panels/conclusions/reading.server.ts'
import { Comments, MarksTable, ReasonsOf, Votes } from '#app/routes/panels.$number.conclusion/marks.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Authenticity, Members, Words } from './parts.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, services }) => {
  const view = await conclusionByNumber(ctx, params.number ?? '')
  const checkAddress = new URL('/check', services.config.publicUrl).href
  return { title: t.panels.conclusion.title(view.body.number), view, checkAddress }
})

export default function ConclusionPage() {
  const { view, title } = useLoaderData<typeof loader>()
  const { conclusion: words } = useMessages().panels
  const format = useFormat()
  const { body, issuedAt } = view
  return (
    <Page width="text">
      <PageHead
        eyebrow={issuedAt && words.issued(format.day(issuedAt))}
        title={title}
        lead={
          body.object.href ? (
            <Anchor href={body.object.href}>{words.about(body.object.title, body.object.version)}</Anchor>
          ) : (
            words.about(body.object.title, body.object.version)
          )
        }
        actions={
          <>
            <LinkButton href={`/conclusions/${body.number}.pdf`} download look="main">
              {words.pdf}
            </LinkButton>
            <LinkButton href={`/panels/${body.panel.number}/protocol`} look="quiet">
              {words.protocol}
            </LinkButton>
          </>
        }
      />
      <Stack gap={6}>
        {view.revokedAt && (
          <Notice kind="error" title={words.revoked}>
            <p>{view.revokeReason}</p>
          </Notice>
        )}
        <Words view={view} />
        <MarksTable view={view} />
        <Votes view={view} />
        <ReasonsOf view={view} />
        <Comments view={view} />
        <Members view={view} />
        <Authenticity />
      </Stack>
    </Page>
  )
}
