import { useLoaderData } from '@remix-run/react'
import { challengesOfMe } from '#app/domain/panels/conflicts/challenged.server.ts'
import { conflictRules } from '#app/domain/panels/conflicts/rules.ts'
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
import { Challenged } from './challenged.tsx'
import { Recorded } from './recorded.tsx'
import { Standing } from './standing.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const id = idOf(params.id)
  const mine = acting(ctx)
  const { invitation, panel, object, organisation, sheet, seat, state, step, hours, texts } = await offerOf(
    mine,
    id,
  )
  const accepted = invitation.answer === 'accepted' && seat.leftAt === null
  const recusal = { ...state.facts, ownerId: mine.actor.personId, accepted }
  return {
    title: t.panels.invitations.title,
    ...{ id, step, hours, object, organisation },
    lastDay: invitation.lastDay,
    askAfter: invitation.askAfter,
    sheetId: sheet?.id ?? null,
    panel: { number: panel.number, title: panel.title, lastDay: panel.lastDay },
    texts: texts.map(({ kind, title, text }) => ({ kind, title: title[locale], text })),
    recorded: await recordedOf(mine, id),
    challenged: await challengesOfMe(mine, state.panel.id),
    mayRecuse: conflictRules.recuse(mine.actor, recusal) === null,
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
          <Challenged />
          {recorded && <Recorded id={id} recorded={recorded} />}
          {step === 'answer' ? <Answering /> : <Standing />}
        </Stack>
      </section>
    </Split>
  )
}
