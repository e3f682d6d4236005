import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Dissents } from './dissents.tsx'
import { Items } from './items.tsx'
import { positionPage } from './position.server.ts'
import { Said } from './said.tsx'

export const loader = serve(positionPage)

export { titled as meta } from '#app/ui/titled.ts'

/** What a closed stage will say in the open one, while it is gathered and after. */
export default function PositionPage() {
  const view = useLoaderData<typeof loader>()
  const { position: words, about, lost } = useMessages().reviewInner
  const format = useFormat()
  const { draft, stage, can, items } = view
  const address = `/drafts/${draft.slug}/position`
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={words.title}
        lead={words.lead(stage.circle, stage.organisation)}
        meta={
          <>
            <Anchor href={`/drafts/${stage.about.slug}`}>{about}</Anchor>
            {can.members && <Anchor href={`/drafts/${draft.slug}/members`}>{words.members}</Anchor>}
          </>
        }
        actions={
          can.gather &&
          items.length > 0 && (
            <LinkButton look="main" href={`${address}/signature`}>
              {words.sign}
            </LinkButton>
          )
        }
      />
      <Stack gap={6}>
        {stage.state === 'open' && stage.openUntil && (
          <Notice>{words.until(format.day(stage.openUntil))}</Notice>
        )}
        {stage.state === 'lost' && (
          <Notice kind="warn" title={words.lost}>
            {lost}
          </Notice>
        )}
        {stage.signed && (
          <Notice kind="success" title={words.signed}>
            <Anchor href={`/drafts/${stage.about.slug}/positions`}>{words.seeOpen}</Anchor>
          </Notice>
        )}
        <Items view={view} />
        <Dissents view={view} />
        <Said view={view} />
      </Stack>
    </Page>
  )
}
