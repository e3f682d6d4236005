import { Form } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './log.module.css'
import { wordOf } from './log-words.ts'

type Asked = { kind: string; actor: string; object: string; day: string }

/** What to show of the log: by kind, person, object, day. */
export function LogFilters({ kind, actor, object, day }: Asked) {
  const words = useMessages().admin.log
  const groups = Object.entries(words.groups).map(([value, label]) => ({ value, label }))
  // An address may name one kind exactly: it stays chosen.
  const exact =
    kind && !Object.hasOwn(words.groups, kind) ? [{ value: kind, label: wordOf(words.events, kind) }] : []
  const kinds = [{ value: '', label: words.anything }, ...groups, ...exact]
  return (
    <Form method="get" className={styles.filters}>
      <Select label={words.kind} name="kind" defaultValue={kind} options={kinds} />
      <Field label={words.actor} name="actor" inputMode="numeric" defaultValue={actor} />
      <Field label={words.objectAsked} name="object" defaultValue={object} />
      <Field label={words.day} name="day" type="date" defaultValue={day} />
      <div className={styles.buttons}>
        <Button>{words.filter}</Button>
        {(kind || actor || object || day) && <Anchor href="/admin/log">{words.reset}</Anchor>}
      </div>
    </Form>
  )
}
