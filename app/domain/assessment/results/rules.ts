/** Who sees how the results of a campaign are distributed: totals alone, by the capability of totals or of results. Pure. */
import { anyOf, capable, type Rule } from '#app/domain/rules.ts'

export interface CampaignFacts {
  directionId: string
}

export const campaignRules = {
  seeTotals: anyOf<CampaignFacts>(
    capable('result.read.totals'),
    capable('result.read', ({ directionId }) => ({ directionIds: [directionId] })),
  ),
} satisfies Record<string, Rule<CampaignFacts>>
