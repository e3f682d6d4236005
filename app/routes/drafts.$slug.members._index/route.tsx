import { Form, useLoaderData } from '@remix-run/react'
import { Members } from '#app/domain/reviews/inner/inner-forms.ts'
import { addMembers, membersOf } from '#app/domain/reviews/inner/members.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { Table } from '#app/ui/table.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.removeMembers, ctx.actor, facts)
  return {
    title: `${t.reviewInner.members.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title },
    members: await membersOf(ctx, draft.id),
    canAdd: reviewRules.addMembers(ctx.actor, facts) === null,
  }
})

export const action = serveForm(Members, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await addMembers(acting(ctx), draft.id, value.people)
  return done(`/drafts/${encodeURIComponent(draft.slug)}/members`, 'invited')
})

export { titled as meta } from '#app/ui/titled.ts'

/** Who was let into a closed discussion. */
export default function MembersPage() {
  const { draft, members, canAdd } = useLoaderData<typeof loader>()
  const words = useMessages().reviewInner.members
  const { input, ...of } = useServerForm<{ people: string }>()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={words.title}
        lead={words.lead}
      />
      <Stack gap={4}>
        {canAdd && (
          <FieldForm action={`/drafts/${draft.slug}/members?index`} of={of} submit={words.add} gap={2}>
            <TextArea label={words.label} hint={words.hint} required {...input('people')} />
          </FieldForm>
        )}
        {members.length === 0 ? (
          <EmptyState title={words.none}>{words.noneText}</EmptyState>
        ) : (
          <Table
            caption={words.total(members.length)}
            rows={members}
            rowKey={({ number }) => number}
            columns={[
              { label: words.name, head: true, cell: ({ name, number }) => name ?? `№\u00a0${number}` },
              {
                label: words.remove,
                hideLabel: true,
                acts: true,
                cell: ({ number }) => (
                  <Form method="post" action={`/drafts/${draft.slug}/members/removal`}>
                    <input type="hidden" name="person" value={number} />
                    <Button small>{words.remove}</Button>
                  </Form>
                ),
              },
            ]}
          />
        )}
      </Stack>
    </Page>
  )
}
