import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stages } from '#app/ui/stages.tsx'
import type { StageView } from './views.ts'

/** The stages of a discussion with their days; the current one says how much is left. */
export function StageLine({ stages }: { stages: readonly StageView[] }) {
  const { reviews } = useMessages()
  const format = useFormat()
  if (stages.length === 0) return null
  return (
    <Stages
      label={reviews.draft.stages}
      stages={stages.map((stage) => ({
        name: stage.title,
        state: stage.state,
        note:
          stage.state === 'current' && stage.daysLeft !== null
            ? `${stage.daysLeft === 0 ? reviews.lastDay : reviews.left(stage.daysLeft)}, ${reviews.until(format.dayMonth(stage.lastDay))}`
            : format.days(stage.firstDay, stage.lastDay),
      }))}
    />
  )
}
