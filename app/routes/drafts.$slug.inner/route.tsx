import { Form, useLoaderData } from '@remix-run/react'
import { convene, innerOf } from '#app/domain/reviews/convening.server.ts'
import { Convening } from '#app/domain/reviews/inner-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { representedBy } from '#app/domain/reviews/representing.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { lastTalkDay } from '#app/domain/reviews/staging.ts'
import { authorize, must } from '#app/domain/rules.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const actor = acting(ctx)
  const { draft, facts, stages } = await draftBySlug(ctx, params.slug ?? '')
  const organisations = await representedBy(actor)
  authorize(reviewRules.convene, ctx.actor, facts)
  authorize(
    must('forbidden', () => organisations.length > 0),
    ctx.actor,
    {},
  )
  return {
    title: `${t.reviewInner.convening.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title },
    organisations: organisations.map(({ id, shortName }) => ({ value: id, label: shortName })),
    until: lastTalkDay(stages),
    held: await innerOf(actor, draft.id),
  }
})

export const action = serveForm(Convening, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { slug } = await convene(acting(ctx), draft.id, value)
  return done(`/drafts/${encodeURIComponent(slug)}`, 'invited')
})

export { titled as meta } from '#app/ui/titled.ts'

/** Calls people of an organisation to discuss the draft among themselves. */
export default function ConveningPage() {
  const { draft, organisations, until, held } = useLoaderData<typeof loader>()
  const words = useMessages().reviewInner.convening
  const format = useFormat()
  const { form, errors, input, busy } =
    useServerForm<Record<'organisationId' | 'circle' | 'lastDay' | 'people', string>>()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={words.title}
        lead={words.lead}
      />
      <Stack gap={3}>
        {held.map(({ slug, circle, organisation, endedAt }) => (
          <Notice key={slug} title={`${endedAt ? words.over : words.standing}: ${circle}, ${organisation}`}>
            <Anchor href={`/drafts/${slug}/position`}>{words.open}</Anchor>
          </Notice>
        ))}
        <Form method="post" {...form}>
          <Stack gap={3}>
            <FormErrors errors={errors} />
            <Select
              label={words.organisation}
              required
              options={organisations}
              {...input('organisationId')}
            />
            <Field label={words.circle} hint={words.circleHint} required {...input('circle')} />
            <Field
              type="date"
              label={words.lastDay}
              hint={until && words.lastDayHint(format.day(until))}
              max={until ?? undefined}
              required
              {...input('lastDay')}
            />
            <TextArea label={words.people} hint={words.peopleHint} rows={5} required {...input('people')} />
            <div>
              <Button look="main" aria-busy={busy}>
                {words.submit}
              </Button>
            </div>
          </Stack>
        </Form>
      </Stack>
    </Page>
  )
}
