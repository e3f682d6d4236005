import { data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerForm as Fields } from '#app/domain/questionnaires/page-forms.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { done, serve, serveForm } from '#app/web/serve.server.ts'
import { AnswerForm } from './answer-form.tsx'
import { answerPage } from './page.server.ts'
import { Receipt } from './receipt.tsx'
import { faultsOf, keepForm } from './typing.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(answerPage)

/** Keeps what was typed; on the way to the check everything that is wrong is told at once, at its question. */
export const action = serveForm(Fields, async ({ form, ...args }) => {
  const { state, typed } = await keepForm(args, form)
  const address = `/questionnaires/${state.row.number}`
  const again = state.facts.answered ? '?again' : ''
  if (form.get('step') !== 'review') return done(`${address}${again}`, 'answersSaved')
  const faults = faultsOf(args, state, typed)
  if (faults.length === 0) return redirect(`${address}/review`)
  const error = Object.fromEntries(faults.map(({ question, text }) => [question, [text]]))
  return data({ status: 'error' as const, error, initialValue: typed }, { status: 422 })
})

export default function QuestionnairePage() {
  const view = useLoaderData<typeof loader>()
  const { questionnaires: words } = useMessages()
  const format = useFormat()
  const { form, draft, term, number } = view
  return (
    <Page width="text">
      <PageHead
        eyebrow={`${words.kinds[view.kind]} ${words.number(number)} · ${view.organisation}`}
        title={form.title}
        lang="ru"
        meta={
          <>
            {draft && <Anchor href={`/drafts/${draft.slug}`}>{`${words.about}: ${draft.title}`}</Anchor>}
            {term && <span>{words.untilDay(format.dayMonth(term.lastDay))}</span>}
            {view.seesResults && (
              <Anchor href={`/questionnaires/${number}/results`}>{words.page.results}</Anchor>
            )}
            {view.staff && <Anchor href={`/questionnaires/${number}/edit`}>{words.page.conduct}</Anchor>}
          </>
        }
      />
      <Stack gap={3}>
        {view.receipt && !view.open && <Receipt />}
        {!view.receipt && view.denial && <Notice title={view.denial} />}
        {!view.receipt && form.intro && (
          <Prose lang="ru">
            <p>{form.intro}</p>
          </Prose>
        )}
        {!view.signedIn && (
          <div>
            <LinkButton look="main" href={`/signin?next=${encodeURIComponent(`/questionnaires/${number}`)}`}>
              {words.page.signIn}
            </LinkButton>
          </div>
        )}
        {view.open && (
          <>
            <Notice title={view.anonymous ? words.page.anonymous : words.page.named}>
              {view.editable && <p>{words.page.editable}</p>}
            </Notice>
            <AnswerForm />
          </>
        )}
      </Stack>
    </Page>
  )
}
