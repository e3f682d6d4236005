import { Anchor } from '#app/ui/anchor.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Stages } from '#app/ui/stages.tsx'
import styles from './way.module.css'
import type { WayView } from './way-view.server.ts'

/** The line of steps: what is done and when, where it stands, what is ahead. */
export function WayLine({ of: { line, due } }: { of: Pick<WayView, 'line' | 'due'> }) {
  const words = useMessages().applications
  const format = useFormat()
  const stages = line.map(({ mark, state, day, nominated }) => {
    const waits = due && (due.late ? words.overdue : words.until)(format.dayDigits(due.day))
    return {
      name: mark === 'begun' ? words.marks.begun[nominated ? 'nominated' : 'own'] : words.marks[mark],
      note: state === 'current' && waits ? waits : day && format.dayDigits(day),
      state: state === 'stopped' ? ('current' as const) : state,
    }
  })
  return <Stages stages={stages} label={words.lineLabel} />
}

/** Results of the attempts, for whoever may know them. */
export function Results({ of: { results, percent } }: { of: Pick<WayView, 'results' | 'percent'> }) {
  const { result: words } = useMessages().applications
  const format = useFormat()
  if (results.length === 0) return null
  return (
    <section>
      <SectionHead title={words.title} />
      <Facts
        facts={results.map(({ attempt, day, passed, points, band }) => ({
          term: `${words.attempt(attempt)}, ${format.dayDigits(day)}`,
          value: [
            passed ? words.passed : words.failed,
            points && words.points(points.earned, points.maximum),
            points && words.percent(format.number(points.tenths / 10)),
            band?.toLowerCase(),
          ]
            .filter(Boolean)
            .join(', '),
        }))}
      />
      <p className={styles.quiet}>{words.note(percent)}</p>
    </section>
  )
}

/** What was done, day by day, with reasons and words. */
export function Course({
  of: { number, steps, order },
}: {
  of: Pick<WayView, 'number' | 'steps' | 'order'>
}) {
  const words = useMessages().applications
  const format = useFormat()
  return (
    <section>
      <SectionHead title={words.way} />
      <ol className={styles.course}>
        {steps.map(({ id, kind, at, grounds, words: said, signedOn, how, scan, enteredBy }) => (
          <li key={id}>
            {format.date(at)}: {words.steps[kind]}
            {signedOn &&
              `, ${how ? words.entered[how](format.dayDigits(signedOn), enteredBy) : words.onPaper(format.dayDigits(signedOn))}`}
            {scan && (
              <>
                {', '}
                <Anchor href={`/applications/${number}/papers/${id}`} download>
                  {words.scan}
                </Anchor>
              </>
            )}
            {grounds.length > 0 && <p>{grounds.join('; ')}</p>}
            {said && <p lang="ru">{said}</p>}
          </li>
        ))}
        {order && (
          <li>
            <Anchor href={`/orders/${order.slug}`}>
              {words.order(order.number, format.dayDigits(order.day))}
            </Anchor>
          </li>
        )}
      </ol>
    </section>
  )
}
