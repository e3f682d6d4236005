import type { StatusTerms } from '#app/domain/experts/status-terms.server.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'

/** What holds for statuses of a direction, in one line. */
export function TermsLine({ terms }: { terms: StatusTerms }) {
  const words = useMessages().candidates.terms
  const format = useFormat()
  const { since, termMonths, reassessMonths, attempts, exempt, exclusion } = terms
  const said = [
    termMonths && words.months(termMonths),
    reassessMonths && words.again(reassessMonths),
    attempts && words.attempts(attempts),
    exempt.length > 0 && words.exempt(exempt.join(', ')),
    exclusion.length > 0 && words.exclusion(exclusion.join(', ')),
  ].filter(Boolean)
  return (
    <>
      {words.since(format.dayDigits(since))}: {said.length > 0 ? said.join('; ') : words.nothing}
    </>
  )
}
