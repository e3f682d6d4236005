import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { headOf, readingOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { ReadingView } from '#app/routes/drafts.$slug/reading-view.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import { serve } from '#app/web/serve.server.ts'

export const loader = serve(async (args) => {
  const shown = await draftBySlug(args.ctx, args.params.slug ?? '')
  const view = await versionView(args.ctx, shown.draft.id, numberOf(args.params.n))
  const { number, publishedAt, sha256 } = view.version
  return {
    title: `${args.t.reviews.version(number)} · ${shown.draft.title}`,
    head: headOf(shown, args),
    reading: await readingOf(view, shown, args),
    version: { number, publishedAt, sha256 },
    current: shown.current?.number ?? number,
  }
})

export { titled as meta } from '#app/ui/titled.ts'

/** An older version as it was, with the remarks that have a place in it. */
export default function VersionPage() {
  const { head, reading, version, current } = useLoaderData<typeof loader>()
  const { reviews, reviewOutcome } = useMessages()
  const address = `/drafts/${head.draft.slug}`
  return (
    <Page>
      <PageHead
        crumbs={[
          { href: address, label: head.draft.title },
          { href: `${address}/versions`, label: reviews.draft.versions },
        ]}
        eyebrow={head.draft.title}
        title={reviews.version(version.number)}
        meta={
          <>
            {version.publishedAt && <Time value={version.publishedAt} />}
            {version.number < current && (
              <Anchor href={`${address}/compare/${version.number}/${current}`}>
                {reviewOutcome.compare.title(version.number, current)}
              </Anchor>
            )}
          </>
        }
      />
      <Stack gap={4}>
        {version.number < current && (
          <Notice action={<Anchor href={address}>{reviews.draft.toCurrent}</Anchor>}>
            {reviews.draft.older(version.number, current)}
          </Notice>
        )}
        <ReadingView head={head} reading={reading} />
      </Stack>
    </Page>
  )
}
