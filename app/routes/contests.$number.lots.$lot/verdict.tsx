import { useLoaderData } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { type LotFault, replayLot } from '#app/domain/panels/contests/lots/replaying.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { protocolPage } from './page.server.ts'

/** The result of the replay, when it was asked for: by the server, and once more by the visitor's own browser. */
export function Verdict() {
  const { faults, protocol, lines } = useLoaderData<typeof protocolPage>()
  const words = useMessages().contests.lots
  const [here, setHere] = useState<LotFault[] | null>(null)
  useEffect(() => {
    if (protocol) setHere(replayLot(protocol))
  }, [protocol])
  if (!faults) return null
  const all = [...faults, ...(here ?? [])]
  return (
    <div role="status">
      {all.length === 0 ? (
        <Notice kind="success" title={words.page.holds}>
          <p>{here ? words.page.holdsHere(Boolean(lines.draw)) : words.page.holdsServer}</p>
        </Notice>
      ) : (
        <Notice kind="error" title={words.page.broken}>
          <ul>
            {[...new Map(all.map((one) => [`${one.at}${one.code}`, one])).values()].map(({ at, code }) => (
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
