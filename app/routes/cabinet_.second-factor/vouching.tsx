import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'
import { CodeField } from './code-field.tsx'

export type Vouched = { currentPassword: string; oneTimeCode: string }
type Props = { input: ReturnType<typeof useServerForm<Vouched>>['input']; withCode: boolean; email: string }

/** Who changes the sign-in says the password and, where there is a second step already, a code. */
export function Vouching({ input, withCode, email }: Props) {
  const { accounts, secondFactor } = useMessages()
  const code = input('oneTimeCode')
  return (
    <>
      <input type="hidden" autoComplete="username" name="username" value={email} />
      <Field
        label={accounts.fields.currentPassword}
        type="password"
        autoComplete="current-password"
        required
        {...input('currentPassword')}
      />
      {withCode && (
        <CodeField
          {...{ name: code.name, id: code.id, error: code.error }}
          note={secondFactor.recoveryHint}
          recovery
        />
      )}
    </>
  )
}
