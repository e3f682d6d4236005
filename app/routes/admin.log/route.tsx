import { useLoaderData } from '@remix-run/react'
import { readLogPage } from '#app/domain/accounts/overseeing.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { askedOf, filterOf } from '#app/web/log-filter.ts'
import { acting, serve } from '#app/web/serve.server.ts'
import { LogFilters } from './log-filters.tsx'
import { LogTable } from './log-table.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const filter = askedOf(url.searchParams)
  const before = url.searchParams.get('before')
  const { rows, next } = await readLogPage(
    acting(ctx),
    filterOf(filter),
    before === null ? undefined : idOf(before),
  )
  const lines = rows.map(({ facts, ...line }) => ({
    ...line,
    facts: Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`),
  }))
  const kept = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  const file = kept.size > 0 ? `?${kept}` : ''
  if (next) kept.set('before', next)
  return { title: t.admin.log.title, lines, filter, file, next: next ? `?${kept}` : null }
})

export default function Log() {
  const { lines, filter, file, next } = useLoaderData<typeof loader>()
  const words = useMessages().admin.log
  return (
    <Stack gap={4}>
      <Prose>
        <p>{words.lead}</p>
      </Prose>
      <LogFilters {...filter} />
      {lines.length > 0 ? (
        <>
          <LogTable lines={lines} />
          <p>
            {words.download}: <a href={`/admin/log.csv${file}`}>CSV</a>,{' '}
            <a href={`/admin/log.xlsx${file}`}>XLSX</a>
          </p>
        </>
      ) : (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      )}
      <Pagination next={next} />
    </Stack>
  )
}
