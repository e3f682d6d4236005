import { Anchor } from '#app/ui/anchor.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'

type Name = 'password' | 'processing' | 'distribution'
export type Chosen = Record<Name, string>
type Form = ReturnType<typeof useServerForm<Chosen>>
type Of<F extends 'input' | 'check'> = Omit<ReturnType<Form[F]>, 'name'> & { name: string }
type Props = {
  input: (name: 'password') => Of<'input'>
  check: (name: 'processing' | 'distribution') => Of<'check'>
  /** the account is new: no password is in use yet */
  fresh?: boolean
}

/** What whoever begins to sign in chooses: a password and both consents. */
export function ChosenFields({ input, check, fresh }: Props) {
  const { fields, signUp: words } = useMessages().accounts
  return (
    <>
      <Field
        label={fresh ? fields.password : fields.newPassword}
        hint={fields.passwordHint}
        type="password"
        autoComplete="new-password"
        required
        {...input('password')}
      />
      <Stack gap={2}>
        <Checkbox label={words.processing} hint={words.processingHint} required {...check('processing')} />
        <Checkbox label={words.distribution} hint={words.distributionHint} {...check('distribution')} />
        <p>
          <Anchor href="/consents" target="_blank">
            {words.texts}
          </Anchor>
        </p>
      </Stack>
    </>
  )
}
