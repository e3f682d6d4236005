import { useLoaderData } from '@remix-run/react'
import { decideCorrection } from '#app/domain/experts/correcting/correcting.server.ts'
import { correctionShown } from '#app/domain/experts/correcting/corrections.server.ts'
import { CorrectionDecision } from '#app/domain/experts/correcting/forms.ts'
import { idOf } from '#app/domain/problem.ts'
import { Wanted } from '#app/routes/cabinet.corrections/wanted.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { DecideForm } from './decide-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const request = await correctionShown(acting(ctx), idOf(params.id))
  return { title: t.ownData.corrections.one(request.number), request }
})

export const action = serveForm(CorrectionDecision, async ({ ctx, params, value }) => {
  await decideCorrection(acting(ctx), idOf(params.id), value)
  return done('/desk/corrections', 'decided')
})

export default function CorrectionPage() {
  const { title, request } = useLoaderData<typeof loader>()
  const words = useMessages().ownData.corrections
  const format = useFormat()
  const name = `${request.familyName} ${request.givenName} ${request.patronymic}`.trim()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/desk/corrections', label: words.queue }]}
        eyebrow={words.kinds[request.kind]}
        title={title}
      />
      <Stack gap={4}>
        <Facts
          facts={[
            { term: words.facts.now, value: [name, request.work].filter(Boolean).join('; '), lang: 'ru' },
            { term: words.facts.wanted, value: <Wanted of={request} /> },
            { term: words.facts.made, value: format.date(request.madeAt) },
            { term: words.facts.state, value: words.states[request.state] },
            { term: words.reason, value: request.reason, lang: 'ru' },
          ].filter(({ value }) => value)}
        />
        {request.state === 'open' && <DecideForm request={request} />}
      </Stack>
    </Page>
  )
}
