import { Form, useLoaderData } from '@remix-run/react'
import { AcceptForm } from '#app/domain/panels/forms.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { recordedOf } from '#app/domain/panels/invitations/recording.server.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { found, idOf } from '#app/domain/problem.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Split, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { About } from './about.tsx'
import { Recorded } from './recorded.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const id = idOf(params.id)
  const mine = await ownInvitations(acting(ctx))
  const { invitation, panel, object, organisation } = found(mine.find((one) => one.invitation.id === id))
  return {
    title: t.panels.invitations.title,
    id,
    answered: invitation.answer !== null || panel.cancelledAt !== null,
    lastDay: invitation.lastDay,
    panel: { title: panel.title, lastDay: panel.lastDay },
    object,
    organisation,
    recorded: await recordedOf(acting(ctx), id),
  }
})

export const action = serveForm(AcceptForm, async ({ ctx, params }) => {
  await acceptInvitation(acting(ctx), idOf(params.id))
  return done('/cabinet/invitations', 'accepted')
})

export default function InvitationPage() {
  const { id, panel, answered, recorded } = useLoaderData<typeof loader>()
  const { invitations: words, invites } = useMessages().panels
  const format = useFormat()
  const { form, errors, check, busy } = useServerForm<{ noConflict: string; nonDisclosure: string }>()
  return (
    <Split side={<About />}>
      <section aria-labelledby="invitation">
        <SectionHead title={panel.title} id="invitation" />
        <Stack gap={3}>
          <FormErrors errors={errors} />
          <Prose>
            <p>{words.work(format.day(panel.lastDay))}</p>
          </Prose>
          {recorded && <Recorded id={id} recorded={recorded} />}
          {!answered && (
            <Form method="post" {...form}>
              <Stack gap={3}>
                <Checkbox label={invites.offer.noConflict} required {...check('noConflict')} />
                <Checkbox label={invites.offer.nonDisclosure} required {...check('nonDisclosure')} />
                <Row>
                  <Button look="main" aria-busy={busy}>
                    {words.accept}
                  </Button>
                  <LinkButton href={`/cabinet/invitations/${id}/refusal`}>{words.decline}</LinkButton>
                </Row>
              </Stack>
            </Form>
          )}
        </Stack>
      </section>
    </Split>
  )
}
