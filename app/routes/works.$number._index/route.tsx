import { useLoaderData } from '@remix-run/react'
import { WorkForm } from '#app/domain/panels/contests/forms.ts'
import { saveWork } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { workTones } from '#app/routes/contests.$number.works/tables.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { Appeals } from './appeals.tsx'
import { Files } from './files.tsx'
import { workPage } from './page.server.ts'
import { Standing } from './standing.tsx'
import { Words } from './words.tsx'
import { WorkFields } from './work-fields.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(workPage)

/** Keeps the words. */
export const action = serveForm(WorkForm, async ({ ctx, params, value: { writer: _, ...words } }) => {
  const number = numberOf(params.number)
  await saveWork(acting(ctx), number, words)
  return done(`/works/${number}`, 'workSaved')
})

export default function WorkPage() {
  const { number, title, contest, state, mayChange } = useLoaderData<typeof loader>()
  const words = useMessages().contests.work
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/contests/${contest.number}`, label: contest.title }]}
        eyebrow={words.eyebrow(number, contest.title)}
        title={title}
        lang="ru"
        meta={<Tag tone={workTones[state]}>{words.state[state]}</Tag>}
      />
      <Stack gap={6}>
        <Standing />
        {mayChange ? <WorkFields /> : <Words />}
        <Files />
        <Appeals />
      </Stack>
    </Page>
  )
}
