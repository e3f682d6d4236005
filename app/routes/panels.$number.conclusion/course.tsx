import type { ConclusionView } from '#app/domain/panels/conclusions/reading.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** How the sheets came together: closed by the secretary without some, second marks of a round. Nothing when all was plain. */
export function CourseOf({ view: { body, names } }: { view: ConclusionView }) {
  const { rounds: words, conclusion } = useMessages().panels
  const who = (numbers: readonly number[]) =>
    numbers.map((number) => names[number] ?? conclusion.hidden(number)).join(', ')
  const { closing, rounds = [] } = body
  const silent = [...new Set(rounds.flatMap((round) => round.silent))]
  const again = new Set(rounds.flatMap(({ criteria }) => criteria))
  return (
    <>
      {closing && (
        <Notice title={words.closed(closing.sent, closing.sent + closing.missing.length)}>
          <p>{words.closedMissing(who(closing.missing))}</p>
          <p>{words.closedReason(closing.reason)}</p>
          {closing.dissent && <p>{words.closedDissent(closing.dissent)}</p>}
        </Notice>
      )}
      {again.size > 0 && (
        <Notice title={words.title}>
          <p>{words.secondNote(again.size)}</p>
          {silent.length > 0 && <p>{words.silent(who(silent))}</p>}
        </Notice>
      )}
    </>
  )
}
