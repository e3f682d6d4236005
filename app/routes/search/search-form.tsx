import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './search.module.css'

/** The query, to be changed and asked again. */
export function SearchForm({ words }: { words: string }) {
  const { search } = useMessages()
  return (
    <search>
      <form action="/search" className={styles.form} key={words}>
        <Field
          id="search-q"
          name="q"
          type="search"
          label={search.label}
          hint={search.hint}
          defaultValue={words}
          maxLength={200}
          className={styles.field}
        />
        <Button look="main">{search.send}</Button>
      </form>
    </search>
  )
}
