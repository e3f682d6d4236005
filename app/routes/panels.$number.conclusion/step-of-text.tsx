import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'

export interface TextStep {
  title: string
  lead: string
  /** of the panel */
  number: number
}

/** One press on the text of a conclusion: taken back from the members, or made the document that is signed. */
export function StepOfText() {
  const { title, lead, number } = useLoaderData<TextStep>()
  const { panels } = useMessages()
  const { input: _, ...of } = useServerForm()
  return (
    <StepPage
      back={{ href: `/panels/${number}/conclusion`, label: panels.conclusion.work }}
      title={title}
      lead={lead}
      of={of}
      submit={title}
    >
      {null}
    </StepPage>
  )
}
