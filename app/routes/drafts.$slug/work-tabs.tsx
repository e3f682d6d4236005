import { useMessages } from '#app/ui/messages.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { HeadView } from './reading.ts'

export type WorkTab =
  | 'text'
  | 'edit'
  | 'passport'
  | 'publish'
  | 'stages'
  | 'intake'
  | 'processing'
  | 'summary'

/** The working pages of a draft for those who may work on it; for everybody else there are none. */
export function WorkTabs({ slug, can, current }: { slug: string; can: HeadView['can']; current: WorkTab }) {
  const words = useMessages().reviews.draft
  const address = `/drafts/${slug}`
  const tabs = [
    { key: 'text', href: address, label: words.read, may: true },
    { key: 'edit', href: `${address}/edit`, label: words.textTab, may: can.edit },
    { key: 'passport', href: `${address}/passport`, label: words.passportTab, may: can.edit },
    { key: 'publish', href: `${address}/publish`, label: words.publication, may: can.publish },
    { key: 'stages', href: `${address}/stages`, label: words.manageStages, may: can.stages },
    { key: 'intake', href: `${address}/intake`, label: words.intakeTab, may: can.intake },
    { key: 'processing', href: `${address}/processing`, label: words.processing, may: can.decide },
    { key: 'summary', href: `${address}/summary`, label: words.summaryShort, may: can.summary },
  ].filter(({ may }) => may)
  if (tabs.length < 2) return null
  return (
    <Tabs
      label={words.tools}
      tabs={tabs.map(({ key, href, label }) => ({ href, label, current: key === current }))}
    />
  )
}
