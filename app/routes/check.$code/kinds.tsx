import { ObjectLink } from '#app/routes/panels._index/object-link.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import type { CheckView } from './route.tsx'

/** What the conclusion is on. */
export function OfConclusion({ conclusion }: { conclusion: NonNullable<CheckView['conclusion']> }) {
  const { panels, conclusions: signed } = useMessages()
  const { check: words } = panels
  const { hidden } = panels.conclusion
  const format = useFormat()
  return (
    <>
      <dt>{words.about}</dt>
      <dd>
        <ObjectLink object={conclusion} />
        {conclusion.version !== null && <p>{words.version(conclusion.version)}</p>}
      </dd>
      {conclusion.signatures.length > 0 && (
        <>
          <dt>{words.signed}</dt>
          <dd>
            <ul>
              {conclusion.signatures.map(({ person, role, kind, day }) => (
                <li key={person}>
                  {conclusion.names[person] ?? hidden(person)}, {signed.roles[role]}: {signed.kinds[kind]},{' '}
                  {format.day(day)}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {conclusion.supersededBy && (
        <>
          <dt>{signed.issued.supersededTitle}</dt>
          <dd>
            <Anchor href={`/conclusions/${conclusion.supersededBy}`}>
              {signed.issued.now(conclusion.supersededBy)}
            </Anchor>
          </dd>
        </>
      )}
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

/** The way to the conclusion itself. */
export function OpenConclusion({ number }: { number: string }) {
  const { open } = useMessages().panels.check
  return (
    <div>
      <LinkButton href={`/conclusions/${number}`} look="main">
        {open}
      </LinkButton>
    </div>
  )
}
