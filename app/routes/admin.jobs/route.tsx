import { Form, useLoaderData } from '@remix-run/react'
import { listJobs } from '#app/domain/files/jobs.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { acting, serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const before = url.searchParams.get('before')
  const { rows, next } = await listJobs(acting(ctx), before === null ? undefined : idOf(before))
  const jobs = rows.map(({ id, kind, state, progress, total, problem, createdAt }) => ({
    id,
    kind,
    state,
    progress,
    total,
    problem,
    createdAt,
  }))
  return { title: t.admin.jobs.title, jobs, next: next ? `?before=${next}` : null }
})

type Job = {
  id: string
  kind: string
  state: keyof typeof tones
  progress: number
  total: number | null
  problem: string | null
  createdAt: Date
}

const tones = {
  queued: 'neutral',
  running: 'blue',
  done: 'green',
  failed: 'red',
  cancelled: 'neutral',
} as const

export default function Jobs() {
  const { jobs, next } = useLoaderData<typeof loader>()
  const words = useMessages().admin.jobs
  const columns: Column<Job>[] = [
    { label: words.kind, head: true, cell: ({ kind }) => <code>{kind}</code> },
    {
      label: words.state,
      cell: ({ state, problem }) => (
        <>
          <Tag tone={tones[state]}>{words.states[state]}</Tag> {problem && <small>{problem}</small>}
        </>
      ),
    },
    {
      label: words.progress,
      number: true,
      cell: ({ progress, total }) => (total === null ? progress : `${progress} / ${total}`),
    },
    { label: words.created, cell: ({ createdAt }) => <Time value={createdAt} as="date" /> },
    {
      label: words.cancel,
      hideLabel: true,
      acts: true,
      cell: ({ id, state }) =>
        (state === 'queued' || state === 'running') && (
          <Form method="post" action={`/admin/jobs/${id}`}>
            <Button small>{words.cancel}</Button>
          </Form>
        ),
    },
  ]
  return (
    <Stack gap={4}>
      <Prose>
        <p>{words.lead}</p>
      </Prose>
      {jobs.length > 0 ? (
        <Table caption={words.title} hideCaption columns={columns} rows={jobs} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      )}
      <Pagination next={next} />
    </Stack>
  )
}
