import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { CheckView } from './route.tsx'

/** Whose work the diploma is for, and its place. */
export function OfDiploma({ diploma }: { diploma: NonNullable<CheckView['diploma']> }) {
  const { check: words, award } = useMessages().contests.results
  return (
    <>
      <dt>{words.number}</dt>
      <dd>
        <Anchor href={`/contests/${diploma.contest}/results`}>
          №&nbsp;{diploma.contest}-{diploma.number}
        </Anchor>
      </dd>
      <dt>{words.organisation}</dt>
      <dd lang="ru">{diploma.organisation}</dd>
      <dt>{words.work}</dt>
      <dd lang="ru">{diploma.work}</dd>
      <dt>{words.award}</dt>
      <dd>{words.of(award[diploma.award], diploma.place)}</dd>
    </>
  )
}
