import { redirect, useLoaderData } from '@remix-run/react'
import { OneTimeCode } from '#app/domain/accounts/forms.ts'
import { demoCode } from '#app/domain/accounts/one-time.server.ts'
import { passStep, stepOfTicket } from '#app/domain/accounts/second-step.server.ts'
import { CodeField } from '#app/routes/cabinet_.second-factor/code-field.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { enterFully } from '#app/web/entering.server.ts'
import { nextPath, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(
  async ({ ctx, t, visit, services }) => {
    const words = t.secondFactor.signIn
    if (!visit.ticket) throw redirect('/signin')
    const step = await stepOfTicket(ctx, services.vault, visit.ticket)
    const demo = step && services.config.demo ? await demoCode(ctx, services.vault, step.userId) : null
    return { title: step ? words.title : words.deadTitle, alive: step !== null, demo }
  },
  { confined: true },
)

export const action = serveForm(
  OneTimeCode,
  async (args) => {
    const { ctx, value, visit, services } = args
    const given = { ticket: visit.ticket, code: value.oneTimeCode, address: visit.address }
    const { userId, next, means } = await passStep(ctx, services.vault, given)
    return enterFully(args, userId, nextPath(next, '/cabinet'), means)
  },
  { guests: true },
)

export default function SecondStep() {
  const { alive, demo } = useLoaderData<typeof loader>()
  const { signIn: words, recoveryHint } = useMessages().secondFactor
  const { input, ...of } = useServerForm<{ oneTimeCode: string }>()
  if (!alive) {
    const again = <LinkButton href="/signin">{words.again}</LinkButton>
    return (
      <Page width="form">
        <PageHead title={words.deadTitle} lead={words.dead} actions={again} />
      </Page>
    )
  }
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <FieldForm of={of} submit={words.submit} beside={<Anchor href="/signin">{words.again}</Anchor>}>
        <CodeField {...input('oneTimeCode')} note={recoveryHint} demo={demo && words.demo(demo)} recovery />
        <p>{words.lost}</p>
      </FieldForm>
    </Page>
  )
}
