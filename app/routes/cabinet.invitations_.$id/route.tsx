import { useLoaderData } from '@remix-run/react'
import { AcceptForm } from '#app/domain/panels/forms.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { offerOf } from '#app/domain/panels/invitations/offer.server.ts'
import { recordedOf } from '#app/domain/panels/invitations/recording.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { Split, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { About } from './about.tsx'
import { Answering } from './answering.tsx'
import { Recorded } from './recorded.tsx'
import { Standing } from './standing.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const id = idOf(params.id)
  const { invitation, panel, object, organisation, sheet, step, hours, texts } = await offerOf(
    acting(ctx),
    id,
  )
  return {
    title: t.panels.invitations.title,
    ...{ id, step, hours, object, organisation },
    lastDay: invitation.lastDay,
    askAfter: invitation.askAfter,
    sheetId: sheet?.id ?? null,
    panel: { number: panel.number, title: panel.title, lastDay: panel.lastDay },
    texts: texts.map(({ kind, title, text }) => ({ kind, title: title[locale], text })),
    recorded: await recordedOf(acting(ctx), id),
  }
})

export const action = serveForm(AcceptForm, async ({ ctx, params }) => {
  const id = idOf(params.id)
  await acceptInvitation(acting(ctx), id)
  return done('/cabinet/invitations', 'accepted')
})

export default function InvitationPage() {
  const { id, panel, step, recorded } = useLoaderData<typeof loader>()
  return (
    <Split side={<About />}>
      <section aria-labelledby="invitation">
        <SectionHead title={panel.title} id="invitation" />
        <Stack gap={4}>
          {recorded && <Recorded id={id} recorded={recorded} />}
          {step === 'answer' ? <Answering /> : <Standing />}
        </Stack>
      </section>
    </Split>
  )
}
