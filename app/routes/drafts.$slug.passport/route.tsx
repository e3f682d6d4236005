import { useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { editPassport } from '#app/domain/reviews/drafting.server.ts'
import { Passport } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import {
  type PassportFieldNames,
  PassportFields,
  usePassportErrors,
} from '#app/routes/drafts.$slug/passport-fields.tsx'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { WorkPage } from '#app/routes/drafts.$slug/work-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export const loader = serve(async (args) => {
  const { ctx, params, t, locale } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.edit, ctx.actor, shown.facts)
  const { title, kind, ground, explanatoryNote, questions, contact, lang } = shown.draft
  return {
    title: `${t.reviewWork.passport} · ${title}`,
    head: headOf(shown, args),
    value: { title, kind, ground, explanatoryNote, questions, contact, lang },
    kinds: content()
      .documentKinds.filter(({ draft }) => draft)
      .map((one) => ({ value: one.code, label: one.title[locale] })),
  }
})

export const action = serveForm(Passport, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await editPassport(acting(ctx), draft.id, value)
  return done(`/drafts/${draft.slug}/passport`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function PassportPage() {
  const { head, value, kinds } = useLoaderData<typeof loader>()
  const { reviewWork } = useMessages()
  const lastResult = useActionData<typeof action>()
  const [form, fields] = useForm<Record<PassportFieldNames, string>>({ lastResult, defaultValue: value })
  const errors = usePassportErrors(form.allErrors)
  return (
    <WorkPage head={head} current="passport" title={reviewWork.passport}>
      <Form method="post" noValidate>
        <Stack gap={3}>
          <FormErrors errors={errors} />
          <PassportFields fields={fields} kinds={kinds} />
          <div>
            <Button look="main">{reviewWork.passportSave}</Button>
          </div>
        </Stack>
      </Form>
    </WorkPage>
  )
}
