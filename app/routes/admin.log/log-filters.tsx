import { Form } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './log.module.css'

/** What to show of the log: by kind, person, day. */
export function LogFilters({ kind, actor, day }: { kind: string; actor: string; day: string }) {
  const words = useMessages().admin.log
  return (
    <Form method="get" className={styles.filters}>
      <Field
        label={words.kind}
        name="kind"
        placeholder="remark.decided"
        defaultValue={kind}
        spellCheck={false}
        autoCapitalize="none"
      />
      <Field label={words.actor} name="actor" inputMode="numeric" defaultValue={actor} />
      <Field label={words.day} name="day" type="date" defaultValue={day} />
      <div className={styles.buttons}>
        <Button>{words.filter}</Button>
        {(kind || actor || day) && <Anchor href="/admin/log">{words.reset}</Anchor>}
      </div>
    </Form>
  )
}
