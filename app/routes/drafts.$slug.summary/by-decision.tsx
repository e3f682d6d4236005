import { toneOfDecision } from '#app/routes/drafts.$slug/views.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { SummaryView } from './summary.server.ts'

/** A longer summary by what was decided: whoever looks for refusals need not read everything. */
export function ByDecision({ summary }: { summary: SummaryView }) {
  const { reviews, reviewOutcome } = useMessages()
  const { counts, decision, draft, total } = summary
  if (!isLong(summary)) return null
  const words = {
    ...reviews.decisions,
    none: summary.published ? reviews.undecided : reviewOutcome.summary.undecided,
  }
  const address = `/drafts/${draft.slug}/summary`
  return (
    <Tabs
      label={reviewOutcome.summary.byDecision}
      tabs={[
        { href: address, label: reviewOutcome.summary.all, count: total, current: decision === null },
        ...groupsOf(summary).map((code) => ({
          href: `${address}?decision=${code}`,
          label: words[code],
          count: counts[code],
          current: decision === code,
        })),
      ]}
    />
  )
}

/** Whether a summary has so many rows of several decisions that nobody reads them at a glance. */
export function isLong(summary: SummaryView): boolean {
  return summary.total >= 10 && groupsOf(summary).length > 1
}

function groupsOf({ counts }: SummaryView) {
  const codes = Object.keys(toneOfDecision) as (keyof typeof toneOfDecision)[]
  return [...codes, 'none' as const].filter((code) => counts[code])
}
