import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

/** Asks for the person's own mailbox; a refusal is shown on the page of the letter itself. */
export function LetterForm({ number }: { number: number }) {
  const { activation, accounts } = useMessages()
  const words = activation.handing.letter
  const { input, ...of } = useServerForm<{ email: string }>()
  return (
    <FieldForm of={of} action={`/desk/activation/${number}/letter`} submit={words.submit} look="main">
      <Field label={accounts.fields.email} hint={words.hint} type="email" required {...input('email')} />
    </FieldForm>
  )
}
