import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SectionText } from '#app/domain/practices/forms.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { done, serve, serveForm } from '#app/web/serve.server.ts'
import { type SectionView, saveTyped, sectionPage } from './section.server.ts'
import { SectionForm } from './section-form.tsx'

export const loader = serve(sectionPage)

export const action = serveForm(SectionText, async (args) => {
  const { number, edition, losses } = await saveTyped(args, args.value)
  const { way, source, base } = args.value
  if (edition === null) return data({ losses, typed: { way, source, base } }, { status: 422 })
  return done(`/practices/${number}/edit`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** One part of a card in the editor of drafts. */
export default function SectionPage() {
  const view = useLoaderData<typeof loader>() as SectionView
  const answer = useActionData<typeof action>()
  const { practices } = useMessages()
  const { number, name, lead, part } = view
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/practices/${number}/edit`, label: practices.card.number(number) }]}
        title={name}
        lead={lead}
      />
      <SectionForm
        key={part.id}
        view={view}
        lastResult={answer && 'status' in answer ? answer : undefined}
        asked={answer && 'losses' in answer ? answer : null}
      />
    </Page>
  )
}
