import { useLoaderData } from '@remix-run/react'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import type { StepView } from './step.server.ts'

/** One step with a practice, said before it is done; a withdrawal asks why. */
export function PracticeStep() {
  const { step, number, name, writer } = useLoaderData<StepView>()
  const { practices } = useMessages()
  const words = practices.writing
  const { input, check: _, value: __, ...of } = useServerForm<{ reason: string }>()
  return (
    <StepPage
      back={{ href: `/practices/${number}`, label: practices.card.number(number) }}
      title={words.step[step].title}
      lead={words.step[step].lead}
      of={of}
      submit={practices.steps[step]}
      look={step === 'withdrawal' || step === 'discarding' ? 'danger' : 'main'}
      writer={writer}
    >
      <p>
        <strong lang="ru">{name}</strong>
      </p>
      {step === 'withdrawal' && (
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          rows={3}
          maxLength={3000}
          required
          {...input('reason')}
        />
      )}
    </StepPage>
  )
}
