import { useLoaderData } from '@remix-run/react'
import { useLocale, useMessages } from '#app/ui/messages.tsx'
import { Page, Reading, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { SideList } from '#app/ui/side-list.tsx'
import { serve } from '#app/web/serve.server.ts'
import { aboutPage } from './about.server.ts'
import { Foundations } from './foundations.tsx'
import { Timeline } from './timeline.tsx'
import { Unites } from './unites.tsx'

export const loader = serve(aboutPage)

export { titled as meta } from '#app/ui/titled.ts'

export default function AboutPage() {
  const view = useLoaderData<typeof loader>()
  const { organisations, ui } = useMessages()
  const { locale } = useLocale()
  const words = organisations.about
  const own = [
    { href: '#unites', label: words.unites },
    { href: '#goal', label: words.goal },
    { href: '#systems', label: words.systems },
    { href: '#principles', label: words.principles },
    { href: '#roadmap', label: words.roadmap },
  ]
  const written = view.sections.map(({ id, title }) => ({ href: `#${id}`, label: title }))
  const lang = view.lang === locale ? undefined : view.lang
  return (
    <Page>
      <Reading contents={<SideList title={ui.sections} links={[...written, ...own]} />}>
        <PageHead title={view.title} lead={<span lang={lang}>{view.description}</span>} lang={lang} />
        <Stack gap={8}>
          <Prose html={view.html} lang={lang} />
          <Unites tiers={view.tiers} duties={view.duties} />
          <Foundations goal={view.goal} systems={view.systems} principles={view.principles} />
          <Timeline roadmap={view.roadmap} />
        </Stack>
      </Reading>
    </Page>
  )
}
