import { useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { NewDraft, NewPassport } from '#app/domain/reviews/forms.ts'
import { developersFor } from '#app/domain/reviews/showing.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { passportAsked } from './asked.server.ts'
import { newDraft } from './new-draft.server.ts'
import { NewDraftForm } from './new-draft-form.tsx'

export const loader = serve(async ({ ctx, t, locale, url }) => {
  const developers = await developersFor(acting(ctx))
  if (developers.length === 0) throw new Problem('forbidden')
  return {
    title: t.reviewWork.newTitle,
    developers: developers.map(({ id, name }) => ({ value: id, label: name })),
    kinds: content()
      .documentKinds.filter(({ draft }) => draft)
      .map(({ code, title }) => ({ value: code, label: title[locale] })),
    megabytes: content().settings.uploads.maxMegabytes,
    asked: await passportAsked(acting(ctx), url.searchParams.get('request')),
  }
})

/** With `step=preview` nothing is saved: the page shows what was recognised, with everything still in the form. */
export const action = serveForm(NewDraft, newDraft, { beside: NewPassport })

export { titled as meta } from '#app/ui/titled.ts'

export default function NewDraftPage() {
  const { developers, kinds, megabytes, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { reviewWork, reviews, reviewCourse } = useMessages()
  const shown = answer && 'structure' in answer ? answer : null
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/drafts', label: reviews.title }]}
        title={reviewWork.newTitle}
        lead={reviewWork.newLead}
      />
      {asked && <Notice>{reviewCourse.requests.from(Number(asked.request))}</Notice>}
      <NewDraftForm
        kinds={kinds}
        developers={developers}
        lastResult={answer && !('structure' in answer) ? answer : shown?.lastResult}
        typed={shown?.typed ?? asked}
        structure={shown?.structure ?? null}
        file={shown?.file ?? null}
        megabytes={megabytes}
      />
    </Page>
  )
}
