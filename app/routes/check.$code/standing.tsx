import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

type StandingProps = {
  revokedAt: Date | null
  revokeReason: string | null
  statement: { changed: boolean | null } | null
}

/** Whether the paper stands: revoked, or its facts have changed, or nothing is against it. */
export function Standing({ revokedAt, revokeReason, statement }: StandingProps) {
  const { panels, ownData } = useMessages()
  const { check: words } = panels
  const { checked, revokedBy } = ownData.statements
  if (revokedAt) {
    return (
      <Notice kind="error" title={words.revoked}>
        <p>
          <Time value={revokedAt} as="date" />
          {revokeReason && `. ${revokedBy[revokeReason] ?? revokeReason}`}
        </p>
      </Notice>
    )
  }
  if (statement?.changed) {
    return (
      <Notice kind="warn" title={words.valid}>
        <p>{checked.changed}</p>
      </Notice>
    )
  }
  return (
    <Notice kind="success" title={words.valid}>
      {statement?.changed === false && <p>{checked.same}</p>}
    </Notice>
  )
}
