import { useFormat, useMessages } from '#app/ui/messages.tsx'

type Request = { kind: string; wanted: Record<string, string>; since: string | null; said: string }

/** What is asked for, in one line. */
export function Wanted({ of: { wanted, since, said } }: { of: Request }) {
  const words = useMessages().ownData.corrections
  const format = useFormat()
  const name = [wanted.familyName, wanted.givenName, wanted.patronymic].filter(Boolean).join(' ')
  const work = [wanted.post, wanted.organisation].filter(Boolean).join(', ')
  const parts = [name, work, since && words.from(format.day(since)), said].filter(Boolean)
  return <span lang="ru">{parts.join('; ')}</span>
}
