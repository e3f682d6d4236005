import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import { Covered } from './covered.tsx'
import styles from './remark.module.css'
import type { ThreadView } from './thread.server.ts'

/** Who of the organisation thinks otherwise than its position, beside every remark of it. */
export function Dissents({ view }: { view: ThreadView }) {
  const words = useMessages().reviewInner.positions
  return (
    <section className={styles.verdict}>
      <h2 className={styles.label}>{words.dissents}</h2>
      {view.dissents.map((one) => (
        <div key={one.id}>
          {one.covered && <Covered covered={one.covered} own={one.own} />}
          {one.body && <p className={styles.body}>{one.body}</p>}
          <p className={styles.quiet}>
            {one.name ?? words.dissenter}, <Time value={one.signedAt} as="date" />
          </p>
        </div>
      ))}
      <p>
        <Anchor href={`/drafts/${view.draft.slug}/positions`}>{words.title}</Anchor>
      </p>
    </section>
  )
}
