import { ChosenFields } from '#app/routes/activation._index/activation-fields.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'

export type SignUpTyped = Record<
  'familyName' | 'givenName' | 'patronymic' | 'email' | 'password' | 'processing' | 'distribution',
  string
>
type Form = ReturnType<typeof useServerForm<SignUpTyped>>

/** What everyone who gets a sign-in is asked: names, e-mail, password, both consents. */
export function SignUpFields({ input, check }: Pick<Form, 'input' | 'check'>) {
  const { fields } = useMessages().accounts
  return (
    <>
      <Field label={fields.familyName} autoComplete="family-name" required {...input('familyName')} />
      <Field label={fields.givenName} autoComplete="given-name" required {...input('givenName')} />
      <Field
        label={fields.patronymic}
        hint={fields.patronymicHint}
        autoComplete="additional-name"
        {...input('patronymic')}
      />
      <Field label={fields.email} type="email" autoComplete="email" required {...input('email')} />
      <ChosenFields input={input} check={check} fresh />
    </>
  )
}
