import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './deputy-list.module.css'

type Deputy = { id: string; mine: boolean; name: string; from: string; until: string | null; ground: string }

/** Who stands in for the person, and for whom the person stands in. */
export function DeputyList({ deputies }: { deputies: readonly Deputy[] }) {
  const words = useMessages().accounts.deputy
  return (
    <div className={styles.lists}>
      {deputies.length === 0 && (
        <>
          <h2>{words.empty}</h2>
          <p className={styles.quiet}>{words.emptyText}</p>
        </>
      )}
      <Group title={words.mine} deputies={deputies.filter(({ mine }) => mine)} />
      <Group title={words.theirs} deputies={deputies.filter(({ mine }) => !mine)} />
    </div>
  )
}

function Group({ title, deputies }: { title: string; deputies: readonly Deputy[] }) {
  const words = useMessages().accounts.deputy
  const format = useFormat()
  if (deputies.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {deputies.map(({ id, name, from, until, ground }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>{words.term(format.day(from), until ? format.day(until) : '…')}</span>
            <small>{ground}</small>
            <Form method="post" action={`/cabinet/deputy/${id}`}>
              <Button small>{words.end}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
