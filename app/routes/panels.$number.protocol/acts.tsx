import { useLoaderData } from '@remix-run/react'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import type { loader } from './route.tsx'

/** By which order the panel is composed, and which changed it. */
export function Acts() {
  const { acts } = useLoaderData<typeof loader>()
  const { act: words } = useMessages().panels.invites
  const format = useFormat()
  const [first, ...rest] = acts.map(({ number, day }) => words.line(number, format.day(day)))
  if (!first) return null
  return (
    <p>
      {words.publicLine(first)}
      {rest.length > 0 && words.publicChanged(rest.join(', '))}.
    </p>
  )
}
