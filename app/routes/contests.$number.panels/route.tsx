import { useLoaderData } from '@remix-run/react'
import { askBatch } from '#app/domain/panels/contests/batching.server.ts'
import { BatchForm } from '#app/domain/panels/contests/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { Ask } from './ask.tsx'
import { Composition } from './composition.tsx'
import { Figures } from './figures.tsx'
import { batchPage } from './page.server.ts'
import { State } from './state.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(batchPage)

/** Begins the reckoning of all panels. */
export const action = serveForm(BatchForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await askBatch(acting(ctx), number, value)
  return done(`/contests/${number}/panels`)
})

export default function BatchPage() {
  const { number, name, result, state, mayCompose } = useLoaderData<typeof loader>()
  const words = useMessages().contests.batch
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/contests/${number}`, label: name }]}
        title={words.title}
        lead={words.lead}
      />
      <Stack gap={6}>
        <State />
        {result && <Figures result={result} />}
        {result && <Composition result={result} />}
        {mayCompose && state !== 'running' && <Ask />}
      </Stack>
    </Page>
  )
}
