import { useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { Reply } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  return {
    title: t.reviewRemark.page.replyTitle,
    back: `/drafts/${draft.slug}/remarks/${remark.number}`,
    name: t.reviewRemark.page.title(t.reviews.kinds[remark.kind], remark.number),
  }
})

export const action = serveForm(Reply, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  const id = await reply(actor, remark.id, value.body)
  return done(`/drafts/${draft.slug}/remarks/${remark.number}#reply-${id}`, 'sent')
})

export { titled as meta } from '#app/ui/titled.ts'

/** The page a refused reply comes back to, with its text. */
export default function ReplyPage() {
  const { back, name } = useLoaderData<typeof loader>()
  const { reviewRemark } = useMessages()
  const [form, fields] = useForm<{ body: string }>({ lastResult: useActionData<typeof action>() })
  const errors = form.errors?.map((text) => ({ text })) ?? []
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: back, label: name }]} title={reviewRemark.page.replyTitle} />
      <Form method="post" noValidate>
        <Stack gap={3}>
          <FormErrors errors={errors} />
          <TextArea
            name="body"
            label={reviewRemark.page.replyText}
            error={fields.body.errors}
            defaultValue={fields.body.initialValue}
            required
            maxLength={3000}
          />
          <div>
            <Button look="main">{reviewRemark.page.reply}</Button>
          </div>
        </Stack>
      </Form>
    </Page>
  )
}
