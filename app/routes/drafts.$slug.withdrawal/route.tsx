import { useLoaderData } from '@remix-run/react'
import { Grounded } from '#app/domain/reviews/course/course-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { withdrawDraft } from '#app/domain/reviews/withdrawing.server.ts'
import { verbPage } from '#app/routes/drafts.$slug/verb-page.server.ts'
import { WhyForm } from '#app/routes/drafts.$slug/why-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve((args) => verbPage(args, 'withdraw', (t) => t.reviewCourse.withdrawal.title))

export const action = serveForm(Grounded, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await withdrawDraft(acting(ctx), draft.id, value.reason, value.ground)
  return done('/drafts', 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function WithdrawalPage() {
  const { draft } = useLoaderData<typeof loader>()
  const { withdrawal } = useMessages().reviewCourse
  return <WhyForm draft={draft} words={withdrawal} ground="required" danger />
}
