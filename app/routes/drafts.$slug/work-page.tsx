import type { ReactNode } from 'react'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { HeadView } from './reading.ts'
import styles from './work-page.module.css'
import { type WorkTab, WorkTabs } from './work-tabs.tsx'

type WorkPageProps = {
  head: Pick<HeadView, 'draft' | 'can'>
  current: WorkTab
  title: string
  lead?: string
  children: ReactNode
}

/** A form of a draft. Title and tabs stand where the wide pages of the same draft have them: nothing jumps between. */
export function WorkPage({ head, current, title, lead, children }: WorkPageProps) {
  const { draft, can } = head
  return (
    <Page>
      <PageHead crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]} title={title} lead={lead} />
      <Stack gap={4}>
        <WorkTabs slug={draft.slug} can={can} current={current} />
        <Stack gap={4} className={styles.column}>
          {children}
        </Stack>
      </Stack>
    </Page>
  )
}
