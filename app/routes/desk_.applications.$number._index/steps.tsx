import { Form, useLoaderData } from '@remix-run/react'
import { DecisionFields } from '#app/routes/desk_.applications._index/decision-fields.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

/** The decision on one application, while it waits for one. */
export function DecideForm() {
  const { view, grounds } = useLoaderData<typeof loader>()
  const words = useMessages().applications.desk
  const of = useServerForm<{ decision: string; words: string; grounds: string }>()
  const waits = view.stage === 'review' || view.stage === 'survey'
  if (!view.may.decide || !waits) return null
  return (
    <section aria-labelledby="decide">
      <SectionHead title={words.decide} id="decide" />
      <FieldForm of={of} submit={words.submit} action={`/desk/applications/${view.number}?index`}>
        <input type="hidden" name="applications" value={view.number} />
        <DecisionFields of={of} grounds={grounds} />
      </FieldForm>
    </section>
  )
}

/** Other steps of those who decide, and of the organisation that cares for its people. */
export function OtherSteps() {
  const { view } = useLoaderData<typeof loader>()
  const words = useMessages().applications.desk
  const { stage, may, number } = view
  const here = `/desk/applications/${number}`
  return (
    <Row>
      {may.paper && stage === 'nominated' && <LinkButton href={`${here}/paper`}>{words.paper}</LinkButton>}
      {may.dictate && stage === 'survey' && <LinkButton href={`${here}/survey`}>{words.dictate}</LinkButton>}
      {may.answer && stage === 'appealed' && (
        <LinkButton href={`${here}/appeal`} look="main">
          {words.answerAppeal}
        </LinkButton>
      )}
      {may.decide && (stage === 'admitted' || stage === 'refused') && (
        <LinkButton href={`${here}/return`}>{words.return}</LinkButton>
      )}
      {may.care && (stage === 'nominated' || stage === 'survey') && (
        <Form method="post" action={`${here}/reminder`}>
          <Button>{words.remind}</Button>
        </Form>
      )}
      {may.care && stage === 'nominated' && (
        <Form method="post" action={`${here}/recall`}>
          <Button look="danger">{words.recall}</Button>
        </Form>
      )}
    </Row>
  )
}
