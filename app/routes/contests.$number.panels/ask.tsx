import { useLoaderData } from '@remix-run/react'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { batchPage } from './page.server.ts'

/** What is asked of the reckoning beside the limits of the contest. */
export function Ask() {
  const { state } = useLoaderData<typeof batchPage>()
  const { batch: words, lots } = useMessages().contests
  const { input, check, value, ...of } = useServerForm<Record<'way' | 'cap' | 'fair', string>>({ cap: '50' })
  const first = state === null
  return (
    <section>
      {!first && <SectionHead title={words.again} />}
      <FieldForm of={of} submit={first ? words.ask : words.again} {...(first ? { look: 'main' } : {})}>
        <RadioGroup
          name="way"
          legend={lots.way}
          defaultValue={value('way') ?? 'best'}
          options={[
            { value: 'best', label: lots.best, hint: lots.bestHint },
            { value: 'lot', label: lots.byLot, hint: lots.byLotHint },
          ]}
        />
        <Field
          label={lots.cap}
          hint={lots.capHint}
          type="number"
          min={5}
          max={95}
          width="short"
          {...input('cap')}
        />
        <Checkbox label={words.fair} hint={words.fairHint} {...check('fair')} />
      </FieldForm>
    </section>
  )
}
