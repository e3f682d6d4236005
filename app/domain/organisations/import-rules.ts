/** Who brings lists: of organisations, whoever keeps those of the municipality; of people, whoever keeps the registry. */
import { capable, type Rule } from '#app/domain/rules.ts'

export interface ImportFacts {
  kind: 'organisations' | 'people'
  municipalityId: string | null
}

const organisations = capable<ImportFacts>('organisation.edit', ({ municipalityId }) => ({ municipalityId }))
const people = capable<ImportFacts>('registry.edit', () => ({}))

export const importRules = {
  keep: (actor, facts) => (facts.kind === 'people' ? people : organisations)(actor, facts),
} satisfies Record<string, Rule<ImportFacts>>
