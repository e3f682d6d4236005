import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import type { contestPage } from './page.server.ts'
import styles from './steps.module.css'

/** What was done with the contest, with its reasons: for everybody, for ever. */
export function Steps() {
  const { number, steps } = useLoaderData<typeof contestPage>()
  const { contests: words } = useMessages()
  const format = useFormat()
  if (steps.length === 0) return null
  const fields = Object.keys(words.fields) as (keyof typeof words.fields)[]
  const told = (value: unknown) => {
    const text = String(value)
    if (/^\d{4}-\d\d-\d\dT/.test(text)) return `${format.day(text.slice(0, 10))}, ${text.slice(11)}`
    return /^\d{4}-\d\d-\d\d$/.test(text) ? format.day(text) : text
  }
  return (
    <section>
      <SectionHead title={words.page.changes} />
      <ol className={styles.steps}>
        {steps.map(({ kind, reason, facts, at }) => (
          <li key={`${kind}${at}`}>
            <p className={styles.when}>
              <Time value={at} as="date" />
            </p>
            <p>
              {words.steps[kind]}
              {facts.lot !== undefined && (
                <>
                  {'. '}
                  <Anchor href={`/contests/${number}/lots/${facts.lot}`}>{words.lots.open}</Anchor>
                </>
              )}
            </p>
            {fields.map((field) =>
              facts[`${field}.after`] === undefined ? null : (
                <p key={field}>
                  {words.changed(
                    words.fields[field],
                    told(facts[`${field}.before`]),
                    told(facts[`${field}.after`]),
                  )}
                </p>
              ),
            )}
            {reason && <p lang="ru">{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
