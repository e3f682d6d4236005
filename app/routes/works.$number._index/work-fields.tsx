import { useLoaderData } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'
import { useAutosave } from '#app/routes/sheets.$id._index/use-autosave.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { workPage } from './page.server.ts'

/** The words of a work. They save themselves while one types where there is JavaScript; the button works without. */
export function WorkFields() {
  const { number, name, summary, authors, organisation, nomination, writer } =
    useLoaderData<typeof workPage>()
  const words = useMessages().contests.work
  const { input, ...of } = useServerForm<Record<'title' | 'summary' | 'authors', string>>({
    title: name,
    summary,
    authors,
  })
  const element = useRef<HTMLFormElement | null>(null)
  useEffect(() => {
    element.current = document.forms.namedItem(of.form.id)
  }, [of.form.id])
  const state = useAutosave(element as RefObject<HTMLFormElement>, `/works/${number}/saving`)
  return (
    <FieldForm
      of={of}
      submit={words.save}
      writer={writer}
      action={`/works/${number}?index`}
      lead={
        <Facts
          facts={[
            { term: words.organisation, value: organisation, lang: 'ru' },
            { term: words.nomination, value: nomination, lang: 'ru' },
          ]}
        />
      }
      beside={<p role="status">{state && words[state]}</p>}
    >
      <Field label={words.name} maxLength={300} {...input('title')} />
      <TextArea
        label={words.summary}
        hint={words.summaryHint}
        rows={6}
        maxLength={5000}
        {...input('summary')}
      />
      <TextArea
        label={words.authors}
        hint={words.authorsHint}
        rows={2}
        maxLength={1000}
        {...input('authors')}
      />
    </FieldForm>
  )
}
