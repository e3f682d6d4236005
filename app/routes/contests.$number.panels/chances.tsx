import type { ChancesResult } from '#app/domain/panels/contests/lots/reckoning.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import styles from './batch.module.css'

/** What a lot under this cap costs and gives, before it is announced: figures, expected load, who may get which work. */
export function Chances({ result }: { result: ChancesResult }) {
  const { batch, lots: words, work } = useMessages().contests
  const format = useFormat()
  const { denominator, capPercent, cost, seats, pool, distinct } = result
  const percent = (share: number) => words.percent(Math.floor((share * 10_000) / denominator))
  const tenths = (value: number) => format.number(Math.round(value * 10) / 10)
  return (
    <>
      <Facts
        facts={[
          {
            term: words.figures.cost(capPercent),
            value: cost === null ? batch.priceNone : batch.priceOf(cost),
          },
          {
            term: words.figures.expected,
            value: `${tenths(result.total)} (${batch.points(tenths(result.total / seats))})`,
          },
          { term: words.figures.greatest, value: percent(result.greatest) },
          { term: words.figures.most, value: words.worksOf(tenths(result.heaviest / denominator)) },
          { term: words.figures.chances, value: format.number(distinct) },
          { term: words.figures.seats, value: format.number(seats) },
          { term: words.figures.pool, value: format.number(pool) },
        ]}
      />
      <div className={styles.plots}>
        <BarChart
          title={words.load}
          unit={batch.loadUnit}
          items={result.load.map(([from, value]) => ({ label: words.loadOf(from), value }))}
        />
      </div>
      <section>
        <SectionHead title={words.chances}>{words.chancesLead}</SectionHead>
        <Table
          caption={words.chances}
          hideCaption
          rows={result.works}
          rowKey={({ code }) => code}
          columns={[
            { label: words.columns.code, cell: ({ code }) => work.coded(code), head: true },
            {
              label: words.columns.experts,
              cell: ({ shares }) => (
                <ul className={styles.chances}>
                  {shares.map(({ person, share }) => (
                    <li key={person}>
                      <Anchor href={`/experts/${person}`}>№&nbsp;{person}</Anchor> {percent(share)}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}
