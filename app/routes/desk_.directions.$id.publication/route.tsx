import { useLoaderData } from '@remix-run/react'
import { ListPublication } from '#app/domain/experts/direction-forms.ts'
import {
  mayPublishDirections,
  obstaclesOf,
  publishDirections,
} from '#app/domain/experts/direction-publishing.server.ts'
import { lastDay } from '#app/domain/experts/registry.ts'
import { Problem } from '#app/domain/problem.ts'
import { livingDraft } from '#app/routes/desk_.directions.$id._index/draft-view.server.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { sentenceOf } from '#app/web/problems.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { Differences } from './differences.tsx'
import { PublicationForm } from './publication-form.tsx'
import { toldDifferences } from './told.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const mine = acting(ctx)
  const draft = await livingDraft(mine, params.id)
  const { id, title: name, firstDay, revision, base } = draft
  return {
    title: t.directionLists.publication.title,
    ...{ id, name, revision, former: base.title },
    day: firstDay,
    lastDay: firstDay && lastDay(firstDay),
    differences: await toldDifferences(mine, draft, locale),
    obstacles: (await obstaclesOf(mine, draft)).map((code) => sentenceOf(t, new Problem(code))),
    mayPublish: mayPublishDirections(mine),
  }
})

export const action = serveForm(ListPublication, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const code = await publishDirections(mine, await livingDraft(mine, params.id), value.seen)
  return done(`/directions?list=${encodeURIComponent(code)}`, 'listPublished')
})

export default function DirectionPublicationPage() {
  const { title, id, name, former, day, lastDay: last, differences } = useLoaderData<typeof loader>()
  const words = useMessages().directionLists
  const format = useFormat()
  const { lead, leadNoDay } = words.publication
  return (
    <Page width="text">
      <PageHead
        crumbs={[
          { href: '/desk/directions', label: words.title },
          { href: `/desk/directions/${id}`, label: name },
        ]}
        title={title}
        lead={day && last ? lead(former, format.day(day), format.day(last)) : leadNoDay(former)}
      />
      <Stack gap={6}>
        <Differences of={differences} />
        <PublicationForm />
      </Stack>
    </Page>
  )
}
