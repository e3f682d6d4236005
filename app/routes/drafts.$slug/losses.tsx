import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'

export interface LossView {
  kind: keyof ReturnType<typeof useMessages>['reviewWork']['losses']
  count: number
  where: string[]
}

const SHOWN = 8

/** What a text could not keep, and where. */
export function Losses({ losses }: { losses: readonly LossView[] }) {
  const { reviewWork: words } = useMessages()
  return (
    <ul>
      {losses.map(({ kind, count, where }) => (
        <li key={kind}>
          {words.losses[kind](count)}
          {where.length > 0 && `: ${where.slice(0, SHOWN).join('; ')}`}
          {where.length > SHOWN && (
            <Disclosure summary={words.morePlaces(where.length - SHOWN)} quiet>
              {where.slice(SHOWN).join('; ')}
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}
