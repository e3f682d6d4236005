import { Form } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import styles from './list-days.module.css'

export interface Days {
  state: string
  firstDay: string
  lastDay: string | null
  noneOn: boolean
  day: string | null
  coming: { code: string; firstDay: string } | null
}

/** On which days the list holds, and what goes on with it. */
export function ListDays({ of }: { of: Days }) {
  const words = useMessages().documents.directions
  const format = useFormat()
  const days = of.lastDay
    ? words.through(format.day(of.firstDay), format.day(of.lastDay))
    : words.since(format.day(of.firstDay))
  const told = { now: words.inForce, ahead: words.willBeInForce, past: words.wasInForce }
  return (
    <>
      {of.noneOn && <Notice>{words.noneOn}</Notice>}
      {of.coming && (
        <Notice action={<Anchor href={`/directions?list=${of.coming.code}`}>{words.comingLink}</Anchor>}>
          {words.coming(format.day(of.coming.firstDay))}
        </Notice>
      )}
      <p>{told[of.state as keyof typeof told](days)}</p>
    </>
  )
}

/** Asks for the list of another day. */
export function DayChoice({ day }: { day: string | null }) {
  const words = useMessages().documents.directions
  return (
    <Form method="get">
      <div className={styles.day}>
        <Field label={words.onDay} type="date" name="day" defaultValue={day ?? undefined} />
        <Button>{words.show}</Button>
      </div>
    </Form>
  )
}
