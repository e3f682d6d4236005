import { useLoaderData } from '@remix-run/react'
import { leaveAccord, signingState } from '#app/domain/accounts/signing/accord.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { Problem } from '#app/domain/problem.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const { accord } = await signingState(ctx, acting(ctx).actor.personId)
  if (!accord) throw new Problem('conflict')
  return { title: t.conclusions.accord.leave }
})

export const action = serveForm(ButtonForm, async ({ ctx }) => {
  await leaveAccord(acting(ctx))
  return done('/cabinet/signing', 'saved')
})

/** Leaves the agreement; what was signed stays signed. */
export default function LeavingPage() {
  const { title } = useLoaderData<typeof loader>()
  const { accord: words } = useMessages().conclusions
  const { input: _, ...of } = useServerForm()
  return (
    <StepPage
      back={{ href: '/cabinet/signing', label: words.back }}
      title={title}
      lead={words.leaveText}
      of={of}
      submit={words.leave}
      look="danger"
    >
      {null}
    </StepPage>
  )
}
