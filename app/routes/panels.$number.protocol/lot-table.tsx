import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './protocol.module.css'
import type { loader } from './route.tsx'

/** The sums and parts by which anybody can check: commitment, secret, public value, seed, list. */
export function LotTable() {
  const { protocol, sha256, announced } = useLoaderData<typeof loader>()
  const words = useMessages().panels.protocol
  const { lot } = protocol
  const isLottery = protocol.format !== 1 && protocol.method === 'lot'
  const lines: [string, string][] = []
  if (announced) lines.push([words.commitment, announced.commitment], [words.source, announced.source])
  if (lot)
    lines.push(
      [words.commitment, lot.commitment],
      [words.secret, lot.secret],
      [words.source, lot.source],
      [words.value, lot.publicValue],
      [isLottery ? words.seedLottery : words.seed, lot.seed],
    )
  if (isLottery)
    lines.push([words.announcement, protocol.announcement], [words.lottery, protocol.lotterySha256])
  lines.push([words.list, protocol.candidatesSha256])
  if (isLottery && protocol.previous) lines.push([words.previous, protocol.previous])
  lines.push([words.hash, sha256])
  return (
    <section aria-labelledby="sums">
      <SectionHead title={lot || announced ? words.lot : words.rules} id="sums" />
      <dl className={styles.sums}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
