import { useLoaderData } from '@remix-run/react'
import { StatusTerms } from '#app/domain/experts/direction-forms.ts'
import { setStatusTerms, statusTermsOf } from '#app/domain/experts/status-terms.server.ts'
import { TermsLine } from '#app/routes/desk_.terms._index/terms-line.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { TermsForm } from './terms-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params }) => statusTermsOf(acting(ctx), params.code ?? ''))

export const action = serveForm(StatusTerms, async ({ ctx, params, value }) => {
  await setStatusTerms(acting(ctx), params.code ?? '', value)
  return done('/desk/terms', 'termsSet')
})

export default function DirectionTermsPage() {
  const { title, entries } = useLoaderData<typeof loader>()
  const words = useMessages().candidates.terms
  return (
    <Page width="form">
      <PageHead crumbs={[{ href: '/desk/terms', label: words.title }]} title={title} lang="ru" />
      <Stack gap={6}>
        {entries.length > 0 && (
          <section>
            <SectionHead title={words.history} />
            <ul>
              {entries.map((entry) => (
                <li key={`${entry.since} ${entry.setAt}`}>
                  <TermsLine terms={entry} />. <span lang="ru">{entry.ground}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <SectionHead title={words.form} />
          <TermsForm />
        </section>
      </Stack>
    </Page>
  )
}
