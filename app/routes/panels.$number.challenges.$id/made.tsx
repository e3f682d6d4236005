import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import type { loader } from './route.tsx'

/** Who asks for whom to leave and why, and the answer. */
export function Made() {
  const { whom, by, own, madeOn, due, reason, answer, answeredOn, seated, standing } =
    useLoaderData<typeof loader>()
  const { conflicts, protocol } = useMessages().panels
  const { challenge: words } = conflicts
  const format = useFormat()
  const waits = answeredOn === null
  return (
    <>
      {waits && !seated && <Notice>{words.left}</Notice>}
      <Facts
        facts={[
          {
            term: words.whom,
            value: (
              <PersonName
                name={whom.name ?? protocol.numberOnly(whom.number)}
                href={`/experts/${whom.number}`}
                note={whom.organisation ?? undefined}
              />
            ),
          },
          { term: words.by, value: by ? `${by.name} (№\u00a0${by.number})` : own && words.you },
          { term: words.madeOn, value: format.day(madeOn) },
          { term: words.answerBy, value: waits && format.day(due) },
          { term: words.said, value: reason, lang: 'ru' },
          { term: words.decide, value: !waits && words.states[standing] },
          { term: words.answered, value: answer, lang: 'ru' },
          { term: words.answeredDay, value: answeredOn && format.day(answeredOn) },
        ]}
      />
    </>
  )
}
