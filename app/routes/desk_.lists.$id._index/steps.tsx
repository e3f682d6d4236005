import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

/** What the list waits for, and the step of whoever may take it. */
export function NextStep() {
  const view = useLoaderData<typeof loader>()
  const { page } = useMessages().candidates
  const { errors } = useServerForm<Record<'step', string>>()
  const { list, stopped, candidates, agreements, weighs } = view
  const here = `/desk/lists/${list.id}`
  const weighed = weighs && candidates.length > 0 && list.state !== 'registered'
  return (
    <Stack gap={2}>
      <FormErrors errors={errors} />
      {weighed && (
        <Notice kind={stopped > 0 ? 'warn' : 'success'}>
          {stopped > 0 ? page.blocked(stopped) : page.allOpen}
        </Notice>
      )}
      <Form method="post">
        <Row>
          {view.maySend && (
            <Button look="main" name="step" value="send">
              {agreements.length > 0 ? page.send : page.sendNow}
            </Button>
          )}
          {view.mayDecide && (
            <LinkButton href={`${here}/decision`} look="main">
              {page.decide}
            </LinkButton>
          )}
          {view.mayRegister && (
            <LinkButton href={`/orders/new?list=${list.id}`} look="main">
              {page.enter}
            </LinkButton>
          )}
          {view.mayPrint && (
            <LinkButton href={`${here}/order.docx`} download>
              {page.docx}
            </LinkButton>
          )}
        </Row>
      </Form>
    </Stack>
  )
}

/** Steps back: taken by a button, each with what follows from it. */
export function OtherSteps() {
  const { mayRecall, mayChange, mayRestore } = useLoaderData<typeof loader>()
  const { candidates, applications } = useMessages()
  const { page } = candidates
  const { gather } = applications
  return (
    <Form method="post">
      <Stack gap={2}>
        {mayChange && (
          <Row>
            <Button name="step" value="gather">
              {gather.button}
            </Button>
            <small>{gather.hint}</small>
          </Row>
        )}
        {mayRecall && (
          <Row>
            <Button name="step" value="recall">
              {page.recall}
            </Button>
            <small>{page.recallText}</small>
          </Row>
        )}
        {mayChange && (
          <Row>
            <Button look="danger" name="step" value="discard">
              {page.discard}
            </Button>
            <small>{page.discardText}</small>
          </Row>
        )}
        {mayRestore && (
          <Row>
            <Button name="step" value="restore">
              {page.restore}
            </Button>
            <small>{page.restoreText}</small>
          </Row>
        )}
      </Stack>
    </Form>
  )
}
