import { useLoaderData } from '@remix-run/react'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { batchPage } from './page.server.ts'

/** What is asked of the reckoning beside the limits of the contest. */
export function Ask() {
  const { state } = useLoaderData<typeof batchPage>()
  const words = useMessages().contests.batch
  const { input, check, ...of } = useServerForm<Record<'cap' | 'fair', string>>({ cap: '50' })
  return (
    <FieldForm
      of={of}
      submit={state === null ? words.ask : words.again}
      {...(state === null ? { look: 'main' } : {})}
    >
      <Checkbox label={words.fair} hint={words.fairHint} {...check('fair')} />
      <Field
        label={words.cap}
        hint={words.capHint}
        type="number"
        min={5}
        max={95}
        width="short"
        {...input('cap')}
      />
    </FieldForm>
  )
}
