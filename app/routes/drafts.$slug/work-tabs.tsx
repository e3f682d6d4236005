import { useMessages } from '#app/ui/messages.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { HeadView } from './reading.ts'

export type WorkTab = 'text' | 'edit' | 'passport' | 'publish' | 'stages' | 'processing' | 'summary'

/** The working pages of a draft for those who may work on it; for everybody else there are none. */
export function WorkTabs({ slug, can, current }: { slug: string; can: HeadView['can']; current: WorkTab }) {
  const { reviewWork, reviews } = useMessages()
  const words = reviewWork
  const address = `/drafts/${slug}`
  const tabs = [
    { key: 'text', href: address, label: reviews.draft.read, may: true },
    { key: 'edit', href: `${address}/edit`, label: words.text, may: can.edit },
    { key: 'passport', href: `${address}/passport`, label: words.passport, may: can.edit },
    { key: 'publish', href: `${address}/publish`, label: reviews.draft.publication, may: can.publish },
    { key: 'stages', href: `${address}/stages`, label: reviews.draft.manageStages, may: can.stages },
    { key: 'processing', href: `${address}/processing`, label: reviews.draft.processing, may: can.decide },
    { key: 'summary', href: `${address}/summary`, label: reviews.draft.summaryShort, may: can.summary },
  ].filter(({ may }) => may)
  if (tabs.length < 2) return null
  return (
    <Tabs
      label={reviews.draft.tools}
      tabs={tabs.map(({ key, href, label }) => ({ href, label, current: key === current }))}
    />
  )
}
