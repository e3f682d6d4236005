import { useState } from 'react'
import { TextArea } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './remark-form.module.css'
import { WordDiff } from './word-diff.tsx'

/** The proposed wording and, as it is typed, what changes. Without JavaScript the change is shown after sending. */
export function Replacement({
  before,
  initial,
  error,
  max,
}: {
  before: string
  initial: string
  error?: string[]
  max: number
}) {
  const { reviewRemark } = useMessages()
  const words = reviewRemark.form
  const hydrated = useHydrated()
  const [after, setAfter] = useState(initial)
  return (
    <div className={styles.replacement}>
      <TextArea
        name="replacement"
        label={words.replacement}
        hint={words.replacementHint}
        error={error}
        defaultValue={initial}
        maxLength={max}
        rows={3}
        onInput={(event) => setAfter(event.currentTarget.value)}
      />
      {hydrated && after !== '' && before !== '' && after !== before && (
        <blockquote className={styles.diff}>
          <WordDiff before={before} after={after} />
        </blockquote>
      )}
    </div>
  )
}
