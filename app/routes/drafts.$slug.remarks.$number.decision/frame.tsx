import type { ReactNode } from 'react'
import { quoteOf } from '#app/routes/drafts.$slug/note.tsx'
import { toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { NoteCard } from '#app/ui/note-card.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import styles from './decision.module.css'
import type { DecisionView } from './decision.server.ts'

type FrameProps = {
  view: Pick<DecisionView, 'draft' | 'remark' | 'grounds' | 'sources' | 'dissents'>
  title: string
  children: ReactNode
}

/** The remark with what it rests on and who thinks otherwise, above what is to be said about it. */
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
          quote={quoteOf(remark) ?? (remark.exact !== '' && <>«{remark.exact}»</>)}
          lang={remark.lang}
          footer={
            remark.supports > 0 ? reviewRemark.page.supporters(remark.supports) : reviewRemark.page.noSupport
          }
        >
          {remark.body}
        </NoteCard>
        <Beside view={view} />
        {children}
      </Stack>
    </Page>
  )
}

/** Grounds and sources of the remark, dissenting opinions on the position it came with. */
function Beside({ view }: { view: FrameProps['view'] }) {
  const { reviewRemark, reviewInner } = useMessages()
  const parts = [
    { key: 'grounds', title: reviewRemark.page.grounds, text: view.grounds },
    { key: 'sources', title: reviewRemark.page.sources, text: view.sources },
    ...view.dissents
      .filter(({ body }) => body !== '')
      .map(({ id, body, name }) => ({
        key: id,
        title: reviewInner.dissenting.title,
        text: body,
        who: name ?? reviewInner.positions.dissenter,
      })),
  ].filter(({ text }) => text !== '')
  if (parts.length === 0) return null
  return (
    <dl className={styles.beside}>
      {parts.map(({ key, title, text, ...by }) => (
        <div key={key}>
          <dt>{'who' in by ? `${title}: ${by.who}` : title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
