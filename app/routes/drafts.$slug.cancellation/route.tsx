import { useLoaderData } from '@remix-run/react'
import { cancelDiscussion } from '#app/domain/reviews/course/cancelling.server.ts'
import { Grounded } from '#app/domain/reviews/course/course-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { verbPage } from '#app/routes/drafts.$slug/verb-page.server.ts'
import { WhyForm } from '#app/routes/drafts.$slug/why-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve((args) => verbPage(args, 'cancel', (t) => t.reviewCourse.cancellation.title))

export const action = serveForm(Grounded, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await cancelDiscussion(acting(ctx), draft.id, value)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/course`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function CancellationPage() {
  const { draft } = useLoaderData<typeof loader>()
  const { cancellation } = useMessages().reviewCourse
  return <WhyForm draft={draft} words={cancellation} ground="required" danger />
}
