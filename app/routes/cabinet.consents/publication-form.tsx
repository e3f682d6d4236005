import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import styles from './consents.module.css'
import type { loader } from './route.tsx'

/** What of the person everybody sees, field by field; or nothing. */
export function PublicationForm() {
  const { fields, opened } = useLoaderData<typeof loader>()
  const words = useMessages().accounts.ownConsents
  const of = useServerForm<Record<string, string>>()
  const reply = useActionData<{ initialValue?: { fields?: string | string[] } }>()
  const chosen = reply ? [reply.initialValue?.fields ?? []].flat() : opened
  const { id, error } = of.input('fields')
  return (
    <>
      <FieldForm
        className={styles.action}
        of={of}
        action="/cabinet/consents"
        submit={opened.length > 0 ? words.choose : words.give}
        beside={<Anchor href="/consents#distribution">{words.read}</Anchor>}
      >
        <CheckboxGroup
          name="fields"
          legend={words.fields}
          hint={words.fieldsHint}
          options={fields}
          chosen={chosen}
          id={id}
          error={error}
        />
      </FieldForm>
      {opened.length > 0 && (
        <Form method="post" action="/cabinet/consents/withdrawal" className={styles.action}>
          <Button>{words.withdraw}</Button>
          <p className={styles.hint}>{words.withdrawHint}</p>
        </Form>
      )}
    </>
  )
}
