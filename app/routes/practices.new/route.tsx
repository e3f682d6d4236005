import { useLoaderData } from '@remix-run/react'
import { StartForm } from '#app/domain/practices/forms.ts'
import { describingFor, startPractice } from '#app/domain/practices/starting.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

/** All organisations of a region, for who may describe practices of any of them. */
const ORGANISATIONS = 1500

export const loader = serve(async ({ ctx, t, locale }) => {
  const mine = acting(ctx)
  const homes = await describingFor(mine, ORGANISATIONS)
  if (homes.length === 0) throw new Problem('forbidden')
  return {
    title: t.practices.writing.newTitle,
    homes: homes.map(({ id, name }) => ({ value: id, label: name })),
    kinds: content().practices.kinds.map(({ code, title, hint }) => ({
      ...{ value: code, label: title[locale], hint: hint[locale] },
    })),
    writer: mine.actor.number,
  }
})

export const action = serveForm(StartForm, async ({ ctx, value }) => {
  const number = await startPractice(acting(ctx), value)
  return done(`/practices/${number}/edit`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function NewPracticePage() {
  const { homes, kinds, writer } = useLoaderData<typeof loader>()
  const { practices } = useMessages()
  const words = practices.writing
  const {
    input,
    check: _,
    value,
    ...of
  } = useServerForm<Record<'kind' | 'organisationId' | 'title', string>>({
    organisationId: homes[0]?.value ?? '',
  })
  return (
    <Page width="form">
      <PageHead
        title={words.newTitle}
        lead={words.newLead}
        crumbs={[{ href: '/practices', label: practices.title }]}
      />
      <FieldForm of={of} submit={words.begin} gap={4} writer={writer}>
        <RadioGroup
          name="kind"
          id={input('kind').id}
          legend={words.kind}
          required
          options={kinds}
          defaultValue={value('kind')}
          error={input('kind').error}
        />
        <Field label={words.title} hint={words.titleHint} maxLength={300} required {...input('title')} />
        <Select label={words.organisation} options={homes} required {...input('organisationId')} />
      </FieldForm>
    </Page>
  )
}
