import { Follow, type FollowProps } from './follow.tsx'
import type { Link } from './reading.ts'
import styles from './told.module.css'

type ToldProps = { slug: string; follow: FollowProps['follow'] | null; feeds: readonly Link[] }

/** How to hear of what happens here: «Следить», the feed, the terms for a calendar. */
export function Told({ slug, follow, feeds }: ToldProps) {
  if (!follow && feeds.length === 0) return null
  return (
    <div className={styles.told} data-print="off">
      {follow && <Follow slug={slug} next={`/drafts/${slug}`} follow={follow} />}
      {feeds.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </div>
  )
}
