import { useLoaderData } from '@remix-run/react'
import { Why } from '#app/domain/reviews/course/course-forms.ts'
import { pauseDiscussion } from '#app/domain/reviews/course/pausing.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { verbPage } from '#app/routes/drafts.$slug/verb-page.server.ts'
import { WhyForm } from '#app/routes/drafts.$slug/why-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve((args) => verbPage(args, 'pause', (t) => t.reviewCourse.pause.title))

export const action = serveForm(Why, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await pauseDiscussion(acting(ctx), draft.id, value)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/course`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function PausePage() {
  const { draft } = useLoaderData<typeof loader>()
  const { pause, groundHint } = useMessages().reviewCourse
  return <WhyForm draft={draft} words={pause} ground={{ hint: groundHint }} />
}
