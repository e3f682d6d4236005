import type { SerializeFrom } from '@remix-run/node'
import type { resultsOf } from '#app/domain/panels/contests/ranking/results.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { IntervalPlot } from '#app/ui/interval-plot.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

export type NominationShown = Pick<
  SerializeFrom<Awaited<ReturnType<typeof resultsOf>>>['nominations'][number],
  'title' | 'works'
>

/** Places of one nomination: the picture first, then every number. */
export function NominationResults({ nomination: { title, works } }: { nomination: NominationShown }) {
  const { contests } = useMessages()
  const words = contests.results
  const format = useFormat()
  const placed = works.filter(({ score }) => score !== null)
  const cleared = placed.some(({ adjusted }) => adjusted !== null)
  const told = (value: number | null) => (value === null ? '' : format.number(value))
  const { columns } = words
  return (
    <section>
      <SectionHead title={<span lang="ru">{title}</span>} />
      <Stack gap={4}>
        {placed.length > 1 && (
          <IntervalPlot
            title={words.plot(title)}
            key_={{
              value: words.plotKey.value,
              span: words.plotKey.span,
              ...(cleared ? { second: words.plotKey.second } : {}),
            }}
            max={100}
            items={placed.map(({ code, score, least, most, adjusted, award }) => ({
              label: contests.work.coded(code),
              ...{ value: score ?? 0, from: least ?? 0, to: most ?? 0 },
              ...{ second: adjusted, strong: award !== 'none' },
            }))}
          />
        )}
        <Table
          caption={title}
          hideCaption
          rows={works}
          rowKey={({ code }) => code}
          columns={[
            { label: columns.place, cell: ({ place }) => place ?? words.noPlace, number: true },
            {
              label: columns.work,
              head: true,
              cell: ({ code, number, title, organisation, own }) => (
                <>
                  {own && number ? (
                    <Anchor href={`/works/${number}`}>{contests.work.coded(code)}</Anchor>
                  ) : (
                    contests.work.coded(code)
                  )}
                  {title && <span lang="ru">{`. ${title}, ${organisation}`}</span>}
                  {own && ` (${words.own})`}
                </>
              ),
            },
            { label: columns.score, cell: ({ score }) => told(score), number: true },
            { label: columns.median, cell: ({ median }) => told(median), number: true },
            {
              label: columns.range,
              cell: ({ range }) => (range ? words.places(range[0] ?? 0, range[1] ?? 0) : ''),
              number: true,
            },
            ...(cleared
              ? [
                  {
                    label: columns.adjusted,
                    number: true,
                    cell: ({ adjusted, adjustedPlace }: (typeof works)[number]) =>
                      adjusted === null ? '' : words.adjustedOf(format.number(adjusted), adjustedPlace ?? 0),
                  },
                ]
              : []),
            {
              label: columns.award,
              cell: ({ award, diploma }) =>
                award !== 'none' && (
                  <>
                    <Tag tone={award === 'winner' ? 'green' : 'blue'}>{words.award[award]}</Tag>{' '}
                    {diploma?.code && (
                      <Anchor href={`/check/${diploma.code}`}>№&nbsp;{diploma.number}</Anchor>
                    )}
                  </>
                ),
            },
          ]}
        />
      </Stack>
    </section>
  )
}
