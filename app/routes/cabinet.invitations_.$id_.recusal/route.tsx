import { useLoaderData } from '@remix-run/react'
import { RecusalForm } from '#app/domain/panels/conflicts/forms.ts'
import { recuse } from '#app/domain/panels/conflicts/recusing.server.ts'
import { conflictRules } from '#app/domain/panels/conflicts/rules.ts'
import { offerOf } from '#app/domain/panels/invitations/offer.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const mine = acting(ctx)
  const id = idOf(params.id)
  const { panel, seat, invitation, state } = await offerOf(mine, id)
  const accepted = invitation.answer === 'accepted' && seat.leftAt === null
  authorize(conflictRules.recuse, mine.actor, { ...state.facts, ownerId: mine.actor.personId, accepted })
  return { title: t.panels.conflicts.recusal.title, writer: mine.actor.number, id, panel: panel.title }
})

export const action = serveForm(RecusalForm, async ({ ctx, params, value }) => {
  await recuse(acting(ctx), idOf(params.id), { reason: value.reason, conflict: value.conflict === 'on' })
  return done('/cabinet/invitations', 'recused')
})

/** «Самоотвод»: a member who had accepted steps back. */
export default function RecusalPage() {
  const { id, panel, writer } = useLoaderData<typeof loader>()
  const { recusal: words } = useMessages().panels.conflicts
  const { input, check, ...of } = useServerForm<{ reason: string; conflict: string }>()
  return (
    <section aria-labelledby="recusal">
      <SectionHead title={words.title} id="recusal">
        {panel}
      </SectionHead>
      <FieldForm
        {...{ of, writer }}
        submit={words.submit}
        look="danger"
        lead={
          <Prose>
            <p>{words.lead}</p>
          </Prose>
        }
        beside={
          <LinkButton href={`/cabinet/invitations/${id}`} look="quiet">
            {words.back}
          </LinkButton>
        }
      >
        <TextArea label={words.reason} rows={4} maxLength={3000} required {...input('reason')} />
        <Checkbox label={words.conflict} hint={words.conflictHint} {...check('conflict')} />
      </FieldForm>
    </section>
  )
}
