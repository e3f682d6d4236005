import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { loader } from './route.tsx'

/** The replay of what was chosen; the data of it, and of a lottery before its draw. */
export function Actions() {
  const { panel, announced, protocol, mayChallenge } = useLoaderData<typeof loader>()
  const { protocol: words, conflicts } = useMessages().panels
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
      {mayChallenge && (
        <LinkButton href={`/panels/${panel.number}/challenge`} look="quiet">
          {conflicts.challenge.link}
        </LinkButton>
      )}
    </>
  )
}
