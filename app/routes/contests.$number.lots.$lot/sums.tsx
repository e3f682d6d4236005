import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './lot.module.css'
import type { protocolPage } from './page.server.ts'

/** The rules in words, what the cap gives, and when the lot was announced and drawn. */
export function Rules() {
  const { lines, figures, pool, greatest, cap, expected } = useLoaderData<typeof protocolPage>()
  const words = useMessages().contests.lots
  const { page } = words
  const format = useFormat()
  const { rules, draw } = lines
  const tenths = (value: number) => format.number(Math.round(value * 10) / 10)
  const told = [
    page.perWork(rules.perWork),
    ...(rules.reserve > 0 ? [page.reserve(rules.reserve)] : []),
    page.capRule(words.percent(cap)),
    page.loadRule(rules.load),
    ...(rules.maxPerOrganisation === null ? [] : [page.organisation(rules.maxPerOrganisation)]),
    ...(rules.maxPerMunicipality === null ? [] : [page.municipality(rules.maxPerMunicipality)]),
  ]
  return (
    <section>
      <SectionHead title={page.rules} />
      <Stack gap={3}>
        <p>{told.join('; ')}.</p>
        <Facts
          facts={[
            { term: page.announcedAt, value: format.date(lines.announcedAt) },
            { term: page.drawnAt, value: draw && format.date(draw.drawnAt) },
            { term: words.figures.pool, value: format.number(pool) },
            { term: words.figures.greatest, value: words.percent(greatest) },
            { term: words.figures.expected, value: tenths(expected) },
            { term: page.best, value: figures.best !== null && tenths(figures.best) },
          ]}
        />
      </Stack>
    </section>
  )
}

/** The sums and parts by which anybody can check. */
export function Sums() {
  const { lines } = useLoaderData<typeof protocolPage>()
  const { page } = useMessages().contests.lots
  const { candidatesSha256, sharesSha256, commitment, source, announcement, previous, draw, sha256 } = lines
  const values = {
    ...{ candidatesSha256, sharesSha256, commitment, source, announcement, previous },
    ...{ secret: draw?.secret, publicValue: draw?.publicValue, seed: draw?.seed, sha256 },
  }
  const names = Object.keys(page.sum) as (keyof typeof page.sum)[]
  return (
    <section aria-labelledby="sums">
      <SectionHead title={page.sums} id="sums" />
      <dl className={styles.sums}>
        {names.map((name) =>
          values[name] ? (
            <div key={name}>
              <dt>{page.sum[name]}</dt>
              <dd>
                <code>{values[name]}</code>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}
