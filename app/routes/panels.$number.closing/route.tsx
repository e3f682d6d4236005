import { useLoaderData } from '@remix-run/react'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ClosingForm } from '#app/domain/panels/forms.ts'
import { closeSheets } from '#app/domain/panels/sheets/closing.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { missingPage } from './page.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve((args) => missingPage(args, args.t.panels.rounds.closing.title))

export const action = serveForm(ClosingForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await closeSheets(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}`, 'sheetsClosed')
})

export default function CloseSheetsPage() {
  const { panel, missing, sheets, refusal } = useLoaderData<typeof loader>()
  const { panels } = useMessages()
  const { closing: words, toProlong } = panels.rounds
  const { input, ...of } = useServerForm<Record<'reason' | 'dissent', string>>()
  const names = missing.map(({ name, number }) => name ?? panels.conclusion.hidden(number))
  return (
    <StepPage
      back={{ href: `/panels/${panel.number}`, label: panel.title }}
      title={words.title}
      lead={words.lead}
      of={of}
      submit={words.submit}
    >
      {refusal && (
        <Notice
          kind="warn"
          title={refusal}
          action={<LinkButton href={`/panels/${panel.number}/term`}>{toProlong}</LinkButton>}
        />
      )}
      <p>{words.quorum(sheets.sent, sheets.all, sheets.needed)}</p>
      <p>
        <b>{words.missing}:</b> {names.join(', ')}
      </p>
      <TextArea label={words.reason} rows={3} maxLength={3000} required {...input('reason')} />
      <TextArea
        label={words.dissent}
        hint={words.dissentHint}
        rows={3}
        maxLength={3000}
        {...input('dissent')}
      />
    </StepPage>
  )
}
