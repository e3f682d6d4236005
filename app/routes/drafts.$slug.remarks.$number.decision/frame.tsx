import type { ReactNode } from 'react'
import { quoteOf } from '#app/routes/drafts.$slug/note.tsx'
import { toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { NoteCard } from '#app/ui/note-card.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { DecisionView } from './decision.server.ts'

type FrameProps = { view: Pick<DecisionView, 'draft' | 'remark'>; title: string; children: ReactNode }

/** The remark above what is to be said about it. */
export function DecisionFrame({ view, title, children }: FrameProps) {
  const { reviews, reviewRemark } = useMessages()
  const { draft, remark } = view
  return (
    <Page width="text">
      <PageHead
        crumbs={[
          { href: `/drafts/${draft.slug}`, label: draft.title },
          { href: `/drafts/${draft.slug}/processing`, label: reviews.draft.processing },
        ]}
        title={title}
        lead={remark.address}
      />
      <Stack gap={4}>
        <NoteCard
          tone={toneOfKind[remark.kind]}
          kind={reviews.kinds[remark.kind]}
          who={remark.author.name}
          capacity={remark.author.note}
          quote={quoteOf(remark)}
          lang={remark.lang}
          footer={
            remark.supports > 0 ? reviewRemark.page.supporters(remark.supports) : reviewRemark.page.noSupport
          }
        >
          {remark.body}
        </NoteCard>
        {children}
      </Stack>
    </Page>
  )
}
