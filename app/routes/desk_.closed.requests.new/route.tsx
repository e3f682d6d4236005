import { useActionData, useLoaderData } from '@remix-run/react'
import { ClosedRequest } from '#app/domain/experts/closed/forms.ts'
import { requestClosed } from '#app/domain/experts/closed/requests.server.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { ReasonFields } from '#app/routes/desk_.closed.people.$number/reason-fields.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, url, t, locale }) => {
  authorize(expertRules.requestClosed, acting(ctx).actor, {})
  const { personFields } = content()
  const person = url.searchParams.get('person') ?? ''
  return {
    title: t.closedData.ask.title,
    person: /^\d{1,9}$/.test(person) ? person : '',
    fields: personFields.closed.map(({ code, title }) => ({ code, title: title[locale] })),
    reasons: personFields.reasons.map(({ code, title }) => ({ value: code, label: title[locale] })),
  }
})

export const action = serveForm(ClosedRequest, async ({ ctx, value }) => {
  const number = await requestClosed(acting(ctx), value)
  return done(`/desk/closed/requests/${number}`, 'saved')
})

export default function ClosedRequestNewPage() {
  const { title, person, fields, reasons } = useLoaderData<typeof loader>()
  const { closedData: words } = useMessages()
  const of = useServerForm<Record<string, string>>({ person })
  const reply = useActionData<{ initialValue?: { fields?: string | string[] } }>()
  return (
    <StepPage
      back={{ href: '/desk/closed', label: words.title }}
      title={title}
      lead={words.ask.lead}
      of={of}
      submit={words.ask.submit}
    >
      <Field
        label={words.ask.person}
        hint={words.ask.personHint}
        inputMode="numeric"
        required
        maxLength={12}
        {...of.input('person')}
      />
      <ReasonFields
        of={of}
        fields={fields}
        reasons={reasons}
        chosen={[reply?.initialValue?.fields ?? []].flat()}
      />
    </StepPage>
  )
}
