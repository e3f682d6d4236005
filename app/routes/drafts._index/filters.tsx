import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import styles from './filters.module.css'
import type { FiltersView } from './list.server.ts'

/** The filters of the list, a plain GET form; on a phone they fold. */
export function Filters({ filters }: { filters: FiltersView }) {
  const { reviews, ui } = useMessages()
  return (
    <>
      <details className={styles.folded} open={filters.chosen > 0}>
        <summary>{ui.filters(filters.chosen)}</summary>
        <FilterForm filters={filters} prefix="fold" />
      </details>
      <search className={styles.standing} aria-label={reviews.list.filters}>
        <FilterForm filters={filters} prefix="side" />
      </search>
    </>
  )
}

function FilterForm({ filters, prefix }: { filters: FiltersView; prefix: string }) {
  const { reviews } = useMessages()
  const words = reviews.list
  const stateWords = {
    open: words.open,
    ahead: words.ahead,
    past: words.past,
    unpublished: words.unpublished,
  }
  const choice = (options: readonly { value: string; chosen: boolean }[]) =>
    options.find(({ chosen }) => chosen)?.value ?? ''
  return (
    <form action="/drafts" className={styles.form}>
      <Stack gap={2}>
        <Field id={`${prefix}-q`} name="q" type="search" label={words.search} defaultValue={filters.words} />
        <Select id={`${prefix}-state`} name="state" label={words.stage} defaultValue={choice(filters.states)}>
          <option value="">{words.any}</option>
          {filters.states.map(({ value }) => (
            <option key={value} value={value}>
              {stateWords[value]}
            </option>
          ))}
        </Select>
        <Select id={`${prefix}-kind`} name="kind" label={words.kind} defaultValue={choice(filters.kinds)}>
          <option value="">{words.any}</option>
          {filters.kinds.map(({ value, label, count }) => (
            <option key={value} value={value}>{`${label} (${count})`}</option>
          ))}
        </Select>
        <Select
          id={`${prefix}-developer`}
          name="developer"
          label={words.developer}
          defaultValue={choice(filters.developers)}
        >
          <option value="">{words.any}</option>
          {filters.developers.map(({ value, label, count }) => (
            <option key={value} value={value}>{`${label} (${count})`}</option>
          ))}
        </Select>
        <div className={styles.buttons}>
          <Button>{words.apply}</Button>
          {filters.chosen > 0 && <Anchor href="/drafts">{words.reset}</Anchor>}
        </div>
      </Stack>
    </form>
  )
}
