import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { beginVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { draftView, pick } from '#app/routes/drafts.$slug/views.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { acting, serve, serveAction } from '#app/web/serve.server.ts'
import { LeftOpen } from './left-open.tsx'
import styles from './versions.module.css'

export const loader = serve(async (args) => {
  const shown = await draftBySlug(args.ctx, args.params.slug ?? '')
  return {
    title: `${args.t.reviewOutcome.versions.title} · ${shown.draft.title}`,
    draft: draftView(shown, args.locale),
    current: shown.current?.number ?? null,
    versions: shown.versions.map((version) =>
      pick(version, [
        ...(['number', 'note', 'publishedAt', 'sha256'] as const),
        ...(['flags', 'unansweredReason', 'unkeptReason'] as const),
      ]),
    ),
  }
})

/** Begins the next version. */
export const action = serveAction(async ({ ctx, params }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  await beginVersion(acting(ctx), draft.id)
  return redirect(`/drafts/${draft.slug}/edit`)
})

export { titled as meta } from '#app/ui/titled.ts'

export default function VersionsPage() {
  const { draft, versions, current } = useLoaderData<typeof loader>()
  const { reviews, reviewOutcome } = useMessages()
  const words = reviewOutcome.versions
  const address = `/drafts/${draft.slug}`
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: address, label: draft.title }]} title={words.title} lead={words.lead} />
      <ol className={styles.versions} reversed>
        {versions.map(({ number, note, publishedAt, sha256, ...open }) => (
          <li key={number}>
            <Row>
              <h2>{reviews.version(number)}</h2>
              {number === current && <Tag tone="green">{words.current}</Tag>}
              {publishedAt ? <Time value={publishedAt} /> : <Tag tone="amber">{words.editing}</Tag>}
            </Row>
            {note && <p className={styles.note}>{note}</p>}
            <LeftOpen {...open} />
            <Row>
              <Anchor
                href={
                  publishedAt
                    ? number === current
                      ? address
                      : `${address}/versions/${number}`
                    : `${address}/edit`
                }
              >
                {words.read}
              </Anchor>
              {publishedAt && number > 1 && (
                <Anchor href={`${address}/compare/${number - 1}/${number}`}>{words.compare}</Anchor>
              )}
            </Row>
            {sha256 && <code className={styles.hash}>SHA-256 {sha256}</code>}
          </li>
        ))}
      </ol>
    </Page>
  )
}
