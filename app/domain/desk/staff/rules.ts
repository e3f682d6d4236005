/** Who works at the desk of an organisation or a municipality: whoever nominates its people. Pure. */
import { capable, must, type Place, type Rule } from '#app/domain/rules.ts'

export const staffRules = {
  see: must<unknown>('forbidden', (actor) =>
    (actor?.powers ?? []).some(({ capability }) => capability === 'nomination.create'),
  ),
  /** says what of the own person is right */
  check: capable<Place>('nomination.create', (place) => place),
} satisfies Record<string, Rule<never>>
