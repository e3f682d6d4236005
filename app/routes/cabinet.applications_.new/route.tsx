import { useLoaderData } from '@remix-run/react'
import { fileApplication } from '#app/domain/assessment/way/applying.server.ts'
import { ApplicationForm } from '#app/domain/assessment/way/forms.ts'
import { openDirections } from '#app/domain/assessment/way/opening.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const directions = await openDirections(acting(ctx))
  const asked = url.searchParams.get('direction')
  return {
    title: t.applications.apply.title,
    directions: directions.map(({ id, shortTitle }) => ({ id, shortTitle })),
    chosen: directions.find(({ code }) => code === asked)?.id ?? '',
  }
})

export const action = serveForm(ApplicationForm, async ({ ctx, value }) => {
  const number = await fileApplication(acting(ctx), value.direction)
  return done(`/cabinet/applications/${number}/survey`, 'applied')
})

export default function ApplyPage() {
  const { title, directions, chosen } = useLoaderData<typeof loader>()
  const { apply: words, cabinet } = useMessages().applications
  const { input, check, ...of } = useServerForm<{ direction: string; agreed: string }>({ direction: chosen })
  return (
    <section aria-labelledby="apply">
      <SectionHead title={title} id="apply" />
      <FieldForm
        of={of}
        submit={words.submit}
        lead={
          <Prose>
            <p>{words.lead}</p>
            <p>{words.wayText}</p>
          </Prose>
        }
        beside={<LinkButton href="/cabinet/applications">{cabinet.back}</LinkButton>}
      >
        <Select label={words.direction} required {...input('direction')}>
          <option value="">{words.choose}</option>
          {directions.map(({ id, shortTitle }) => (
            <option key={id} value={id}>
              {shortTitle}
            </option>
          ))}
        </Select>
        <Checkbox label={words.agreed} required {...check('agreed')} />
      </FieldForm>
    </section>
  )
}
