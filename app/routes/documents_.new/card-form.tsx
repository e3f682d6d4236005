import type { ReactNode } from 'react'
import type { CardInput } from '#app/domain/documents/forms.ts'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { CardChoices } from './card-choices.server.ts'
import styles from './card-form.module.css'

type Props = { choices: CardChoices; value: Partial<CardInput>; fresh?: boolean }
type Input = ReturnType<typeof useServerForm<CardInput>>['input']

/** The card of a document; only a fresh one chooses its address. */
export function CardForm({ choices, value, fresh }: Props) {
  const { documents } = useMessages()
  const words = documents.card
  const { input, ...of } = useServerForm<CardInput>(value)
  return (
    <FieldForm of={of} submit={words.save}>
      <Choice label={documents.kind} empty={words.chooseKind} options={choices.kinds} {...input('kind')} />
      <Choice label={documents.tier} empty={words.chooseTier} options={choices.tiers} {...input('tier')} />
      <Field label={documents.issuer} hint={words.issuerHint} list="issuers" required {...input('issuer')} />
      <Suggestions id="issuers">
        {choices.issuers.map((name) => (
          <option key={name} value={name} />
        ))}
      </Suggestions>
      <div className={styles.pair}>
        <Field label={documents.number} hint={words.numberHint} required {...input('number')} />
        <Field label={documents.day} type="date" required {...input('day')} />
      </div>
      <TextArea label={words.name} rows={2} required {...input('title')} />
      <TextArea label={words.summary} hint={words.summaryHint} {...input('summary')} />
      <TextArea label={documents.basis} hint={words.basisHint} rows={2} {...input('basis')} />
      <Term input={input} />
      <Field label={words.supersedes} hint={words.supersedesHint} list="documents" {...input('supersedes')} />
      <Suggestions id="documents">
        {choices.documents.map(({ code, title }) => (
          <option key={code} value={code} label={title} />
        ))}
      </Suggestions>
      {fresh && <Field label={words.code} hint={words.codeHint} {...input('code')} />}
    </FieldForm>
  )
}

function Term({ input }: { input: Input }) {
  const words = useMessages().documents.card
  return (
    <div className={styles.term}>
      <div className={styles.pair}>
        <Field label={words.firstDay} type="date" {...input('firstDay')} />
        <Field label={words.lastDay} type="date" {...input('lastDay')} />
      </div>
      <p>{words.termHint}</p>
    </div>
  )
}

type ChoiceProps = ReturnType<Input> & {
  label: string
  empty: string
  options: readonly { value: string; label: string }[]
}

function Choice({ empty, options, ...field }: ChoiceProps) {
  return (
    <Select {...field} required>
      <option value="">{empty}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}

function Suggestions({ id, children }: { id: string; children: ReactNode }) {
  return <datalist id={id}>{children}</datalist>
}
