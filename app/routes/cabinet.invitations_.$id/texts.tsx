import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { loader } from './route.tsx'

/** The two texts, folded: each opens where it stands. */
export function Texts() {
  const { texts } = useLoaderData<typeof loader>()
  const { offer } = useMessages().panels.invites
  return (
    <div>
      {texts.map(({ kind, title, text }) => (
        <details key={kind}>
          <summary>{offer.read(title)}</summary>
          <Prose>
            {text.split('\n\n').map((part) => (
              <p key={part} lang="ru">
                {part}
              </p>
            ))}
          </Prose>
        </details>
      ))}
    </div>
  )
}
