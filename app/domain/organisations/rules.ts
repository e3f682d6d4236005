/** Who keeps the directory of organisations: the region's keepers all of it, a municipality its own. */
import { allOf, capable, must, type Place, type Rule } from '#app/domain/rules.ts'

export interface OrganisationFacts {
  id: string | null
  municipalityId: string | null
  tier: string
}

const placeOf = ({ id, municipalityId }: OrganisationFacts): Place => ({ organisationId: id, municipalityId })
const anywhere = (): Place => ({})
const ofMunicipality = must<OrganisationFacts>(
  'organisation-tier',
  (actor, { tier }) =>
    tier === 'municipal' ||
    tier === 'institutional' ||
    capable('organisation.edit', anywhere)(actor, undefined) === null,
)

export const organisationRules = {
  /** changes a card, closes it, says what it came of; also the rule for a card as it will be */
  edit: allOf(capable('organisation.edit', placeOf), ofMunicipality),
  /** two cards become one; each is asked */
  merge: allOf(capable('organisation.edit', placeOf), ofMunicipality),
  /** brings a list of the municipality's organisations */
  import: capable<{ municipalityId: string }>('organisation.edit', ({ municipalityId }) => ({
    municipalityId,
  })),
  /** names the coordinator and the operator of the region */
  assignDuty: capable<unknown>('duty.assign', anywhere),
} satisfies Record<string, Rule<never>>
