import { useState } from 'react'
import { type Way, wordingOf, wordingWays } from '#app/domain/reviews/remarks/wording.ts'
import { Select, TextArea } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './remark-form.module.css'
import { WordDiff } from './word-diff.tsx'

/** The proposed wording and, as it is typed, what changes. Without JavaScript the change is shown after sending. */
export function Replacement({
  before,
  way: first,
  initial,
  error,
  max,
}: {
  before: string
  way: string | undefined
  initial: string
  error?: string[]
  max: number
}) {
  const { reviewRemark } = useMessages()
  const words = reviewRemark.form
  const hydrated = useHydrated()
  const [typed, setTyped] = useState(initial)
  const [way, setWay] = useState((first ?? 'replace') as Way)
  const after = way === 'remove' || typed !== '' ? wordingOf(way, before, typed) : before
  return (
    <div className={styles.replacement}>
      <Select
        name="way"
        label={words.way}
        defaultValue={way}
        onChange={(event) => setWay(event.currentTarget.value as Way)}
        options={wordingWays.map((value) => ({
          value,
          label: words.ways[value],
        }))}
      />
      <TextArea
        name="replacement"
        label={words.replacement}
        hint={words.replacementHint}
        error={error}
        defaultValue={initial}
        maxLength={max}
        rows={3}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {hydrated && before !== '' && after !== before && (
        <blockquote className={styles.diff}>
          <WordDiff before={before} after={after} />
        </blockquote>
      )}
    </div>
  )
}
