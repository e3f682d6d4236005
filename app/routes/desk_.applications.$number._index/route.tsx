import { useLoaderData } from '@remix-run/react'
import { decideApplications } from '#app/domain/assessment/way/deciding.server.ts'
import { DecisionForm } from '#app/domain/assessment/way/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { Course, Results, WayLine } from '#app/routes/cabinet.applications_.$number/way.tsx'
import { wayView } from '#app/routes/cabinet.applications_.$number/way-view.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { About } from './about.tsx'
import { personOf } from './person.server.ts'
import { DecideForm, OtherSteps } from './steps.tsx'
import { Survey } from './survey.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const number = numberOf(params.number)
  const view = await wayView(acting(ctx), number, locale)
  return {
    title: t.applications.numbered(number),
    view,
    person: await personOf(acting(ctx), number),
    grounds: content().applications.grounds.map(({ code, title }) => ({ value: code, label: title[locale] })),
  }
})

/** Decides on this one; the number is the address's own. */
export const action = serveForm(DecisionForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await decideApplications(acting(ctx), { ...value, applications: [number] })
  return done(`/desk/applications/${number}`, 'decided')
})

export default function ApplicationPage() {
  const { title, view, person } = useLoaderData<typeof loader>()
  const words = useMessages().applications
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/desk/applications', label: words.desk.title }]}
        eyebrow={title}
        title={person.name}
        lang="ru"
        meta={<Tag>{words.stages[view.stage]}</Tag>}
      />
      <Stack gap={6}>
        <WayLine of={view} />
        <Split side={<About />}>
          <Stack gap={6}>
            <Results of={view} />
            <Survey of={view} />
            <DecideForm />
            <OtherSteps />
            <Course of={view} />
          </Stack>
        </Split>
      </Stack>
    </Page>
  )
}
