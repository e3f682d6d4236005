import type { VersionHead } from '#app/domain/reviews/queries.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './versions.module.css'

type LeftOpenProps = Pick<VersionHead, 'flags' | 'unansweredReason' | 'unkeptReason'>

/** What was open when the version was published, and why it was published so. */
export function LeftOpen({ flags, unansweredReason, unkeptReason }: LeftOpenProps) {
  const words = useMessages().revising.published
  if (!flags || flags.unanswered + flags.unkept + flags.unexplained === 0) return null
  return (
    <div className={styles.open}>
      {flags.unanswered > 0 && (
        <p>
          {words.unanswered(flags.unanswered)}. {unansweredReason}
        </p>
      )}
      {flags.unkept > 0 && (
        <p>
          {words.unkept(flags.unkept)}. {unkeptReason}
        </p>
      )}
      {flags.unexplained > 0 && <p>{words.unexplained(flags.unexplained)}.</p>}
    </div>
  )
}
