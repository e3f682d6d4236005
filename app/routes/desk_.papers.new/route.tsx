import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { paperOrganisations } from '#app/domain/documents/paper-list.server.ts'
import { draftPaper } from '#app/domain/documents/papers.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { carried } from '#app/domain/typed.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url, services, locale }) => ({
  title: t.papers.fresh.title,
  organisations: await paperOrganisations(acting(ctx)),
  template: url.searchParams.get('template') ?? '',
  organisation: url.searchParams.get('organisation') ?? '',
  kinds: services.content.templates.templates
    .filter(({ byHand }) => byHand)
    .map(({ code, title, summary }) => {
      return { value: code, label: title[locale], hint: summary[locale] }
    }),
}))

const NewPaper = z.object({
  template: carried(z.string('required')),
  organisation: carried(z.string('required')),
})

export const action = serveForm(NewPaper, async ({ ctx, value: { template, organisation } }) => {
  const id = await draftPaper(acting(ctx), { template, organisationId: idOf(organisation) })
  return done(`/desk/papers/${id}`)
})

export default function FreshPaper() {
  const { organisations, kinds, template, organisation } = useLoaderData<typeof loader>()
  const { fresh: words, list, organisation: ofWhom } = useMessages().papers
  const { input, value, ...of } = useServerForm<Record<'template' | 'organisation', string>>({
    template,
    organisation,
  })
  return (
    <Page width="form">
      <PageHead
        title={words.title}
        lead={words.lead}
        crumbs={[{ href: '/desk/papers', label: list.title }]}
      />
      <FieldForm of={of} submit={words.submit}>
        <RadioGroup
          name="template"
          legend={words.kind}
          options={kinds}
          defaultValue={value('template')}
          required
        />
        {organisations.length > 1 ? (
          <Select
            label={ofWhom}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            required
            {...input('organisation')}
          />
        ) : (
          <input type="hidden" name="organisation" value={organisations[0]?.id ?? ''} />
        )}
      </FieldForm>
    </Page>
  )
}
