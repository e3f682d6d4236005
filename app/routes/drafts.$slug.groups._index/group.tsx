import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './groups.module.css'
import type { GroupView } from './groups.server.ts'

const FIRST = 12

/** One group: what its remarks say, and the button that makes or dissolves it. */
export function Group({ slug, group }: { slug: string; group: GroupView }) {
  const words = useMessages().reviewWork.processing
  const { id, kind, remarks } = group
  return (
    <form
      method="post"
      action={id ? `/drafts/${slug}/groups/${id}` : `/drafts/${slug}/groups`}
      className={styles.group}
    >
      <Tag tone="blue">{words.groupKinds[kind](remarks.length)}</Tag>
      <ul className={styles.remarks}>
        {remarks.slice(0, FIRST).map((remark) => (
          <li key={remark.id}>
            <Anchor href={`/drafts/${slug}/remarks/${remark.number}`}>№&nbsp;{remark.number}</Anchor>{' '}
            <span lang={remark.lang}>{remark.body || remark.replacement}</span>{' '}
            <span className={styles.who}>{remark.author.name}</span>
          </li>
        ))}
      </ul>
      {remarks.length > FIRST && <p className={styles.who}>{words.andMore(remarks.length - FIRST)}</p>}
      {!id &&
        remarks.map((remark) => <input key={remark.id} type="hidden" name="remarks" value={remark.id} />)}
      <Row>
        {id ? (
          <Button small>{words.dissolve}</Button>
        ) : (
          <Button small name="kind" value={kind}>
            {words.makeGroup}
          </Button>
        )}
      </Row>
    </form>
  )
}
