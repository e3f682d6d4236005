import { useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { createQuestionnaire } from '#app/domain/questionnaires/composing.server.ts'
import { NewForm } from '#app/domain/questionnaires/page-forms.ts'
import { composingOrganisations } from '#app/domain/questionnaires/queries.server.ts'
import { sheetTemplates } from '#app/domain/questionnaires/templates.server.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const organisations = await composingOrganisations(acting(ctx))
  if (organisations.length === 0) throw new Problem('forbidden')
  return {
    title: t.questionnaires.compose.newTitle,
    organisations,
    draft: url.searchParams.get('draft') ?? '',
    bases: (await sheetTemplates(ctx)).map(({ code, title }) => ({ value: code, label: title })),
  }
})

export const action = serveForm(NewForm, async ({ ctx, value }) => {
  const { organisation, draft, ...rest } = value
  const about = draft === '' ? {} : { draftSlug: draft }
  const number = await createQuestionnaire(acting(ctx), { ...rest, organisationId: organisation, ...about })
  return done(`/questionnaires/${number}/edit`)
})

type Names = 'kind' | 'base' | 'title' | 'intro' | 'organisation' | 'draft'

export default function NewQuestionnaire() {
  const { organisations, draft, bases } = useLoaderData<typeof loader>()
  const { questionnaires: words } = useMessages()
  const { input, value, ...of } = useServerForm<Record<Names, string>>({
    ...{ kind: draft === '' ? 'survey' : 'discussion', organisation: organisations[0]?.id ?? '', draft },
  })
  const kinds = ['discussion', 'expertise', 'survey', 'sheet'] as const
  const { defaultValue: _kind, ...kind } = input('kind')
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: '/questionnaires', label: words.title }]}
        title={words.compose.newTitle}
        lead={words.compose.newLead}
      />
      <FieldForm of={of} submit={words.compose.begin}>
        <input type="hidden" name="draft" value={draft} />
        <RadioGroup
          {...kind}
          legend={words.compose.kind}
          options={kinds.map((one) => ({
            value: one,
            label: words.kinds[one],
            hint: words.compose.kindHints[one],
          }))}
          defaultValue={value('kind')}
        />
        <Select
          label={words.compose.base}
          hint={words.compose.baseHint}
          options={[{ value: '', label: words.compose.baseNone }, ...bases]}
          {...input('base')}
        />
        <Field label={words.compose.name} maxLength={400} required {...input('title')} />
        <TextArea label={words.compose.intro} hint={words.compose.introHint} {...input('intro')} />
        <Select
          label={words.compose.organisation}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          required
          {...input('organisation')}
        />
      </FieldForm>
    </Page>
  )
}
