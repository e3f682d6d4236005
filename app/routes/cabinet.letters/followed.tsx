import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './letters.module.css'

export interface FollowedView {
  kind: string
  id: string
  slug: string
  title: string
  place: string
  address: string
}

/** What the person follows, each with its way out. */
export function Followed({ followed }: { followed: readonly FollowedView[] }) {
  const words = useMessages().notifications.letters
  return (
    <section className={styles.letters}>
      <SectionHead title={words.followed} />
      {followed.length === 0 && <p className={styles.quiet}>{words.nothing}</p>}
      <ul className={styles.list}>
        {followed.map((one) => (
          <li key={one.id}>
            <span>
              <Anchor href={one.address}>{one.title}</Anchor>
              {one.place && <span className={styles.quiet}> · {one.place}</span>}
            </span>
            <form method="post" action={`/drafts/${one.slug}/following`}>
              <input type="hidden" name="kind" value={one.kind} />
              <input type="hidden" name="id" value={one.id} />
              <input type="hidden" name="follow" value="off" />
              <input type="hidden" name="next" value="/cabinet/letters" />
              <Button small>{words.unfollow}</Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
