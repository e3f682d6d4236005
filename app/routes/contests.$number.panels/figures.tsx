import { useLoaderData } from '@remix-run/react'
import type { BatchResult } from '#app/domain/panels/contests/reckoning.server.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './batch.module.css'
import type { batchPage } from './page.server.ts'

/** How good the panels are, how far from the best, what limits cost, and how the load falls. */
export function Figures({ result }: { result: BatchResult }) {
  const { sha256, perWork } = useLoaderData<typeof batchPage>()
  const words = useMessages().contests.batch
  const format = useFormat()
  const of = words.figures
  const mean = (sum: number, seats: number) =>
    words.points(format.number(Math.round((sum * 10) / seats) / 10))
  const price = (value: number | null) => (value === null ? words.priceNone : words.priceOf(value))
  const { prices, capPercent } = result
  return (
    <>
      <Facts
        facts={[
          { term: of.total, value: `${format.number(result.total)} (${mean(result.total, result.seats)})` },
          { term: of.worst, value: mean(result.worst, perWork) },
          {
            term: of.bound,
            value: `${format.number(result.bound)}, ${result.gap === 0 ? of.proven : of.notProven(format.number(result.gap))}`,
          },
          { term: of.seats, value: format.number(result.seats) },
          { term: of.distinct, value: format.number(result.distinct) },
          { term: of.pool, value: format.number(result.pool) },
          { term: of.hash, value: sha256 && <code className={styles.hash}>{sha256}</code> },
        ]}
      />
      <section>
        <SectionHead title={words.prices} />
        <Facts
          facts={[
            ...(prices.quotas === undefined
              ? []
              : [{ term: words.price.quotas, value: price(prices.quotas) }]),
            ...(prices.load === undefined ? [] : [{ term: words.price.load, value: price(prices.load) }]),
            ...(prices.cap === undefined || capPercent === null
              ? []
              : [{ term: words.price.cap(capPercent), value: price(prices.cap) }]),
          ]}
        />
      </section>
      <div className={styles.plots}>
        <BarChart
          title={words.load}
          unit={words.loadUnit}
          items={result.load.map(([works, value]) => ({ label: words.loadOf(works), value }))}
        />
        <BarChart
          title={words.strength}
          unit={words.strengthUnit}
          items={result.strength.map(([from, to, value]) => ({ label: words.strengthOf(from, to), value }))}
        />
      </div>
    </>
  )
}
