import { useLoaderData } from '@remix-run/react'
import { Article } from '#app/ui/article.tsx'
import { contentPageLoader } from '#app/web/content-page.server.ts'

export const loader = contentPageLoader('privacy')

export { titled as meta } from '#app/ui/titled.ts'

export default function PrivacyPage() {
  return <Article page={useLoaderData<typeof loader>()} />
}
