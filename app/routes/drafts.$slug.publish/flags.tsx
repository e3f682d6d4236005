import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { FlagsView } from './flags.server.ts'
import { Promises } from './promises.tsx'
import styles from './publish.module.css'

export type Said = Partial<
  Record<'seen' | 'unkeptReason' | 'unansweredReason', { errors?: string[]; initialValue?: string }>
>
type FlagsProps = { slug: string; flags: FlagsView; said: Said }

/** What stays open when this text is published; each with its way out. */
export function Flags({ slug, flags, said }: FlagsProps) {
  const words = useMessages().revising.flags
  const { unexplained, promises, unanswered } = flags
  if (unexplained.total + promises.length + unanswered.total === 0)
    return (
      <Notice kind="success" title={words.title}>
        {words.clear}
      </Notice>
    )
  return (
    <section className={styles.flags} aria-labelledby="flags">
      <div>
        <h2 id="flags">{words.title}</h2>
        <p className={styles.lead}>{words.lead}</p>
      </div>
      {unanswered.total > 0 && <Unanswered slug={slug} flags={flags} said={said} />}
      {promises.length > 0 && <Promises slug={slug} promises={promises} said={said} />}
      {unexplained.total > 0 && <Unexplained flags={flags} said={said} />}
    </section>
  )
}

function Unanswered({ slug, flags: { unanswered }, said }: FlagsProps) {
  const words = useMessages().revising.flags
  const more = unanswered.total - unanswered.numbers.length
  return (
    <div className={styles.flag}>
      <h3>{words.unanswered(unanswered.total)}</h3>
      <p className={styles.lead}>{words.unansweredText}</p>
      <p className={styles.numbers}>
        {unanswered.numbers.map((number) => (
          <Anchor key={number} href={`/drafts/${slug}/remarks/${number}/decision`}>
            №&nbsp;{number}
          </Anchor>
        ))}
        {more > 0 && <span>{words.more(more)}</span>}
        <Anchor href={`/drafts/${slug}/processing`}>{words.toRemarks}</Anchor>
      </p>
      <TextArea
        name="unansweredReason"
        label={words.unansweredReason}
        error={said.unansweredReason?.errors}
        defaultValue={said.unansweredReason?.initialValue}
        rows={2}
        required
      />
    </div>
  )
}

function Unexplained({ flags: { unexplained, seen }, said }: Omit<FlagsProps, 'slug'>) {
  const words = useMessages().revising.flags
  const more = unexplained.total - unexplained.rows.length
  return (
    <div className={styles.flag}>
      <h3>{words.unexplained(unexplained.total)}</h3>
      <p className={styles.lead}>{words.unexplainedText}</p>
      <ul className={styles.list}>
        {unexplained.rows.map((row) => (
          <li key={row.id}>
            <p className={styles.place}>
              <Tag tone={row.change === 'deleted' ? 'red' : 'amber'}>{words[row.change]}</Tag>
              <Anchor href={row.href}>{row.address}</Anchor>
            </p>
            <p className={styles.wording}>
              <WordDiff before={row.before} after={row.after} brief />
            </p>
          </li>
        ))}
        {more > 0 && <li>{words.more(more)}</li>}
      </ul>
      <Checkbox
        name="seen"
        value={seen}
        label={words.unexplainedSeen}
        error={said.seen?.errors}
        defaultChecked={said.seen?.initialValue === seen}
        required
      />
    </div>
  )
}
