import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'
import type { loader } from './route.tsx'

const tones: Record<string, Tone> = {
  vacant: 'red',
  answers: 'amber',
  ready: 'blue',
  sheets: 'amber',
  third: 'red',
  done: 'green',
}
const order = ['vacant', 'third', 'ready', 'answers', 'sheets', 'done'] as const

/** How many works wait for what, then each work; those that need somebody's act stand first. */
export function Works() {
  const { works } = useLoaderData<typeof loader>()
  const { contests } = useMessages()
  const { course: words } = contests
  const { columns } = words
  const counted = order.map((next) => ({ next, value: works.filter((work) => work.next === next).length }))
  const sorted = [...works].sort(
    (a, b) => order.indexOf(a.next) - order.indexOf(b.next) || (a.code < b.code ? -1 : 1),
  )
  return (
    <>
      <BarChart
        title={words.totals}
        unit={words.totalsUnit}
        items={counted
          .filter(({ value }) => value > 0)
          .map(({ next, value }) => ({ label: words.next[next], value, tone: tones[next] ?? 'neutral' }))}
        max={works.length}
      />
      <Table
        caption={words.title}
        hideCaption
        rows={sorted}
        rowKey={({ code }) => code}
        columns={[
          { label: columns.code, cell: ({ code }) => contests.work.coded(code), head: true },
          { label: columns.nomination, cell: ({ nomination }) => <span lang="ru">{nomination}</span> },
          {
            label: columns.answers,
            cell: ({ accepted, size, seated }) => words.of(accepted, Math.max(size, seated)),
            number: true,
          },
          { label: columns.sheets, cell: ({ sent, sheets }) => words.of(sent, sheets), number: true },
          {
            label: columns.next,
            cell: ({ next }) => <Tag tone={tones[next] ?? 'neutral'}>{words.next[next]}</Tag>,
          },
          {
            label: columns.panel,
            cell: ({ panel }) => <Anchor href={`/panels/${panel}`}>№&nbsp;{panel}</Anchor>,
          },
        ]}
      />
    </>
  )
}
