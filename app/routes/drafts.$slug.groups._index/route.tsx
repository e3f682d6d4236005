import { useActionData, useLoaderData } from '@remix-run/react'
import { groupRemarks } from '#app/domain/reviews/decisions/grouping.server.ts'
import { Grouping } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { Group } from './group.tsx'
import { groupsPage } from './groups.server.ts'

export const loader = serve(groupsPage)

export const action = serveForm(Grouping, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await groupRemarks(actor, draft.id, { remarkIds: value.remarks, kind: value.kind })
  return done(`/drafts/${draft.slug}/groups`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** Remarks answered together, and those that say alike and wait for a person's click. */
export default function GroupsPage() {
  const { draft, standing, likely } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const words = useMessages().reviewWork.processing
  const reasons = Object.values(reply?.error ?? {}).flatMap((texts) => texts ?? [])
  return (
    <Page>
      <PageHead
        crumbs={[
          { href: `/drafts/${draft.slug}`, label: draft.title },
          { href: `/drafts/${draft.slug}/processing`, label: words.title },
        ]}
        title={words.groups}
        lead={words.groupsLead}
      />
      <Stack gap={4}>
        {reasons.length > 0 && <Notice kind="warn" title={reasons.join(' ')} />}
        {standing.length > 0 && (
          <section>
            <SectionHead title={words.standing} />
            {standing.map((group) => (
              <Group key={group.id} slug={draft.slug} group={group} />
            ))}
          </section>
        )}
        <section>
          <SectionHead title={words.likely} />
          {likely.length === 0 && <EmptyState title={words.noLikely}>{words.noLikelyText}</EmptyState>}
          {likely.map((group) => (
            <Group key={group.remarks[0]?.id} slug={draft.slug} group={group} />
          ))}
        </section>
      </Stack>
    </Page>
  )
}
