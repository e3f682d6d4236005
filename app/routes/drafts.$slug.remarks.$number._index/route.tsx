import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Conversation } from './conversation.tsx'
import { Covered } from './covered.tsx'
import { Dissents } from './dissents.tsx'
import { History } from './history.tsx'
import { Objections } from './objections.tsx'
import { threadView } from './thread.server.ts'
import { Verdict } from './verdict.tsx'
import { Words } from './words.tsx'

export const loader = serve(async (args) => {
  const shown = await draftBySlug(args.ctx, args.params.slug ?? '')
  return threadView(args, shown, numberOf(args.params.number))
})

export { titled as meta } from '#app/ui/titled.ts'

export default function RemarkPage() {
  const view = useLoaderData<typeof loader>()
  const { reviews, reviewRemark } = useMessages()
  const { remark, draft } = view
  return (
    <Page>
      <PageHead
        crumbs={[
          { href: `/drafts/${draft.slug}`, label: draft.title },
          { href: view.placeHref, label: remark.address },
        ]}
        title={reviewRemark.page.title(reviews.kinds[remark.kind], remark.number)}
      />
      <Split
        side={
          <Stack gap={4}>
            <Verdict view={view} />
            <History view={view} />
          </Stack>
        }
        rest={!remark.withdrawn && <Conversation view={view} />}
      >
        <Stack gap={4}>
          {remark.withdrawn && <Notice>{reviewRemark.page.withdrawn}</Notice>}
          {view.covered && !remark.withdrawn && <Covered covered={view.covered} own={view.own} />}
          <Words view={view} />
          {view.dissents.length > 0 && <Dissents view={view} />}
          <Objections view={view} />
        </Stack>
      </Split>
    </Page>
  )
}
