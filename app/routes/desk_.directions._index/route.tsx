import { Form, useLoaderData } from '@remix-run/react'
import { startDirectionDraft } from '#app/domain/experts/direction-drafting.server.ts'
import { directionDraftsListed } from '#app/domain/experts/direction-drafts.server.ts'
import { ListButton } from '#app/domain/experts/direction-forms.ts'
import { Button } from '#app/ui/button.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const drafts = await directionDraftsListed(acting(ctx))
  return { title: t.directionLists.title, drafts }
})

export const action = serveForm(ListButton, async ({ ctx, t }) => {
  const id = await startDirectionDraft(acting(ctx), t.directionLists.draftTitle)
  return done(`/desk/directions/${id}`)
})

export default function DirectionListsPage() {
  const { drafts } = useLoaderData<typeof loader>()
  const words = useMessages().directionLists
  const format = useFormat()
  return (
    <ListPage
      title={words.title}
      lead={words.lead}
      create={
        <Form method="post">
          <Button look="main">{words.start}</Button>
        </Form>
      }
      empty={drafts.length > 0 ? null : { title: words.empty, text: words.startText }}
      next={null}
    >
      <WorkList>
        {drafts.map(({ id, title, firstDay, changedAt, discardedAt }) => (
          <WorkRow
            key={id}
            href={`/desk/directions/${id}`}
            title={title}
            lang="ru"
            state={<Tag>{discardedAt ? words.discarded : words.preparing}</Tag>}
          >
            {words.changed(format.date(changedAt))} ·{' '}
            {firstDay ? words.holdsFrom(format.day(firstDay)) : words.noDay}
          </WorkRow>
        ))}
      </WorkList>
    </ListPage>
  )
}
