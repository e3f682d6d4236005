import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ThreadView } from './thread.server.ts'

type Covering = NonNullable<ThreadView['covered']>

/** Why words are not shown, and to their author what can be done about it. */
export function Covered({ covered, own }: { covered: Covering; own: boolean }) {
  const { reviews, moderation } = useMessages()
  const { veil, reason, words } = covered
  return (
    <Notice kind={veil === 'held' ? 'info' : 'warn'} title={reviews.covered[veil]}>
      {veil === 'held' && moderation.heldLead}
      {reason && (
        <>
          {moderation.because}: {reason}.{' '}
        </>
      )}
      {words && <>{words} </>}
      {own && veil !== 'held' && <Anchor href="/cabinet/moderation">{moderation.answer}</Anchor>}
    </Notice>
  )
}
