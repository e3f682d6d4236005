import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { Covered } from './covered.tsx'
import styles from './remark.module.css'
import type { ThreadView } from './thread.server.ts'

/** What was answered, and the place to answer. */
export function Conversation({ view }: { view: ThreadView }) {
  const { reviews, reviewRemark } = useMessages()
  const words = reviewRemark.page
  const address = `/drafts/${view.draft.slug}/remarks/${view.remark.number}`
  return (
    <section className={styles.thread}>
      <h2>{words.thread}</h2>
      {view.replies.length === 0 && <p className={styles.quiet}>{words.noReplies}</p>}
      <ol className={styles.replies}>
        {view.replies.map((reply) => (
          <li key={reply.id} id={`reply-${reply.id}`}>
            <p className={styles.who}>
              <strong>{reply.name}</strong>
              {reply.developer && <Tag tone="green">{reviews.developerSpeaks}</Tag>}
              <span className={styles.quiet}>
                <Time value={reply.createdAt} as="date" />
              </span>
            </p>
            {reply.withdrawn && <p className={styles.quiet}>{words.withdrawnReply}</p>}
            {reply.covered && <Covered covered={reply.covered} own={reply.own} />}
            {reply.body && <p className={styles.body}>{reply.body}</p>}
            <ReplyActions view={view} reply={reply} />
          </li>
        ))}
      </ol>
      {view.can.reply && (
        <form method="post" action={`${address}/reply`}>
          <Stack gap={2}>
            <TextArea name="body" label={words.replyText} required maxLength={3000} />
            <div>
              <Button>{words.reply}</Button>
            </div>
          </Stack>
        </form>
      )}
      {!view.signedIn && (
        <div>
          <LinkButton href={`/signin?next=${encodeURIComponent(address)}`}>{words.supportSignIn}</LinkButton>
        </div>
      )}
      {view.replyDenial && <p className={styles.quiet}>{view.replyDenial}</p>}
    </section>
  )
}

function ReplyActions({ view, reply }: { view: ThreadView; reply: ThreadView['replies'][number] }) {
  const { moderation } = useMessages()
  const address = `/drafts/${view.draft.slug}/remarks/${view.remark.number}`
  if (!view.signedIn || reply.withdrawn || reply.own) return null
  return (
    <p className={styles.who}>
      {!reply.hidden && (
        <Anchor href={`${address}/report?reply=${reply.id}`}>{moderation.report.link}</Anchor>
      )}
      {view.can.moderate && (
        <Anchor href={`${address}/hiding?reply=${reply.id}`}>
          {reply.hidden ? moderation.show : moderation.hide}
        </Anchor>
      )}
    </p>
  )
}
