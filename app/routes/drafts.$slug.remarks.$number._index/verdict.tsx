import { toneOfDecision } from '#app/routes/drafts.$slug/views.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './remark.module.css'
import type { ThreadView } from './thread.server.ts'

type Words = ReturnType<typeof useMessages>

/** What is to be expected where there is no decision. */
function undecidedWords({ inPosition, ended }: ThreadView['remark'], { reviews, reviewRemark }: Words) {
  if (inPosition) return reviews.inPosition[inPosition]
  const { noDecision, noDecisionOver } = reviewRemark.page
  return ended ? noDecisionOver[ended] : noDecision
}

/** What the developer decided and why, with the decisions before it. */
export function Verdict({ view }: { view: ThreadView }) {
  const messages = useMessages()
  const { reviews, reviewRemark } = messages
  const words = reviewRemark.page
  const { decision, inPosition } = view.remark
  const address = `/drafts/${view.draft.slug}`
  return (
    <section className={styles.verdict}>
      <h2>{inPosition ? words.inPosition : words.decision}</h2>
      {decision ? (
        <>
          <p className={styles.who}>
            <Tag tone={toneOfDecision[decision.decision]}>{reviews.decisions[decision.decision]}</Tag>
            <span className={styles.quiet}>
              <Time value={decision.decidedAt} />
            </span>
          </p>
          {decision.reason && <p className={styles.body}>{decision.reason}</p>}
          {decision.changedVersion !== null && (
            <p>
              <Anchor href={`${address}/versions/${decision.changedVersion}`}>
                {words.landed(decision.changedVersion)}
              </Anchor>
            </p>
          )}
        </>
      ) : (
        view.remark.kind !== 'support' && (
          <p className={styles.quiet}>{undecidedWords(view.remark, messages)}</p>
        )
      )}
      {view.can.decide && (
        <div>
          <LinkButton
            href={`${address}/remarks/${view.remark.number}/decision`}
            look={decision ? 'default' : 'main'}
          >
            {decision ? words.changeDecision : words.decide}
          </LinkButton>
        </div>
      )}
      {view.earlier.map((one) => (
        <details key={one.id} className={styles.quiet}>
          <summary>
            {words.earlier}: {reviews.decisions[one.decision]}, <Time value={one.decidedAt} />
          </summary>
          <p className={styles.body}>{one.reason}</p>
        </details>
      ))}
    </section>
  )
}
