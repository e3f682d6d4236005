import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { loader } from './route.tsx'

/** The replay of what was chosen; the data of it, and of a lottery before its draw. */
export function Actions() {
  const { panel, announced, protocol } = useLoaderData<typeof loader>()
  const words = useMessages().panels.protocol
  return (
    <>
      {!announced && (
        <LinkButton href={`/panels/${panel.number}/protocol?check=1`} look="main">
          {words.check}
        </LinkButton>
      )}
      {(!announced || protocol.format !== 1) && (
        <LinkButton href={`/panels/${panel.number}/protocol.json`} look="quiet" download>
          {words.json}
        </LinkButton>
      )}
    </>
  )
}
