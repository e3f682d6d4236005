import { useLoaderData } from '@remix-run/react'
import { VerdictForm } from '#app/domain/moderation/forms.ts'
import { decideCase } from '#app/domain/moderation/intervening.server.ts'
import { caseOf } from '#app/domain/moderation/queue.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { titleOf } from '#app/routes/desk_.moderation._index/case-table.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { sentenceOf } from '#app/web/problems.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { content } from '#content/load.ts'
import { History } from './history.tsx'
import { Text } from './text.tsx'
import { Verdict } from './verdict.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const shown = await caseOf(acting(ctx), textKinds, idOf(params.id))
  const { row, text, denial, next, appeal, reports, history } = shown
  const reasons = content().moderation.reasons.map(({ code, title, step }) => ({
    code,
    step,
    title: title[locale],
  }))
  const said = (code: string | null) => reasons.find((one) => one.code === code)?.title ?? ''
  return {
    title: t.moderation.case.title(titleOf(t.moderation.case.titleOf, row.objectKind), text.title),
    ...{ id: row.id, kind: row.objectKind, origin: row.origin, closed: row.closedAt !== null, next, text },
    denial: denial && sentenceOf(t, denial),
    appeal: appeal && { ...appeal, reason: said(appeal.reason) },
    reports: reports.map((one) => ({ ...one, reason: said(one.reason) })),
    history: history.map((one) => ({ ...one, reason: said(one.reason) })),
    reasons,
  }
})

export type CaseView = ReturnType<typeof useLoaderData<typeof loader>>

/** Saves and goes to the next case, or back to the empty queue. */
export const action = serveForm(VerdictForm, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const id = idOf(params.id)
  const { next } = await caseOf(mine, textKinds, id)
  await decideCase(mine, textKinds, id, value)
  return done(next ? `/desk/moderation/${next}` : '/desk/moderation', 'decided')
})

export default function ModerationCase() {
  const view = useLoaderData<typeof loader>()
  const words = useMessages().moderation.case
  const decidable = !view.closed && view.denial === null && !view.text.withdrawn
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/desk/moderation', label: words.back }]}
        title={view.title}
        lead={view.text.draft}
      />
      <Split
        side={
          <Stack gap={4}>
            {view.closed && <Notice kind="success">{words.closed}</Notice>}
            {!view.closed && view.denial && <Notice title={words.cannot}>{view.denial}</Notice>}
            {!view.closed && view.text.withdrawn && <Notice>{words.gone}</Notice>}
            {decidable && <Verdict key={view.id} view={view} />}
            <History view={view} />
          </Stack>
        }
      >
        <Text view={view} />
      </Split>
    </Page>
  )
}
