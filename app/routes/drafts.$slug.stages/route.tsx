import { useActionData, useLoaderData } from '@remix-run/react'
import { changeStages, openDiscussion } from '#app/domain/reviews/course/discussing.server.ts'
import { Stages } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { WorkPage } from '#app/routes/drafts.$slug/work-page.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { ChooseProcess } from './choose-process.tsx'
import { stagesPage } from './stages.server.ts'
import { StagesForm } from './stages-form.tsx'

export const loader = serve(stagesPage)

/** Opens the discussion, or moves the terms of an open one. */
export const action = serveForm(Stages, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft, stages } = await draftBySlug(ctx, params.slug ?? '')
  if (stages.length === 0) await openDiscussion(actor, draft.id, value)
  else {
    const days = value.stages.flatMap(({ firstDay, lastDay }, at) => {
      const stage = stages[at]
      return stage ? [{ id: stage.id, firstDay, lastDay }] : []
    })
    await changeStages(actor, draft.id, days, value.reason)
  }
  return done(`/drafts/${draft.slug}/stages`, stages.length === 0 ? 'opened' : 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function StagesPage() {
  const { head, opened, process, processes, stages } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const { reviewWork, reviews } = useMessages()
  const words = reviewWork.stages
  const { slug } = head.draft
  return (
    <WorkPage head={head} current="stages" title={words.title} lead={words.lead}>
      {head.version === null ? (
        <EmptyState
          title={words.needVersion}
          action={<LinkButton href={`/drafts/${slug}/publish`}>{reviews.draft.publish}</LinkButton>}
        />
      ) : (
        <>
          {!opened && <ChooseProcess slug={slug} processes={processes} chosen={process} />}
          <StagesForm
            key={process}
            process={process}
            stages={stages}
            opened={opened}
            lastResult={lastResult}
          />
        </>
      )}
    </WorkPage>
  )
}
