import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './return.module.css'
import type { ItemView, ReturnPage } from './return.server.ts'

type ItemProps = { item: ItemView; draft: ReturnPage['draft']; taken: boolean }

/** One entry: where, what is said, and whether it goes out. */
export function Item({ item, draft, taken }: ItemProps) {
  const words = useMessages().reviewWord
  const { key, kind, answers, before, replacement, exact } = item
  const about = `${kind === 'proposal' ? words.proposal : words.remark}: ${item.address}`
  return (
    <li className={styles.item}>
      <Checkbox
        name="take"
        value={key}
        defaultChecked={taken}
        label={answers === null ? about : words.answer(answers)}
      />
      {item.near && <p className={styles.warn}>{words.near}</p>}
      {before !== null && replacement !== null ? (
        <blockquote className={styles.quote} lang={draft.lang}>
          <WordDiff before={before} after={replacement} brief />
        </blockquote>
      ) : (
        exact !== '' && (
          <blockquote className={styles.quote} lang={draft.lang}>
            {exact}
          </blockquote>
        )
      )}
      {item.change && item.change.way !== 'same' && <Sentence change={item.change} />}
      <p className={styles.body}>{item.body}</p>
      {kind !== 'proposal' && kind !== 'reply' && (
        <Select
          name={`kinds.${key}`}
          label={words.kind}
          defaultValue={kind}
          options={(['criticism', 'question', 'objection', 'support'] as const).map((value) => ({
            value,
            label: words.kinds[value],
          }))}
        />
      )}
      <p className={styles.quiet}>
        {[item.author && words.by(item.author), item.resolved && words.closed].filter(Boolean).join(' · ')}
        {item.author && item.place && ' · '}
        {item.place && (
          <a href={`/drafts/${draft.slug}#${item.place}`} target="_blank" rel="noreferrer">
            {words.show}
          </a>
        )}
      </p>
    </li>
  )
}

function Sentence({ change }: { change: NonNullable<ItemView['change']> }) {
  const { page } = useMessages().reviewRemark
  const { way, old, fresh } = change
  const sentence = {
    same: '',
    replace: page.replaceSentence(old, fresh),
    remove: page.removeSentence(old),
    after: page.afterSentence(old, fresh),
    before: page.beforeSentence(old, fresh),
  }[way]
  return <p className={styles.quiet}>{sentence}</p>
}
