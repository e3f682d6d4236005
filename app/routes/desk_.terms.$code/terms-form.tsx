import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

/** What holds from a new day on; it begins with what holds now. */
export function TermsForm() {
  const { now } = useLoaderData<typeof loader>()
  const words = useMessages().candidates.terms
  const of = useServerForm<Record<string, string>>({
    termMonths: String(now?.termMonths ?? ''),
    reassessMonths: String(now?.reassessMonths ?? ''),
    attempts: String(now?.attempts ?? ''),
    exempt: now?.exempt.join('\n') ?? '',
    exclusion: now?.exclusion.join('\n') ?? '',
  })
  const back = <LinkButton href="/desk/terms">{words.back}</LinkButton>
  return (
    <FieldForm of={of} submit={words.submit} beside={back}>
      <Field label={words.first} type="date" required {...of.input('since')} />
      <Field label={words.ground} hint={words.groundHint} required {...of.input('ground')} />
      <Field
        label={words.termMonths}
        hint={words.termHint}
        type="number"
        min={1}
        {...of.input('termMonths')}
      />
      <Field
        label={words.reassessMonths}
        hint={words.reassessHint}
        type="number"
        min={1}
        {...of.input('reassessMonths')}
      />
      <Field label={words.attemptsMost} type="number" min={1} {...of.input('attempts')} />
      <TextArea label={words.exemptList} hint={words.perLine} rows={3} {...of.input('exempt')} />
      <TextArea label={words.exclusionList} hint={words.perLine} rows={3} {...of.input('exclusion')} />
    </FieldForm>
  )
}
