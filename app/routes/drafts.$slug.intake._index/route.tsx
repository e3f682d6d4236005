import { useLoaderData } from '@remix-run/react'
import { intakesOf } from '#app/domain/reviews/intake/intakes.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { WorkPage } from '#app/routes/drafts.$slug/work-page.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { Papers } from './papers.tsx'

export const loader = serve(async (args) => {
  const { ctx, params, t } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  return {
    title: `${t.reviewIntake.title} · ${shown.draft.title}`,
    head: headOf(shown, args),
    papers: await intakesOf(ctx, shown.draft.id),
    mayEnter: reviewRules.intake(ctx.actor, shown.facts) === null,
  }
})

export { titled as meta } from '#app/ui/titled.ts'

/** What came otherwise than through the site. */
export default function IntakesPage() {
  const { head, papers, mayEnter } = useLoaderData<typeof loader>()
  const { reviewIntake: words } = useMessages()
  const address = `/drafts/${head.draft.slug}/intake`
  const enter = mayEnter && (
    <LinkButton href={`${address}/new`} look="main">
      {words.enter}
    </LinkButton>
  )
  return (
    <WorkPage head={head} current="intake" title={words.title} lead={words.lead}>
      {papers.length === 0 ? (
        <EmptyState title={words.empty} action={enter || undefined}>
          {words.emptyText}
        </EmptyState>
      ) : (
        <>
          {enter && <div>{enter}</div>}
          <Papers slug={head.draft.slug} papers={papers} mayUndo={mayEnter} />
        </>
      )}
    </WorkPage>
  )
}
