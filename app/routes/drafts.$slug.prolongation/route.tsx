import { useLoaderData } from '@remix-run/react'
import { Prolongation } from '#app/domain/reviews/course/course-forms.ts'
import { prolongStage } from '#app/domain/reviews/course/prolonging.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { verbPage } from '#app/routes/drafts.$slug/verb-page.server.ts'
import { WhyForm } from '#app/routes/drafts.$slug/why-form.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve((args) =>
  verbPage(args, 'changeStages', (t) => t.reviewCourse.prolongation.title),
)

export const action = serveForm(Prolongation, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await prolongStage(acting(ctx), draft.id, value)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/course`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function ProlongationPage() {
  const { draft, stages } = useLoaderData<typeof loader>()
  const { reviewCourse } = useMessages()
  const words = reviewCourse.prolongation
  const format = useFormat()
  return (
    <WhyForm
      draft={draft}
      words={{ ...words, lead: stages.length > 0 ? words.lead : words.nothing }}
      ground={{ hint: words.groundHint }}
      fields={({ input }) => (
        <>
          <Select
            {...input('stageId')}
            label={reviewCourse.stage}
            required
            options={stages.map(({ id, title, lastDay }) => ({
              value: id,
              label: words.option(title, format.dayMonth(lastDay)),
            }))}
          />
          <Field {...input('lastDay')} type="date" label={words.lastDay} required />
        </>
      )}
    />
  )
}
