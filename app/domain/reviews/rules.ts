/**
 * Rules of reviews: who may do what with drafts and remarks, and if not, why not.
 *
 * The place of a draft is its developer; its people work under the capabilities of their grants. Remarks are for any
 * signed-in person while the discussion stage runs.
 */

import { innerRules } from '#app/domain/reviews/inner/inner-rules.ts'
import { processingRules, remarkRules } from '#app/domain/reviews/remarks/remark-rules.ts'
import { draftRules } from './draft-rules.ts'

export type { RemarkFacts } from '#app/domain/reviews/remarks/remark-rules.ts'
export type { DraftFacts } from './draft-conditions.ts'

export const reviewRules = { ...draftRules, ...remarkRules, ...processingRules, ...innerRules }
