import { useLoaderData } from '@remix-run/react'
import { Manuals } from '#app/routes/help/manuals.tsx'
import { Article } from '#app/ui/article.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { contentPage, manuals } from '#app/web/content-page.server.ts'
import { serve } from '#app/web/serve.server.ts'

export const loader = serve(async ({ params, locale, t }) => ({
  ...contentPage(`help-${params.role}`, locale),
  role: params.role,
  manuals: manuals(locale, t),
}))

export { titled as meta } from '#app/ui/titled.ts'

export default function ManualPage() {
  const page = useLoaderData<typeof loader>()
  const { shell } = useMessages()
  const contents = <Manuals manuals={page.manuals} role={page.role} />
  return <Article page={page} crumbs={[{ href: '/help', label: shell.nav.help }]} contents={contents} />
}
