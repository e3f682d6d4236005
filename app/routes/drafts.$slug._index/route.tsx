import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { follows } from '#app/domain/reviews/news/followed.server.ts'
import { draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { DraftHead } from '#app/routes/drafts.$slug/draft-head.tsx'
import { innerLinksOf } from '#app/routes/drafts.$slug/inner-links.server.ts'
import { Live } from '#app/routes/drafts.$slug/live.tsx'
import { panelLinksOf } from '#app/routes/drafts.$slug/panel-links.server.ts'
import { headOf, readingOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { ReadingView } from '#app/routes/drafts.$slug/reading-view.tsx'
import { Told } from '#app/routes/drafts.$slug/told.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { type Args, acting, serve } from '#app/web/serve.server.ts'

export const loader = serve(async (args) => {
  const { ctx, params, url } = args
  const slug = params.slug ?? ''
  // Notifications lead here with the number of the remark; its own page knows more than the text does.
  const remark = url.searchParams.get('remark')
  if (remark) throw redirect(`/drafts/${encodeURIComponent(slug)}/remarks/${numberOf(remark)}`)
  const shown = await draftBySlug(ctx, slug)
  const view = shown.current && (await versionView(ctx, shown.draft.id, shown.current.number))
  const head = headOf(shown, args)
  const positions = new Set(
    view?.remarks.flatMap(({ position, intake, author }) => (position && !intake ? author.name : [])),
  )
  const inner = await innerLinksOf(args, shown, positions.size > 0)
  return {
    title: shown.draft.title,
    description: shown.draft.explanatoryNote.slice(0, 200),
    head: { ...head, links: [...head.links, ...inner, ...(await panelLinksOf(args, shown.draft.id))] },
    reading: view && (await readingOf(view, shown, args)),
    // what is closed has no feed: a feed is a guest's
    feeds: shown.facts.closed || !shown.facts.published ? [] : feedLinks(slug, args),
    follow: ctx.actor && {
      ...{ kind: 'draft', id: shown.draft.id },
      on: await follows(acting(ctx), { kind: 'draft', id: shown.draft.id }),
    },
  }
})

function feedLinks(slug: string, { t }: Args) {
  const words = t.notifications.letters
  return [
    { href: `/feeds/drafts/${slug}.atom`, label: words.feed },
    { href: `/feeds/drafts/${slug}.ics`, label: words.calendar },
  ]
}

export { titled as meta } from '#app/ui/titled.ts'

export default function DraftPage() {
  const { head, reading, follow, feeds } = useLoaderData<typeof loader>()
  const { reviews } = useMessages()
  return (
    <Page>
      <DraftHead
        head={head}
        facts={
          reading &&
          [
            reviews.remarks(reading.remarks),
            reviews.people(reading.people),
            reading.positions > 0 && reviews.positions(reading.positions),
          ]
            .filter(Boolean)
            .join(' · ')
        }
      />
      <Told slug={head.draft.slug} follow={follow} feeds={feeds} />
      {reading ? (
        <>
          <ReadingView head={head} reading={reading} />
          <Live slug={head.draft.slug} since={reading.last} version={reading.versionNumber} />
        </>
      ) : (
        <EmptyState
          title={reviews.draft.noText}
          action={
            head.can.publish && (
              <LinkButton href={`/drafts/${head.draft.slug}/publish`} look="main">
                {reviews.draft.publish}
              </LinkButton>
            )
          }
        >
          {reviews.draft.noTextText}
        </EmptyState>
      )}
    </Page>
  )
}
