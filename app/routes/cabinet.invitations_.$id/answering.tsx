import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'
import { Texts } from './texts.tsx'

type Typed = { noConflict: string; nonDisclosure: string }

/** Consent with its two papers, or another answer. */
export function Answering() {
  const { id, panel } = useLoaderData<typeof loader>()
  const { invitations: words, invites } = useMessages().panels
  const format = useFormat()
  const { form, errors, check, busy } = useServerForm<Typed>()
  return (
    <Stack gap={3}>
      <FormErrors errors={errors} />
      <Prose>
        <p>{words.work(format.day(panel.lastDay))}</p>
      </Prose>
      <h3>{invites.offer.texts}</h3>
      <Texts />
      <Form method="post" {...form}>
        <Stack gap={3}>
          <Checkbox label={invites.offer.noConflict} required {...check('noConflict')} />
          <Checkbox label={invites.offer.nonDisclosure} required {...check('nonDisclosure')} />
          <Row>
            <Button look="main" aria-busy={busy}>
              {words.accept}
            </Button>
            <LinkButton href={`/cabinet/invitations/${id}/later`}>{invites.offer.later}</LinkButton>
            <LinkButton href={`/cabinet/invitations/${id}/refusal`} look="quiet">
              {words.decline}
            </LinkButton>
          </Row>
        </Stack>
      </Form>
    </Stack>
  )
}
