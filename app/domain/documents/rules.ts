/** Rules of document cards: who keeps them and who shows them to everybody. */
import { allOf, capable, must, type Place, type Rule } from '#app/domain/rules.ts'

export interface DocumentFacts {
  /** the organisation that issued the document, when it is one of ours */
  issuerId: string | null
  municipalityId: string | null
  publishedAt: Date | null
}

const placeOf = ({ issuerId, municipalityId }: DocumentFacts): Place => ({
  organisationId: issuerId,
  municipalityId,
})
const unpublished = must<DocumentFacts>('document-published', (_, { publishedAt }) => publishedAt === null)

export const documentRules = {
  edit: capable('document.edit', placeOf),
  correct: allOf(capable('document.edit', placeOf), unpublished),
  publish: allOf(capable('document.publish', placeOf), unpublished),
} satisfies Record<string, Rule<DocumentFacts>>
