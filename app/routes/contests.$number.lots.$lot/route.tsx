import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Sheet, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { LotList } from './lot-list.tsx'
import { Own } from './own.tsx'
import { protocolPage } from './page.server.ts'
import { Rules, Sums } from './sums.tsx'
import { Verdict } from './verdict.tsx'
import { Works } from './works.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(protocolPage)

export default function LotPage() {
  const { number, name, lot, lines, people, works, abandoned, lots } = useLoaderData<typeof loader>()
  const words = useMessages().contests.lots
  const { page } = words
  const at = `/contests/${number}/lots/${lot}`
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/contests/${number}`, label: name }]}
        eyebrow={page.eyebrow(number)}
        title={page.title(lot)}
        lead={lines.draw ? page.leadDrawn(people, works.length) : page.leadAnnounced}
        actions={
          <>
            <LinkButton href={`${at}?check=1`} look="main">
              {page.check}
            </LinkButton>
            <LinkButton href={`${at}/protocol.json`} look="quiet" download>
              {page.json}
            </LinkButton>
            <LinkButton href={`${at}/protocol.pdf`} look="quiet" download>
              {page.pdf}
            </LinkButton>
          </>
        }
      />
      <Stack gap={4}>
        {abandoned && <Notice kind="warn">{words.abandoned}</Notice>}
        <Verdict />
        <Own />
        <Rules />
        <Works />
        <Sheet>
          <Sums />
        </Sheet>
        <section>
          <SectionHead title={page.how} />
          <p>{page.howText}</p>
        </section>
        <LotList contest={number} lots={lots} />
      </Stack>
    </Page>
  )
}
