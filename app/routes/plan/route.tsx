import { useLoaderData } from '@remix-run/react'
import { viewerOf } from '#app/domain/ctx.ts'
import { askingFor } from '#app/domain/reviews/course/asking.server.ts'
import { plannedYears, planOfYear } from '#app/domain/reviews/course/requests.server.ts'
import { requestRows } from '#app/routes/requests._index/request-view.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Months } from './months.tsx'

export { titled as meta } from '#app/ui/titled.ts'

/** The plan of this year, or of the year in the address. */
export const loader = serve(async ({ ctx, t, url, locale }) => {
  const thisYear = Number(viewerOf(ctx).today.slice(0, 4))
  const asked = url.searchParams.get('year') ?? ''
  const year = /^20\d\d$/.test(asked) ? Number(asked) : thisYear
  const planned = await plannedYears(ctx)
  const rows = await planOfYear(ctx, year)
  return {
    title: t.reviewCourse.plan.title(year),
    year,
    years: [...new Set([...planned, thisYear, year])].sort((a, b) => a - b),
    rows: requestRows(rows, locale).map((row, at) => ({ ...row, slug: rows[at]?.slug ?? null })),
    mayAsk: ctx.actor !== null && (await askingFor(ctx)).length > 0,
  }
})

export default function PlanPage() {
  const { year, years, rows, mayAsk } = useLoaderData<typeof loader>()
  const { plan: words, requests } = useMessages().reviewCourse
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/drafts', label: useMessages().reviews.title }]}
        title={words.title(year)}
        lead={words.lead}
        actions={mayAsk && <LinkButton href="/requests/new">{requests.create}</LinkButton>}
      />
      <Stack gap={4}>
        {years.length > 1 && (
          <Tabs
            label={words.years}
            tabs={years.map((one) => ({ href: `/plan?year=${one}`, label: one, current: one === year }))}
          />
        )}
        {rows.length > 0 ? (
          <Months rows={rows} />
        ) : (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        )}
      </Stack>
    </Page>
  )
}
