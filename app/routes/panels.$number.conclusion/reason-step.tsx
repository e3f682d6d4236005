import { useLoaderData } from '@remix-run/react'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'

export interface ReasonedStep {
  title: string
  /** of the conclusion */
  number: string
  of: 'revoking' | 'revising'
  writer: number
}

/** What is done to an issued conclusion for a reason that everybody will read: it is revoked, or another is begun in its place. */
export function ReasonStep() {
  const { title, number, of: kind, writer } = useLoaderData<ReasonedStep>()
  const { conclusions, panels } = useMessages()
  const { input, ...of } = useServerForm<{ reason: string }>()
  const words = conclusions[kind]
  return (
    <StepPage
      back={{ href: `/conclusions/${number}`, label: panels.conclusionNumber(number) }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      look={kind === 'revoking' ? 'danger' : 'main'}
      writer={writer}
    >
      <TextArea label={words.reason} rows={4} maxLength={2000} required {...input('reason')} />
    </StepPage>
  )
}
