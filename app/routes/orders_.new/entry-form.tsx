import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import type { OrderEntryInput } from '#app/domain/experts/forms.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { type Checked, CheckedList } from './checked-list.tsx'
import type { OrderChoices } from './choices.server.ts'
import { controlOf } from './control.ts'
import styles from './entry.module.css'
import { Parts, type TypedPart } from './parts.tsx'

/** What the form begins with, when the order comes from a list of candidates. */
interface Filled {
  list: { id: string }
  fields: Partial<Record<'issuer' | 'title' | 'effect' | 'basis' | 'agreedWith', string>>
  part: TypedPart
}
type Props = {
  choices: OrderChoices
  filled: Filled | null
  lastResult?: SubmissionResult<string[]>
  checked?: Checked
}
type EntryFields = ReturnType<typeof useForm<OrderEntryInput>>[1]

/** The facts of an order and its lists; nothing is registered until the list was shown. */
export function EntryForm({ choices, filled, lastResult, checked }: Props) {
  const { entry } = useMessages().experts
  const [form, fields] = useForm<OrderEntryInput>({
    ...{ id: 'order', lastResult },
    ...(filled ? { defaultValue: filled.fields } : {}),
  })
  const busy = useNavigation().state === 'submitting'
  const errors = Object.entries(form.allErrors).flatMap(([name, texts]) =>
    texts.map((text) => (name === '' ? { text } : { text, field: `${form.id}-${name}` })),
  )
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <Stack gap={4}>
        <FormErrors errors={errors} />
        <Requisites fields={fields} choices={choices} />
        <section>
          <SectionHead title={entry.lists} />
          <Stack gap={3}>
            <p>{entry.listsHint}</p>
            <Parts
              typed={lastResult ? partsOf(lastResult) : filled ? [filled.part] : []}
              errors={form.allErrors}
              directions={choices.directions}
            />
          </Stack>
        </section>
        {filled && <input type="hidden" name="list" value={filled.list.id} />}
        {checked && <CheckedList checked={checked} />}
        <div>
          <Button look="main" aria-busy={busy}>
            {checked ? entry.submit : entry.check}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}

function Requisites({ fields, choices }: { fields: EntryFields; choices: OrderChoices }) {
  const { entry, orders } = useMessages().experts
  return (
    <section>
      <SectionHead title={entry.requisites} />
      <Stack gap={3}>
        <Field
          label={orders.issuer}
          hint={entry.issuerHint}
          list="issuers"
          required
          {...controlOf(fields.issuer)}
        />
        <datalist id="issuers">
          {choices.issuers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <div className={styles.pair}>
          <Field label={orders.number} hint={entry.numberHint} required {...controlOf(fields.number)} />
          <Field label={orders.day} type="date" required {...controlOf(fields.day)} />
        </div>
        <Field label={entry.orderTitle} hint={entry.titleHint} required {...controlOf(fields.title)} />
        <Select
          label={orders.effect}
          hint={entry.effectHint}
          options={choices.effects}
          required
          {...controlOf(fields.effect)}
        />
        <TextArea label={orders.basis} hint={entry.basisHint} rows={2} {...controlOf(fields.basis)} />
        <Field label={entry.signatoryPost} hint={entry.signatoryHint} {...controlOf(fields.signatoryPost)} />
        <Field
          label={orders.agreedWith}
          hint={entry.agreedWithHint}
          list="issuers"
          {...controlOf(fields.agreedWith)}
        />
      </Stack>
    </section>
  )
}

/** The lists of the reply, as its names of fields nest them. */
function partsOf(reply?: SubmissionResult<string[]>): TypedPart[] {
  const parts: unknown = reply?.initialValue?.parts
  return Array.isArray(parts) ? parts : []
}
