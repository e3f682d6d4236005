import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { VersionText } from '#app/domain/reviews/forms.ts'
import { WorkTabs } from '#app/routes/drafts.$slug/work-tabs.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { done, serve, serveForm } from '#app/web/serve.server.ts'
import { BeginNext } from './begin-next.tsx'
import { editPage, saveText } from './edit.server.ts'
import { TextForm } from './text-form.tsx'

export const loader = serve(editPage)

export const action = serveForm(VersionText, async (args) => {
  const { slug, edition, losses } = await saveText(args, args.value)
  const { way, source, base } = args.value
  if (edition === null) return data({ losses, typed: { way, source, base } }, { status: 422 })
  return done(`/drafts/${slug}/edit`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function EditPage() {
  const { head, version, owner } = useLoaderData<typeof loader>()
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
            owner={owner}
            lang={head.draft.lang}
            lastResult={answer && 'status' in answer ? answer : undefined}
            asked={answer && 'losses' in answer ? answer : null}
          />
        ) : (
          <BeginNext slug={head.draft.slug} />
        )}
      </Stack>
    </Page>
  )
}
