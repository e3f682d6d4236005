import { useLoaderData } from '@remix-run/react'
import { Article } from '#app/ui/article.tsx'
import { contentPageLoader } from '#app/web/content-page.server.ts'

export const loader = contentPageLoader('rules')

export { titled as meta } from '#app/ui/titled.ts'

export default function RulesPage() {
  return <Article page={useLoaderData<typeof loader>()} />
}
