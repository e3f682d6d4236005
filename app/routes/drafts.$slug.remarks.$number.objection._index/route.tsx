import { Form, useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { Objection } from '#app/domain/reviews/intake-forms.ts'
import { objectToRecord } from '#app/domain/reviews/objecting.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { threadOf } from '#app/domain/reviews/threads.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark, facts } = await threadOf(ctx, draft.id, numberOf(params.number))
  authorize(reviewRules.objectToRecord, ctx.actor, facts)
  return {
    title: t.reviewIntake.objection.title,
    back: `/drafts/${draft.slug}/remarks/${remark.number}`,
    name: t.reviewRemark.page.title(t.reviews.kinds[remark.kind], remark.number),
    recorded: [remark.address, remark.body, remark.replacement].filter(Boolean),
  }
})

export const action = serveForm(Objection, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  await objectToRecord(actor, remark.id, value.body)
  return done(`/drafts/${draft.slug}/remarks/${remark.number}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** An author says what is wrong with the record. */
export default function ObjectionPage() {
  const { title, back, name, recorded } = useLoaderData<typeof loader>()
  const { ui, reviewIntake } = useMessages()
  const words = reviewIntake.objection
  const { form, errors, input, busy } = useServerForm<{ body: string }>()
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: back, label: name }]} title={title} lead={words.lead} />
      <Form method="post" {...form}>
        <Stack gap={3}>
          <FormErrors errors={errors} />
          <section>
            <h2>{words.record}</h2>
            {recorded.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
          <TextArea {...input('body')} label={words.body} rows={5} maxLength={3000} required />
          <Row>
            <Button look="main" aria-busy={busy}>
              {words.submit}
            </Button>
            <LinkButton href={back}>{ui.cancel}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
