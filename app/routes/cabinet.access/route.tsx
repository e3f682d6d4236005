import { useLoaderData } from '@remix-run/react'
import { readsOfMe } from '#app/domain/experts/closed/reading.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, url, t, locale }) => {
  const before = url.searchParams.get('before') ?? ''
  const { rows, next } = await readsOfMe(
    acting(ctx),
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(before) ? before : null,
  )
  const { closed, reasons } = content().personFields
  const fields = new Map<string, string>(closed.map(({ code, title }) => [code, title[locale]]))
  const purposes = new Map(reasons.map(({ code, title }) => [code, title[locale]]))
  return {
    title: t.closedData.own.title,
    next: next && `/cabinet/access?before=${next}`,
    rows: rows.map((row) => ({
      ...row,
      fields: row.fields.map((code) => fields.get(code) ?? code).join(', '),
      purpose: purposes.get(row.reasonCode) ?? row.reasonCode,
    })),
  }
})

/** Who looked at the own closed data: the post and the organisation, the day, the reason. */
export default function OwnAccess() {
  const { rows, next } = useLoaderData<typeof loader>()
  const { own: words, reads, request } = useMessages().closedData
  return (
    <Stack gap={3}>
      <SectionHead title={words.title} />
      <p>{words.lead}</p>
      {rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <Table
          caption={words.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              label: reads.who,
              head: true,
              cell: (row) => (
                <span lang="ru">
                  {[row.post, row.organisation].filter(Boolean).join(', ') || words.unknown}
                </span>
              ),
            },
            { label: request.at, cell: (row) => <Time value={row.at} as="date" /> },
            { label: reads.what, cell: (row) => row.fields },
            {
              label: request.reason,
              cell: (row) => (
                <>
                  {row.purpose}. <span lang="ru">{row.reason}</span>
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination next={next} />
    </Stack>
  )
}
