import { useLoaderData } from '@remix-run/react'
import { conclusionByNumber, powersOver } from '#app/domain/panels/conclusions/reading.server.ts'
import { documentOpen } from '#app/domain/panels/conclusions/taking.server.ts'
import { Comments, MarksTable, ReasonsOf, Votes } from '#app/routes/panels.$number.conclusion/marks.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Files } from './files.tsx'
import { Answers, Authenticity, Members, Signatures, Words } from './parts.tsx'
import { Standing } from './standing.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, services }) => {
  const view = await conclusionByNumber(ctx, params.number ?? '')
  const checkAddress = new URL('/check', services.config.publicUrl).href
  const title = t.conclusions.title[view.body.kind ?? 'conclusion'](view.body.number)
  const may = await powersOver(ctx, view.panelId)
  return { title, view, checkAddress, may, open: documentOpen(view) || may.read }
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
          <LinkButton href={`/panels/${body.panel.number}/protocol`} look="quiet">
            {words.protocol}
          </LinkButton>
        }
      />
      <Stack gap={6}>
        <Standing view={view} />
        <Files />
        <Words view={view} />
        <MarksTable view={view} />
        <Votes view={view} />
        <ReasonsOf view={view} />
        <Comments view={view} />
        <Members view={view} />
        <Answers view={view} />
        <Signatures view={view} />
        <Authenticity />
      </Stack>
    </Page>
  )
}
