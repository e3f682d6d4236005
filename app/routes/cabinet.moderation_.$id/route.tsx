import { useLoaderData } from '@remix-run/react'
import { appeal, sendCorrected } from '#app/domain/moderation/answering.server.ts'
import { AnswerForm } from '#app/domain/moderation/forms.ts'
import { ownInterventions } from '#app/domain/moderation/queue.server.ts'
import { found, idOf } from '#app/domain/problem.ts'
import { titleOf } from '#app/routes/desk_.moderation._index/case-table.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { content } from '#content/load.ts'
import { Appeal, Correction } from './answer.tsx'
import { saidParts } from './parts.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const id = idOf(params.id)
  const { rows, waiting } = await ownInterventions(acting(ctx), textKinds)
  const row = found(rows.find((one) => one.id === id))
  const asked = waiting.some(({ text }) => text?.id === row.text?.id)
  const standing = row.latest && (row.step === 'hidden' || row.step === 'returned') && !asked
  const reason = content().moderation.reasons.find(({ code }) => code === row.reason)
  const kind = titleOf(t.moderation.case.titleOf, row.kind)
  return {
    title: t.moderation.case.title(kind, row.text?.title ?? ''),
    ...{ row: { ...row, reason: reason?.title[locale] ?? null }, asked: row.appealed && asked },
    can: {
      appeal: standing && !row.appealed,
      correct: standing && row.step === 'returned' && textKinds[row.kind]?.revise !== undefined,
    },
  }
})

export const action = serveForm(AnswerForm, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  if (value.step === 'appeal') await appeal(acting(ctx), textKinds, id, value.words)
  else await sendCorrected(acting(ctx), textKinds, id, value)
  return done(`/cabinet/moderation`, 'sent')
})

export default function OwnIntervention() {
  const { title, row, can, asked } = useLoaderData<typeof loader>()
  const { moderation } = useMessages()
  const words = moderation.own
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: '/cabinet/moderation', label: words.title }]} title={title} />
      <Stack gap={4}>
        <Notice
          kind={row.step === 'hidden' || row.step === 'returned' ? 'warn' : 'info'}
          title={words.steps[row.step]}
        >
          {row.reason && `${row.reason}. `}
          {row.words}
        </Notice>
        {asked && <Notice>{words.asked}</Notice>}
        {row.text && (
          <Prose>
            <h2>{words.yours}</h2>
            {saidParts(row.text).map(
              ({ part, said }) =>
                said && (
                  <blockquote key={part} lang={row.text?.lang}>
                    {part !== 'body' && <strong>{moderation.case.parts[part]}: </strong>}
                    {said}
                  </blockquote>
                ),
            )}
            <p>
              <Anchor href={row.text.address}>{moderation.case.inPlace}</Anchor>
            </p>
          </Prose>
        )}
        {can.correct && row.text && <Correction text={row.text} />}
        {can.appeal && <Appeal />}
      </Stack>
    </Page>
  )
}
