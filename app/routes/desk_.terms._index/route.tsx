import { useLoaderData } from '@remix-run/react'
import { statusTermsListed } from '#app/domain/experts/status-terms.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { TermsLine } from './terms-line.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => ({
  title: t.candidates.terms.title,
  directions: await statusTermsListed(acting(ctx)),
}))

export default function StatusTermsPage() {
  const { title, directions } = useLoaderData<typeof loader>()
  const words = useMessages().candidates.terms
  return (
    <Page>
      <PageHead title={title} lead={words.lead} />
      <WorkList>
        {directions.map(({ code, title: name, terms }) => (
          <WorkRow key={code} href={`/desk/terms/${code}`} title={name} lang="ru" state={null}>
            {terms ? <TermsLine terms={terms} /> : words.none}
          </WorkRow>
        ))}
      </WorkList>
    </Page>
  )
}
