import { useLoaderData } from '@remix-run/react'
import { Article } from '#app/ui/article.tsx'
import { contentPage, manuals } from '#app/web/content-page.server.ts'
import { serve } from '#app/web/serve.server.ts'
import { Manuals } from './manuals.tsx'

export const loader = serve(async ({ locale, t }) => ({
  ...contentPage('help', locale),
  manuals: manuals(locale, t),
}))

export { titled as meta } from '#app/ui/titled.ts'

export default function HelpPage() {
  const page = useLoaderData<typeof loader>()
  return <Article page={page} contents={<Manuals manuals={page.manuals} />} />
}
