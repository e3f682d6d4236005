import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { type Vouched, Vouching } from './vouching.tsx'

/** Without a second step: what it takes, and the password that begins it. */
export function Begin({ email }: { email: string }) {
  const words = useMessages().secondFactor.begin
  const { input, ...of } = useServerForm<Vouched>()
  const steps = (
    <Prose>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Prose>
  )
  return (
    <section aria-labelledby="begin">
      <SectionHead title={words.title} id="begin" />
      <FieldForm of={of} submit={words.submit} lead={steps}>
        <Vouching input={input} withCode={false} email={email} />
      </FieldForm>
    </section>
  )
}
