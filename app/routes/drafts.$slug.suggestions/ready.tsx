import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Wanted } from './row.tsx'
import type { SuggestionRow } from './suggestion-view.server.ts'
import styles from './suggestions.module.css'
import type { SuggestionsView } from './suggestions.server.ts'

/** Proposals that can go in, each with what contradicts it; one button for all that are marked. */
export function Ready({ view }: { view: SuggestionsView }) {
  const words = useMessages().revising.suggestions
  return (
    <section>
      <SectionHead title={words.ready} />
      <Form method="post" className={styles.form}>
        <input type="hidden" name="base" value={view.base} />
        <input type="hidden" name="edition" value={view.edition} />
        <ol className={styles.rows}>
          {view.ready.map((row) => (
            <li key={row.id} className={styles.choice}>
              <Mark row={row} />
              <div className={styles.what}>
                <Wanted slug={view.draft.slug} row={row} />
                {row.remark.decision?.decision === 'partly' && (
                  <TextArea
                    name={`words-${row.id}`}
                    label={words.words}
                    hint={words.wordsHint}
                    defaultValue={row.after}
                    rows={2}
                  />
                )}
              </div>
            </li>
          ))}
        </ol>
        <div className={styles.send}>
          <Button look="main">{words.submit}</Button>
          <p className={styles.note}>{words.submitText}</p>
        </div>
      </Form>
    </section>
  )
}

/** What nobody contradicts is marked; of two that contradict one another a person chooses. */
function Mark({ row }: { row: SuggestionRow }) {
  const words = useMessages().revising.suggestions
  const { number, decision } = row.remark
  const partly = decision?.decision === 'partly'
  const clash = row.meets.some(({ meeting, decision }) => meeting === 'clash' && decision !== null)
  return (
    <label className={styles.mark}>
      <input type="checkbox" name="chosen" value={row.id} defaultChecked={!partly && !clash} />
      <VisuallyHidden>{partly ? words.choosePart(number) : words.choose(number)}</VisuallyHidden>
    </label>
  )
}
