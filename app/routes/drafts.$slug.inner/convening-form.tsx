import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

type ConveningFormProps = { organisations: { value: string; label: string }[]; until: string | null }

/** Who discusses, until when, and who is called; for organisations that do not discuss the draft already. */
export function ConveningForm({ organisations, until }: ConveningFormProps) {
  const words = useMessages().reviewInner.convening
  const format = useFormat()
  const { form, errors, input, busy } =
    useServerForm<Record<'organisationId' | 'circle' | 'lastDay' | 'people', string>>()
  return (
    <Form method="post" {...form}>
      <Stack gap={3}>
        <FormErrors errors={errors} />
        <Select label={words.organisation} required options={organisations} {...input('organisationId')} />
        <Field label={words.circle} hint={words.circleHint} required {...input('circle')} />
        <Field
          type="date"
          label={words.lastDay}
          hint={until && words.lastDayHint(format.day(until))}
          max={until ?? undefined}
          required
          {...input('lastDay')}
        />
        <TextArea label={words.people} hint={words.peopleHint} rows={5} required {...input('people')} />
        <div>
          <Button look="main" aria-busy={busy}>
            {words.submit}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}
