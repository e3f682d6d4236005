import { useLoaderData } from '@remix-run/react'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

/** The decision with its reasons. */
export function Answering() {
  const { writer, seated } = useLoaderData<typeof loader>()
  const { challenge: words } = useMessages().panels.conflicts
  const { input, ...of } = useServerForm<{ outcome: string; answer: string }>()
  const { defaultValue: _, ...outcome } = input('outcome')
  return (
    <section aria-labelledby="answering">
      <SectionHead title={words.decide} id="answering" />
      <FieldForm {...{ of, writer }} submit={words.submitAnswer}>
        <RadioGroup
          {...outcome}
          legend={words.outcome}
          options={[
            { value: 'upheld', label: words.uphold, hint: seated ? words.upholdHint : words.upholdLeft },
            { value: 'rejected', label: words.reject, hint: seated ? words.rejectHint : undefined },
          ]}
          defaultValue={of.value('outcome')}
          required
        />
        <TextArea
          label={words.answer}
          hint={words.answerHint}
          rows={5}
          maxLength={3000}
          required
          {...input('answer')}
        />
      </FieldForm>
    </section>
  )
}
