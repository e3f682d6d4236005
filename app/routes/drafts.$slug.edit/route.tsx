import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { VersionText } from '#app/domain/reviews/forms.ts'
import { draftBySlug, versionBody } from '#app/domain/reviews/queries.server.ts'
import { docOfSource } from '#app/domain/reviews/sources.ts'
import { saveVersion } from '#app/domain/reviews/versioning.server.ts'
import type { DocJson } from '#app/editor/check.ts'
import { WorkTabs } from '#app/routes/drafts.$slug/work-tabs.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { BeginNext } from './begin-next.tsx'
import { editPage } from './edit.server.ts'
import { TextForm } from './text-form.tsx'

export const loader = serve(editPage)

/** With `auto` the page goes on by itself and only needs the new edition. */
export const action = serveForm(VersionText, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { body } = await versionBody(ctx, value.versionId)
  const { doc } = docOfSource(value.way, value.source, body as DocJson)
  try {
    const { edition } = await saveVersion(actor, value.versionId, { doc, edition: value.edition })
    if (value.auto) return data({ edition, savedAt: ctx.now })
    return done(`/drafts/${draft.slug}/edit`, 'saved')
  } catch (error) {
    // The field of the text is called `source` here.
    if (error instanceof Problem && error.field === 'body')
      throw new Problem(error.code, error.facts, 'source')
    throw error
  }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function EditPage() {
  const { head, version } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { reviewWork } = useMessages()
  const words = reviewWork
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/drafts/${head.draft.slug}`, label: head.draft.title }]}
        title={version ? words.editText(version.number) : words.editTitle}
      />
      <Stack gap={3}>
        <WorkTabs slug={head.draft.slug} can={head.can} current="edit" />
        {version ? (
          <TextForm
            key={version.id}
            slug={head.draft.slug}
            version={version}
            lang={head.draft.lang}
            lastResult={answer && 'status' in answer ? answer : undefined}
          />
        ) : (
          <BeginNext slug={head.draft.slug} />
        )}
      </Stack>
    </Page>
  )
}
