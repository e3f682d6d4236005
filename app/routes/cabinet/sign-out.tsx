import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'

/** The way out, in sight on every page of the cabinet: people here share computers. */
export function SignOut() {
  return (
    <Form method="post" action="/signout">
      <Button small>{useMessages().shell.signOut}</Button>
    </Form>
  )
}
