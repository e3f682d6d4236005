import { useActionData, useLoaderData } from '@remix-run/react'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { ReasonFields } from './reason-fields.tsx'
import type { loader } from './route.tsx'

/** Which fields and why: nothing opens before both are said. */
export function ReadForm() {
  const { fields, reasons } = useLoaderData<typeof loader>()
  const words = useMessages().closedData.person
  const of = useServerForm<Record<string, string>>()
  const reply = useActionData<{ initialValue?: { fields?: string | string[] } }>()
  const chosen = [reply?.initialValue?.fields ?? []].flat()
  return (
    <FieldForm of={of} submit={words.submit}>
      <ReasonFields of={of} fields={fields} reasons={reasons} chosen={chosen} />
    </FieldForm>
  )
}
