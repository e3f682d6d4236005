import type { SubmissionResult } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { callPage } from './page.server.ts'

/** Two ways to deal with marks that lie apart: a consensus round, or one more expert. */
export function CallPage() {
  const { panel, difference, named } = useLoaderData<typeof callPage>()
  const words = useMessages().panels.rounds
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/panels/${panel.number}/conclusion`, label: panel.title }]}
        title={words.call.title}
        lead={words.call.text(difference)}
      />
      <Stack gap={6}>
        <section aria-labelledby="round">
          <SectionHead title={words.call.round} id="round" />
          <p>
            {words.call.roundText} {named ? words.named : words.anonymous}
          </p>
          <RoundFields />
        </section>
        <Third />
      </Stack>
    </Page>
  )
}

function RoundFields() {
  const { called, lastDay, today } = useLoaderData<typeof callPage>()
  const words = useMessages().panels.rounds.open
  const { input, ...of } = useServerForm<Record<'lastDay' | 'reason', string>>({ lastDay })
  const reply = useActionData<SubmissionResult<string[]>>()
  const sent = reply?.initialValue?.criteria
  const chosen = reply ? new Set(Array.isArray(sent) ? sent : [sent]) : null
  return (
    <FieldForm of={of} submit={words.submit}>
      <Fieldset legend={words.criteria} id="criteria" required error={reply?.error?.criteria ?? undefined}>
        {called.map(({ code, title, least, most }) => (
          <Checkbox
            key={code}
            name="criteria"
            value={code}
            label={words.apart(title, least, most)}
            defaultChecked={chosen?.has(code) ?? true}
          />
        ))}
      </Fieldset>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        rows={4}
        maxLength={3000}
        required
        {...input('reason')}
      />
      <Field label={words.lastDay} type="date" min={today} required {...input('lastDay')} />
    </FieldForm>
  )
}

function Third() {
  const { third, panel } = useLoaderData<typeof callPage>()
  const words = useMessages().panels.rounds.call
  return (
    <section aria-labelledby="third">
      <SectionHead title={words.third} id="third" />
      {third ? (
        <Form method="post" action={`/panels/${panel.number}/round/third`}>
          <Stack gap={2}>
            <p>{words.thirdText([third.name, third.organisation].filter(Boolean).join(', '))}</p>
            <div>
              <Button>{words.thirdSubmit}</Button>
            </div>
          </Stack>
        </Form>
      ) : (
        <p>{words.thirdNobody}</p>
      )}
    </section>
  )
}
