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
  const lines: [string, string][] = [
    ...(announced
      ? ([
          [words.commitment, announced.commitment],
          [words.source, announced.source],
        ] as [string, string][])
      : []),
    ...(lot
      ? ([
          [words.commitment, lot.commitment],
          [words.secret, lot.secret],
          [words.source, lot.source],
          [words.value, lot.publicValue],
          [words.seed, lot.seed],
        ] as [string, string][])
      : []),
    [words.list, protocol.candidatesSha256],
    [words.hash, sha256],
  ]
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
