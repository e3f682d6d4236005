import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Covered } from './covered.tsx'
import styles from './remark.module.css'
import type { ThreadView } from './thread.server.ts'

/** What the author says against the record, and the answer; for the author a way to say so. */
export function Objections({ view }: { view: ThreadView }) {
  const words = useMessages().reviewIntake.objection
  const format = useFormat()
  const { objections, can, remark, draft } = view
  const address = `/drafts/${draft.slug}/remarks/${remark.number}/objection`
  const waits = objections.some(({ answer }) => answer === null)
  if (objections.length === 0 && !can.object) return null
  return (
    <Stack gap={2}>
      {objections.map(({ id, body, answer, corrected, due, covered }) => (
        <div key={id} className={styles.verdict}>
          <h2 className={styles.label}>{words.said}</h2>
          {covered && <Covered covered={covered} own={view.own} />}
          {body && <p className={styles.body}>{body}</p>}
          <p className={styles.quiet}>
            {answer !== null
              ? corrected
                ? words.corrected
                : words.kept
              : (due.over ? words.overdue : words.waiting)(format.day(due.day))}
          </p>
          {answer !== null && <p className={styles.body}>{answer}</p>}
          {view.signedIn && !view.own && <Acts view={view} id={id} covered={covered !== null} />}
        </div>
      ))}
      {waits && can.answerObjection && (
        <div>
          <LinkButton href={`${address}/answer`}>{words.answer}</LinkButton>
        </div>
      )}
      {can.object && !waits && <Anchor href={address}>{words.link}</Anchor>}
    </Stack>
  )
}

/** The reader's and the moderator's way. */
function Acts({ view, id, covered }: { view: ThreadView; id: string; covered: boolean }) {
  const { moderation } = useMessages()
  const address = `/drafts/${view.draft.slug}/remarks/${view.remark.number}`
  return (
    <p className={styles.who}>
      {!covered && <Anchor href={`${address}/report?objection=${id}`}>{moderation.report.link}</Anchor>}
      {view.can.moderate && (
        <Anchor href={`${address}/hiding?objection=${id}`}>
          {covered ? moderation.show : moderation.hide}
        </Anchor>
      )}
    </p>
  )
}
