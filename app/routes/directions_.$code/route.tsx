import { useLoaderData } from '@remix-run/react'
import { viewerOf } from '#app/domain/ctx.ts'
import { directionByCode } from '#app/domain/experts/directions.server.ts'
import { tierWord } from '#app/routes/documents/view.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { Eyebrow, PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Description } from './description.tsx'
import { Editions, Now } from './side.tsx'

export const loader = serve(async ({ ctx, params, locale }) => {
  const { versions, experts, head, ...rest } = await directionByCode(ctx, params.code ?? '')
  const newest = versions[head]
  return {
    title: newest?.shortTitle ?? '',
    description: newest?.title ?? '',
    ...rest,
    tier: tierWord(newest?.tier ?? '', locale),
    head,
    // The list that goes on with this one, where the direction is not, is published already.
    leaves: rest.now && head === 0 ? (newest?.list.endDay ?? null) : null,
    versions: versions.map((version) => ({
      ...version,
      tier: tierWord(version.tier, locale),
      // What goes on with this version does so on a day ahead.
      ahead: (version.list.endDay ?? '') > viewerOf(ctx).today,
    })),
    experts: experts.map(({ tier, count }) => ({ tier, title: tierWord(tier, locale), count })),
  }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function DirectionPage() {
  const view = useLoaderData<typeof loader>()
  const { documents } = useMessages()
  const words = documents.directions
  const newest = view.versions[view.head]
  if (!newest) return null
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/directions', label: words.short }]}
        eyebrow={[documents.onTier(view.tier), newest.group && words.group(newest.group)]
          .filter(Boolean)
          .join(' · ')}
        title={newest.shortTitle}
        lead={<span lang="ru">{newest.title}</span>}
        lang="ru"
        actions={
          view.experts.length > 0 && (
            <LinkButton href={`/experts?direction=${view.code}`} look="main">
              {words.toRegistry}
            </LinkButton>
          )
        }
      />
      <Split
        side={
          <Stack gap={4}>
            <Now code={view.code} experts={view.experts} />
            <Editions code={view.code} versions={view.versions} replaces={view.replaces} />
          </Stack>
        }
      >
        <Stack gap={4}>
          <Standing view={view} firstDay={newest.list.firstDay} />
          <Description version={newest} participants={view.participants} orders={view.orders} />
          {newest.note && (
            <div lang="ru">
              <Eyebrow>{words.note}</Eyebrow>
              <p>{newest.note}</p>
            </div>
          )}
        </Stack>
      </Split>
    </Page>
  )
}

type StandingProps = { view: { now: boolean; ahead: boolean; leaves: string | null }; firstDay: string }

/** Where the direction stands today, when that is not simply in the list. */
function Standing({ view: { now, ahead, leaves }, firstDay }: StandingProps) {
  const words = useMessages().documents.directions
  const format = useFormat()
  if (leaves) return <Notice kind="warn">{words.leaves(format.day(leaves))}</Notice>
  if (ahead) return <Notice kind="info">{words.ahead(format.day(firstDay))}</Notice>
  return now ? null : <Notice kind="info">{words.past}</Notice>
}
