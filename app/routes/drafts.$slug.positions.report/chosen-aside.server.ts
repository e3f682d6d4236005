/** Which text of the page of positions an address speaks of: `?position=` its signatory, `?dissent=` an opinion. */
import type { Veil } from '#app/domain/moderation/texts.ts'
import { found } from '#app/domain/problem.ts'
import type { PositionShown } from '#app/domain/reviews/inner/positions.server.ts'

export interface ChosenAside {
  kind: 'position' | 'dissent'
  id: string
  body: string
  veil: Veil | null
  name: string
}

/** The text; Problem('not-found') when no position has it. */
export function asideIn(positions: readonly PositionShown[], url: URL): ChosenAside {
  const [position, dissent] = [url.searchParams.get('position'), url.searchParams.get('dissent')]
  const own = positions.find(({ id }) => id === position)
  if (own)
    return { kind: 'position', id: own.id, body: own.signatory, veil: own.veil, name: own.organisation }
  const beside = positions.flatMap(({ dissents, organisation }) =>
    dissents.map((one) => ({ ...one, organisation })),
  )
  const { id, body, veil, organisation } = found(beside.find((one) => one.id === dissent))
  return { kind: 'dissent', id, body, veil, name: organisation }
}
