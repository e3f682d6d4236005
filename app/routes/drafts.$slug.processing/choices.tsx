import { remarkKindCodes } from '#app/routes/drafts.$slug/views.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './processing.module.css'
import type { ChoicesView } from './processing.server.ts'

/** What the table shows and in which order; a plain GET form. */
export function Choices({
  slug,
  choices,
  executors,
}: {
  slug: string
  choices: ChoicesView
  executors: readonly { id: string; name: string }[]
}) {
  const { reviewWork, reviews } = useMessages()
  const words = reviewWork.processing
  return (
    <search aria-label={words.filters}>
      <form action={`/drafts/${slug}/processing`} className={styles.choices}>
        <Select
          name="state"
          label={words.state}
          defaultValue={choices.state}
          options={(['waiting', 'answered', 'all'] as const).map((value) => ({
            value,
            label: words.states[value],
          }))}
        />
        <Select
          name="section"
          label={words.section}
          defaultValue={choices.section}
          className={styles.section}
          options={[
            { value: '', label: words.all },
            ...choices.sections.map(({ value, label, count }) => ({ value, label: `${label} (${count})` })),
          ]}
        />
        <Select
          name="kind"
          label={words.kind}
          defaultValue={choices.kind}
          options={[
            { value: '', label: words.allKinds },
            ...remarkKindCodes.map((value) => ({ value, label: reviews.kinds[value] })),
          ]}
        />
        <Select
          name="sort"
          label={words.sort}
          defaultValue={choices.sort}
          options={(['text', 'weight', 'support', 'received'] as const).map((value) => ({
            value,
            label: words.sorts[value],
          }))}
        />
        <Select
          name="executor"
          label={words.executor}
          defaultValue={choices.executor}
          options={[
            { value: '', label: words.anyExecutor },
            { value: 'me', label: words.mine },
            ...executors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button>{words.apply}</Button>
      </form>
    </search>
  )
}
