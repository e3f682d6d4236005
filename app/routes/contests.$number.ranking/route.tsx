import { useLoaderData } from '@remix-run/react'
import { RankForm } from '#app/domain/panels/contests/forms.ts'
import { previewRanking, rankContest } from '#app/domain/panels/contests/ranking/ranking.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { Agreement } from '#app/routes/contests.$number.results/agreement.tsx'
import { NominationResults } from '#app/routes/contests.$number.results/nomination-results.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { previewPage } from './page.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const number = numberOf(params.number)
  const view = previewPage(await previewRanking(acting(ctx), number))
  return { title: t.contests.results.ranking.title, ...view, writer: ctx.actor?.number ?? 0 }
})

/** Publishes the results as they are now. */
export const action = serveForm(RankForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await rankContest(acting(ctx), number, value.reason)
  return done(`/contests/${number}/results`, 'ranked')
})

export default function RankingPage() {
  const { number, name, nominations, body, lacking, waits, changed, again, writer } =
    useLoaderData<typeof loader>()
  const { results } = useMessages().contests
  const words = results.ranking
  const { input, ...of } = useServerForm<{ reason: string }>()
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/contests/${number}`, label: name }]}
        title={words.title}
        lead={again ? words.again : words.lead}
      />
      <Stack gap={6}>
        {!changed && <Notice>{words.unchanged}</Notice>}
        {changed && waits && <Notice kind="warn">{words.waits}</Notice>}
        {changed && !waits && (
          <FieldForm of={of} submit={words.submit} writer={writer}>
            {lacking > 0 && <Notice kind="warn">{words.unsent(lacking)}</Notice>}
            {lacking > 0 && (
              <TextArea
                label={words.reason}
                hint={words.reasonHint}
                rows={2}
                maxLength={3000}
                required
                {...input('reason')}
              />
            )}
          </FieldForm>
        )}
        {nominations.map((nomination) => (
          <NominationResults key={nomination.id} nomination={nomination} />
        ))}
        <p>
          {results.shared} {results.by[body.by]}{' '}
          {body.silence ? results.silence[body.silence] : body.by === 'raw' && results.beside}
        </p>
        <Agreement body={body} />
      </Stack>
    </Page>
  )
}
