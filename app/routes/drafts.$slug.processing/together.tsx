import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import styles from './processing.module.css'
import type { ProcessingView } from './route.tsx'

/** What is done with the marked remarks: give them to somebody, or answer them together. */
export function Together({ view }: { view: Pick<ProcessingView, 'draft' | 'executors' | 'today'> }) {
  const words = useMessages().reviewWork.processing
  const address = `/drafts/${view.draft.slug}`
  return (
    <fieldset className={styles.together}>
      <legend>{words.marked}</legend>
      <div className={styles.choices}>
        <Select
          id="give-executor"
          name="executor"
          label={words.give}
          options={[
            { value: '', label: words.nobody },
            ...view.executors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Field name="dueDay" type="date" label={words.dueDay} min={view.today} />
        <Button formAction={`${address}/assignments`}>{words.giveButton}</Button>
      </div>
      <Row>
        <Button formAction={`${address}/groups`} name="kind" value="similar">
          {words.groupSimilar}
        </Button>
        <Button formAction={`${address}/groups`} name="kind" value="copies">
          {words.groupCopies}
        </Button>
        <Anchor href={`${address}/groups`}>{words.findAlike}</Anchor>
      </Row>
    </fieldset>
  )
}
