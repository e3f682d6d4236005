import { useLoaderData } from '@remix-run/react'
import { DraftRow } from '#app/routes/drafts.$slug/draft-row.tsx'
import { PracticeRow } from '#app/routes/practices._index/practice-row.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Community } from './community.tsx'
import { Facts } from './facts.tsx'
import { FateNote } from './fate-note.tsx'
import styles from './home.module.css'
import { homePage } from './home.server.ts'
import { Start } from './start.tsx'

export const loader = serve(homePage)

export { titled as meta } from '#app/ui/titled.ts'

export default function Home() {
  const { figures, drafts, fates, directions, practices } = useLoaderData<typeof loader>()
  const { reviewOutcome, practices: words } = useMessages()
  const { home } = reviewOutcome
  return (
    <Page>
      <section className={styles.hero}>
        <h1>{home.title}</h1>
        <p className={styles.lead}>{home.lead}</p>
        <div className={styles.actions}>
          <LinkButton href="/drafts" look="main">
            {home.drafts}
          </LinkButton>
          <LinkButton href="/help/applicant" look="quiet">
            {home.join}
          </LinkButton>
        </div>
        <Facts figures={figures} />
      </section>
      <Stack gap={8}>
        <Split
          side={
            <section>
              <SectionHead title={home.fates} />
              {fates.length === 0 && <p className={styles.quiet}>{home.noFates}</p>}
              {fates.map((fate) => (
                <FateNote key={`${fate.draft.slug}/${fate.remark.number}`} fate={fate} />
              ))}
            </section>
          }
        >
          <section>
            <SectionHead title={home.now}>
              <Anchor href="/drafts">{home.all}</Anchor>
            </SectionHead>
            {drafts.length === 0 && <EmptyState title={home.nothing}>{home.nothingText}</EmptyState>}
            {drafts.map((draft) => (
              <DraftRow key={draft.slug} draft={draft} />
            ))}
          </section>
        </Split>
        {practices.length > 0 && (
          <section>
            <SectionHead title={words.home.title}>
              <Anchor href="/practices">{words.home.all}</Anchor>
            </SectionHead>
            {practices.map((row) => (
              <PracticeRow key={row.number} row={row} level={3} />
            ))}
          </section>
        )}
        <Start />
        <Community directions={directions} />
      </Stack>
    </Page>
  )
}
