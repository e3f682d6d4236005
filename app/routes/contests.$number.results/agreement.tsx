import type { PublishedBody } from '#app/domain/panels/contests/ranking/published.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'

/** How much experts agreed by each criterion, and for organisers how severely each of them marks. */
export function Agreement({ body: { agreement, leniency } }: { body: PublishedBody }) {
  const words = useMessages().contests.results
  const format = useFormat()
  const thousandths = (value: number | null) =>
    value === null ? null : format.number(Math.round(value / 10) / 100)
  const tenths = (by: number) =>
    `${by > 0 ? '+' : by < 0 ? '−' : ''}${format.number(Math.abs(Math.round(by / 100)) / 10)}`
  return (
    <section>
      <SectionHead title={words.agreement} />
      <Stack gap={3}>
        <p>{words.agreementLead}</p>
        <Table
          caption={words.agreement}
          hideCaption
          rows={agreement}
          rowKey={({ code }) => code}
          columns={[
            { label: words.criterion, cell: ({ title }) => <span lang="ru">{title}</span>, head: true },
            {
              label: words.alphaHead,
              number: true,
              cell: ({ alpha, low, high, small }) =>
                alpha === null ? (
                  words.noAlpha
                ) : (
                  <>
                    {words.alpha(thousandths(alpha) ?? '', thousandths(low), thousandths(high))}
                    {small && (
                      <>
                        <br />
                        {words.small}
                      </>
                    )}
                  </>
                ),
            },
          ]}
        />
        {leniency && (
          <Disclosure summary={words.severity} quiet>
            <p>{words.severityLead}</p>
            <Table
              caption={words.severity}
              hideCaption
              rows={[...leniency].sort((a, b) => a.by - b.by)}
              rowKey={({ person }) => person}
              columns={[
                {
                  label: words.marks.expert(0).replace(/\s*0$/, ''),
                  head: true,
                  cell: ({ person }) => <Anchor href={`/experts/${person}`}>№&nbsp;{person}</Anchor>,
                },
                { label: words.columns.score, cell: ({ by }) => tenths(by), number: true },
              ]}
            />
          </Disclosure>
        )}
      </Stack>
    </section>
  )
}
