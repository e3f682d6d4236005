/** Who draws up lists of candidates, enters results and agrees: capabilities over the direction and municipality. */
import { allOf, capable, must, type Place, powersOver, type Rule, signedIn } from '#app/domain/rules.ts'

/** The body whose agreement is asked. */
export interface BodyFacts {
  organisationId: string
  municipalityId: string | null
}

const place = (facts: Place): Place => facts

export const listRules = {
  draw: capable<Place>('order.list', place),
  /** enters points, statements and paper consents */
  enter: capable<Place>('application.edit', place),
  readPoints: capable<Place>('result.read', place),
  readPass: capable<Place>('result.read.pass', place),
  register: capable<Place>('order.register'),
} satisfies Record<string, Rule<Place>>

/** Who agrees for a body: of a municipality its own people, not those of the region. */
export const agree: Rule<BodyFacts> = allOf(
  signedIn,
  must<BodyFacts>('list-not-yours', (actor, body) =>
    powersOver(actor, 'order.approve', body).some(
      ({ scopeKind }) => body.municipalityId === null || scopeKind !== 'region',
    ),
  ),
)
