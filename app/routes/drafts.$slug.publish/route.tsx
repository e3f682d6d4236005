import { useActionData, useLoaderData } from '@remix-run/react'
import { Publication } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { publishVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { WorkPage } from '#app/routes/drafts.$slug/work-page.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { publishPage } from './publish.server.ts'
import { PublishForm } from './publish-form.tsx'
import { Report } from './report.tsx'

export const loader = serve(publishPage)

export const action = serveForm(Publication, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const answers = value.answers.map((remarkId) => ({ remarkId }))
  const { versionId, ...rest } = value
  await publishVersion(acting(ctx), versionId, { ...rest, answers })
  return done(`/drafts/${draft.slug}/publish`, 'versionPublished')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function PublishPage() {
  const { head, version, structure, flags, report } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const { reviewWork, reviews } = useMessages()
  const words = reviewWork.publish
  const { slug } = head.draft
  return (
    <WorkPage
      head={head}
      current="publish"
      title={version ? words.title(version.number) : reviews.draft.publication}
      lead={version?.number === 1 ? words.firstLead : words.lead}
    >
      {version && structure ? (
        <PublishForm {...{ slug, version, structure, flags, lastResult }} />
      ) : (
        <Nothing slug={slug} begun={head.stages.length > 0} />
      )}
      {report && <Report slug={slug} report={report} />}
    </WorkPage>
  )
}

/** Everything is published: the next step is the stages, and when they are there, the next version. */
function Nothing({ slug, begun }: { slug: string; begun: boolean }) {
  const words = useMessages().reviewWork.publish
  const next = <LinkButton href={`/drafts/${slug}/edit`}>{words.startNext}</LinkButton>
  if (begun) {
    return (
      <EmptyState title={words.nothing} action={next}>
        {words.nothingText}
      </EmptyState>
    )
  }
  const stages = (
    <LinkButton href={`/drafts/${slug}/stages`} look="main">
      {words.toStages}
    </LinkButton>
  )
  return (
    <EmptyState
      title={words.published}
      action={
        <>
          {stages}
          {next}
        </>
      }
    >
      {words.publishedText}
    </EmptyState>
  )
}
