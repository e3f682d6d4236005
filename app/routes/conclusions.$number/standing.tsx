import type { ConclusionView } from '#app/domain/panels/conclusions/reading.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** Whether it is in force: revoked, superseded, or itself in the place of another. */
export function Standing({ view }: { view: ConclusionView }) {
  const { issued: words } = useMessages().conclusions
  const { revoked } = useMessages().panels.conclusion
  const { supersededBy, revokedAt, revokeReason, body } = view
  return (
    <>
      {supersededBy && (
        <Notice kind="warn" title={words.supersededTitle}>
          <p>
            <Anchor href={`/conclusions/${supersededBy}`}>{words.now(supersededBy)}</Anchor>. {revokeReason}
          </p>
        </Notice>
      )}
      {revokedAt && !supersededBy && (
        <Notice kind="error" title={revoked}>
          <p>{revokeReason}</p>
        </Notice>
      )}
      {body.supersedes && (
        <p>
          <Anchor href={`/conclusions/${body.supersedes.number}`}>
            {words.before(body.supersedes.number)}
          </Anchor>
          . {body.supersedes.reason}
        </p>
      )}
    </>
  )
}
