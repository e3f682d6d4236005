/**
 * Rules of reviews: who may do what with drafts and remarks, and if not, why not.
 *
 * The place of a draft is its developer; its people work under the capabilities of their grants. Remarks are for any
 * signed-in person while the discussion stage runs.
 */
import { draftRules } from './draft-rules.ts'
import { innerRules } from './inner-rules.ts'
import { processingRules, remarkRules } from './remark-rules.ts'

export type { DraftFacts } from './draft-conditions.ts'
export type { RemarkFacts } from './remark-rules.ts'

export const reviewRules = { ...draftRules, ...remarkRules, ...processingRules, ...innerRules }
