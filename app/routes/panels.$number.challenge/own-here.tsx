import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** What the visitor has already asked in this panel. */
export function OwnHere() {
  const { mine, panel } = useLoaderData<typeof loader>()
  const { challenge: words } = useMessages().panels.conflicts
  const format = useFormat()
  if (mine.length === 0) return null
  return (
    <Notice title={words.ownHere}>
      <ul>
        {mine.map(({ id, madeOn, standing }) => (
          <li key={id}>
            <Anchor href={`/panels/${panel.number}/challenges/${id}`}>
              {words.made(format.day(madeOn))}
            </Anchor>
            : {words.states[standing]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
