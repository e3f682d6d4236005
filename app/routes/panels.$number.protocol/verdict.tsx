import { useLoaderData } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { type Fault, replaySelection } from '#app/domain/panels/replaying.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** The result of the replay, when it was asked for: by the server, and once more by the visitor's own browser. */
export function Verdict() {
  const { faults, whole, protocol } = useLoaderData<typeof loader>()
  const { protocol: words, asking } = useMessages().panels
  const [here, setHere] = useState<Fault[] | null>(null)
  useEffect(() => {
    if (faults) setHere(replaySelection(protocol))
  }, [faults, protocol])
  if (!faults) return null
  const all = [...faults, ...(here ?? [])]
  return (
    <div role="status">
      {whole && (
        <Notice kind={whole.length === 0 ? 'success' : 'error'}>
          {whole.length === 0
            ? asking.wholeHolds
            : asking.wholeBroken(whole.map(({ at, code }) => `${at}: ${words.faults[code]}`).join('; '))}
        </Notice>
      )}
      {all.length === 0 ? (
        <Notice kind="success" title={words.holds}>
          {here && <p>{words.holdsHere}</p>}
        </Notice>
      ) : (
        <Notice kind="error" title={words.broken}>
          <ul>
            {all.map(({ at, code }) => (
              <li key={`${at}${code}`}>
                <code>{at}</code>: {words.faults[code]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
