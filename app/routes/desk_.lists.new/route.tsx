import { useLoaderData } from '@remix-run/react'
import { NewList } from '#app/domain/assessment/forms.ts'
import { listPlaces } from '#app/domain/assessment/list-places.server.ts'
import { startList } from '#app/domain/assessment/listing.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { HeadFields } from './head-fields.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => ({
  title: t.candidates.form.newTitle,
  ...(await listPlaces(acting(ctx))),
}))

export const action = serveForm(NewList, async ({ ctx, value }) => {
  const id = await startList(acting(ctx), value)
  return done(`/desk/lists/${id}`, 'listStarted')
})

export default function NewListPage() {
  const { title, directions, municipalities } = useLoaderData<typeof loader>()
  const { form: words, title: lists } = useMessages().candidates
  const of = useServerForm<Record<string, string>>()
  return (
    <Page width="form">
      <PageHead crumbs={[{ href: '/desk/lists', label: lists }]} title={title} lead={words.newLead} />
      <FieldForm of={of} submit={words.create} beside={<LinkButton href="/desk/lists">{lists}</LinkButton>}>
        <Select label={words.direction} required {...of.input('direction')}>
          <option value="">{words.choose}</option>
          {directions.map(({ id, shortTitle }) => (
            <option key={id} value={id}>
              {shortTitle}
            </option>
          ))}
        </Select>
        {municipalities.length > 0 && (
          <Select label={words.municipality} hint={words.municipalityHint} {...of.input('municipality')}>
            <option value="">{words.noMunicipality}</option>
            {municipalities.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <HeadFields of={of} />
      </FieldForm>
    </Page>
  )
}
