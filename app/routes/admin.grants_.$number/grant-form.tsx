import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

type Props = { roles: readonly { value: string; label: string }[]; places: readonly string[]; today: string }

/** A role, where it holds, for how long, and by what paper. */
export function GrantForm({ roles, places, today }: Props) {
  const { admin, accounts } = useMessages()
  const words = admin.grants
  const { input, value, ...of } = useServerForm<
    Record<'role' | 'scopeKind' | 'scopeCode' | 'from' | 'until' | 'ground', string>
  >({
    scopeKind: 'organisation',
    from: today,
  })
  const kinds = Object.entries(words.scopeKinds).map(([kind, label]) => ({ value: kind, label }))
  return (
    <FieldForm of={of} submit={words.give}>
      <Select label={words.role} required {...input('role')} options={roles} />
      <RadioGroup
        name="scopeKind"
        legend={words.scopeKind}
        inline
        options={kinds}
        defaultValue={value('scopeKind')}
        error={input('scopeKind').error}
      />
      <Field label={words.scope} hint={words.scopeHint} list="places" {...input('scopeCode')} />
      <datalist id="places">
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      <Row>
        <Field label={accounts.fields.from} type="date" required {...input('from')} />
        <Field
          label={`${accounts.fields.until} (${words.untilHint})`}
          type="date"
          min={today}
          {...input('until')}
        />
      </Row>
      <Field label={accounts.fields.ground} hint={words.groundHint} required {...input('ground')} />
    </FieldForm>
  )
}
