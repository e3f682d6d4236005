import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'

type MarkProps = { number: number; registration: string; name: string; present: boolean; main?: boolean }

/** The button that marks that somebody came, or takes the mark back. */
export function Mark({ number, registration, name, present, main }: MarkProps) {
  const { people: words, ticket } = useMessages().events.work
  const label = present ? words.unmark : main ? ticket.mark : words.mark
  return (
    <Form method="post" action={`/events/${number}/attendance`}>
      <input type="hidden" name="registration" value={registration} />
      <input type="hidden" name="present" value={present ? 'no' : 'yes'} />
      <Button
        look={present ? 'quiet' : main ? 'main' : 'default'}
        small={!main}
        aria-label={`${label}: ${name}`}
      >
        {label}
      </Button>
    </Form>
  )
}
