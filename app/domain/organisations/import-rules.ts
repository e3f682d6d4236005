/** Who brings lists: of organisations, whoever keeps those of the municipality; of people, whoever keeps the registry; of results, whoever processes applications of the direction; of nominations, whoever nominates for the organisation. */
import { capable, type Rule } from '#app/domain/rules.ts'

export interface ImportFacts {
  kind: 'organisations' | 'people' | 'results' | 'nominations'
  municipalityId: string | null
  /** of nominations: who nominates */
  organisationId?: string | null
  /** of results */
  directionId?: string | null
}

const kinds: Record<ImportFacts['kind'], Rule<ImportFacts>> = {
  organisations: capable<ImportFacts>('organisation.edit', ({ municipalityId }) => ({ municipalityId })),
  people: capable<ImportFacts>('registry.edit', () => ({})),
  nominations: capable<ImportFacts>('nomination.create', ({ organisationId, municipalityId }) => ({
    ...{ organisationId: organisationId ?? '', municipalityId },
  })),
  results: capable<ImportFacts>('application.edit', ({ directionId }) => ({
    directionIds: directionId ? [directionId] : [],
  })),
}

export const importRules = {
  keep: (actor, facts) => kinds[facts.kind](actor, facts),
} satisfies Record<string, Rule<ImportFacts>>
