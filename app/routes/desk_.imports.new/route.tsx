import { useLoaderData } from '@remix-run/react'
import { ListFile } from '#app/domain/organisations/forms.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { ListForm } from './list-form.tsx'
import { listChoices, openList } from './opening.server.ts'

export const loader = serve(async ({ ctx, t, url, services }) => ({
  title: t.imports.fresh.title,
  choices: await listChoices(acting(ctx), url.searchParams, services.content.settings, t),
}))

/** Reads the list and shows what its rows are; nothing of it is written yet. */
export const action = serveForm(ListFile, async ({ ctx, value, t }) => {
  const id = await openList(acting(ctx), value, t)
  return done(`/desk/imports/${id}`)
})

export { titled as meta } from '#app/ui/titled.ts'

export default function NewListPage() {
  const { title, choices } = useLoaderData<typeof loader>()
  const words = useMessages().imports
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: '/desk/imports', label: words.title }]}
        title={title}
        lead={words.fresh.lead}
      />
      <ListForm choices={choices} />
    </Page>
  )
}
