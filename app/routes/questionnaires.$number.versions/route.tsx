import { useLoaderData } from '@remix-run/react'
import { ComposeHead } from '#app/routes/questionnaires.$number.edit/compose-head.tsx'
import { composedPage } from '#app/routes/questionnaires.$number.edit/composed.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { page, state } = await composedPage(args)
  const versions = state.versions.map(({ number, publishedAt, sha256 }) => ({ number, publishedAt, sha256 }))
  return { ...page, page, versions }
})

/** Every version of a form; a published one never changes and stays readable. */
export default function VersionsPage() {
  const { page, versions } = useLoaderData<typeof loader>()
  const words = useMessages().questionnaires.sheet
  const format = useFormat()
  return (
    <Page width="text">
      <ComposeHead page={page} current="versions" />
      <p>{words.versionsLead}</p>
      <Table
        caption={words.versions}
        hideCaption
        columns={[
          {
            label: words.version,
            head: true,
            cell: ({ number }) => (
              <Anchor href={`/questionnaires/${page.number}/preview?version=${number}`}>
                {words.versionOf(number)}
              </Anchor>
            ),
          },
          {
            label: words.when,
            cell: ({ publishedAt }) => (publishedAt ? format.date(publishedAt) : words.draft),
          },
          { label: words.hash, cell: ({ sha256 }) => <code>{sha256.slice(0, 16)}…</code> },
        ]}
        rows={versions}
        rowKey={({ number }) => String(number)}
      />
    </Page>
  )
}
