import { useLoaderData } from '@remix-run/react'
import { found, idOf } from '#app/domain/problem.ts'
import { Undoing } from '#app/domain/reviews/intake/intake-forms.ts'
import { intakesOf } from '#app/domain/reviews/intake/intakes.server.ts'
import { undoIntake } from '#app/domain/reviews/intake/intaking.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { WhyForm } from '#app/routes/drafts.$slug/why-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.intake, ctx.actor, facts)
  found((await intakesOf(ctx, draft.id)).find(({ id }) => id === idOf(params.id)))
  return {
    title: `${t.reviewIntake.undoing.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title },
  }
})

export const action = serveForm(Undoing, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await undoIntake(acting(ctx), draft.id, idOf(params.id), value.reason)
  return done(`/drafts/${draft.slug}/intake`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function UndoingPage() {
  const { draft } = useLoaderData<typeof loader>()
  const { undoing } = useMessages().reviewIntake
  return <WhyForm draft={draft} words={undoing} back={`/drafts/${draft.slug}/intake`} danger />
}
