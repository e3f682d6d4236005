import { useLoaderData } from '@remix-run/react'
import { nominatePeople } from '#app/domain/assessment/nominees/nominating.server.ts'
import { NominationForm } from '#app/domain/assessment/way/forms.ts'
import { nominatingFor } from '#app/domain/assessment/way/nominating.server.ts'
import { openDirections } from '#app/domain/assessment/way/opening.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { nominationOf } from './people.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const mine = acting(ctx)
  const organisations = await nominatingFor(mine)
  if (organisations.length === 0) throw new Problem('forbidden')
  return {
    title: t.staff.nomination.title,
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
    directions: (await openDirections(mine)).map(({ id, shortTitle }) => ({ value: id, label: shortTitle })),
    megabytes: content().settings.uploads.maxMegabytes,
  }
})

/** A list in which nothing is to be decided goes at once; any other is looked through first. */
export const action = serveForm(NominationForm, async ({ ctx, value, services, t }) => {
  const name = t.staff.nomination.name(value.letterNumber)
  const nomination = await nominationOf(value, { dataDir: services.config.dataDir, name })
  const { id, sent } = await nominatePeople(acting(ctx), nomination)
  return sent ? done('/desk/staff', 'sent') : done(`/desk/imports/${id}`)
})

export default function NominationPage() {
  const { title, organisations, directions, megabytes } = useLoaderData<typeof loader>()
  const { nomination: words, title: desk } = useMessages().staff
  const { input, ...of } = useServerForm<Record<string, string>>({
    organisation: organisations[0]?.value ?? '',
  })
  const { defaultValue: _list, ...list } = input('list')
  const { defaultValue: _file, ...file } = input('file')
  return (
    <StepPage
      back={{ href: '/desk/staff', label: desk }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      files
    >
      <Select {...input('organisation')} label={words.organisation} options={organisations} required />
      <Select {...input('direction')} label={words.direction} required>
        <option value="">{words.choose}</option>
        {directions.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <TextArea {...input('people')} label={words.people} hint={words.peopleHint} rows={6} />
      <Field {...list} type="file" accept=".xlsx,.docx,.csv" label={words.list} hint={words.listHint} />
      <Row>
        <Field {...input('letterNumber')} label={words.letterNumber} required width="short" />
        <Field {...input('letterDay')} type="date" label={words.letterDay} required />
      </Row>
      <Field
        {...file}
        type="file"
        accept=".pdf,.docx,.png,.jpg,.jpeg"
        label={words.file}
        hint={words.fileHint(megabytes)}
      />
    </StepPage>
  )
}
