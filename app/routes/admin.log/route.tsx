import { useLoaderData } from '@remix-run/react'
import { readLogPage } from '#app/domain/accounts/overseeing.server.ts'
import { isDay } from '#app/domain/documents/fields.ts'
import { idOf } from '#app/domain/problem.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { LogFilters } from './log-filters.tsx'
import { LogTable } from './log-table.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const asked = (name: string) => url.searchParams.get(name)?.trim().slice(0, 60) ?? ''
  const filter = { kind: asked('kind'), actor: asked('actor'), day: asked('day') }
  const number = /^[1-9]\d{0,8}$/.test(filter.actor) ? Number(filter.actor) : undefined
  const before = url.searchParams.get('before')
  const { rows, next } = await readLogPage(
    acting(ctx),
    { kind: filter.kind || undefined, actor: number, day: isDay(filter.day) ? filter.day : undefined },
    before === null ? undefined : idOf(before),
  )
  const lines = rows.map(({ facts, ...line }) => ({
    ...line,
    facts: Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`),
  }))
  const kept = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  if (next) kept.set('before', next)
  return { title: t.admin.log.title, lines, filter, next: next ? `?${kept}` : null }
})

export default function Log() {
  const { lines, filter, next } = useLoaderData<typeof loader>()
  const words = useMessages().admin.log
  return (
    <Stack gap={4}>
      <Prose>
        <p>{words.lead}</p>
      </Prose>
      <LogFilters {...filter} />
      {lines.length > 0 ? (
        <LogTable lines={lines} />
      ) : (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      )}
      <Pagination next={next} />
    </Stack>
  )
}
