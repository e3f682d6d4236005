import { ObjectLink } from '#app/routes/panels._index/object-link.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { CheckView } from './route.tsx'

/** What the conclusion is on. */
export function OfConclusion({ conclusion }: { conclusion: NonNullable<CheckView['conclusion']> }) {
  const { check: words } = useMessages().panels
  return (
    <>
      <dt>{words.about}</dt>
      <dd>
        <ObjectLink object={conclusion} />
      </dd>
    </>
  )
}

/** Whose life the paper is on, by the public number, and as which file it was given. */
export function OfStatement({ statement }: { statement: NonNullable<CheckView['statement']> }) {
  const words = useMessages().ownData.statements
  const { number, listed, format } = statement
  return (
    <>
      <dt>{words.checked.whose}</dt>
      <dd>
        {listed ? (
          <Anchor href={`/check/experts/${number}`}>{words.checked.entry(number)}</Anchor>
        ) : (
          words.checked.participant(number)
        )}
      </dd>
      {format && (
        <>
          <dt>{words.checked.format}</dt>
          <dd>{words.formats[format] ?? format}</dd>
        </>
      )}
    </>
  )
}
