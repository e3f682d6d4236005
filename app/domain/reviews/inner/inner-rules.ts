/** Rules of closed stages: who calls, who is let in, who signs. */

import {
  can,
  convenes,
  type DraftFacts,
  live,
  uncancelled,
  unsummarised,
} from '#app/domain/reviews/draft-conditions.ts'
import { allOf, anyOf, must, type Rule, signedIn } from '#app/domain/rules.ts'

export const innerRules = {
  /** calls people of an organisation to discuss an open draft among themselves, before its open stage ends */
  convene: allOf<DraftFacts>(
    signedIn,
    live,
    must('inner-closed', (_, draft) => !draft.closed),
    unsummarised,
    uncancelled,
    must('discussion-closed', (_, draft) => draft.talk !== 'closed'),
  ),
  /** lets people into a closed discussion, of an organisation or of the developer's own text */
  addMembers: allOf<DraftFacts>(
    anyOf<DraftFacts>(convenes, can('draft.edit')),
    live,
    must('inner-open', (_, draft) => draft.closed),
    unsummarised,
    uncancelled,
  ),
  /** takes people off the list, also when nothing is said there any more: who leaves the organisation leaves its rooms */
  removeMembers: allOf<DraftFacts>(
    anyOf<DraftFacts>(convenes, can('draft.edit')),
    live,
    must('inner-open', (_, draft) => draft.closed),
  ),
  /** gathers what was said into one position, and signs it */
  gather: allOf<DraftFacts>(convenes, live, unsummarised, uncancelled),
  /** says beside the position that one thinks otherwise */
  dissent: allOf<DraftFacts>(
    signedIn,
    live,
    must('not-found', (_, draft) => !!draft.inner),
    unsummarised,
    uncancelled,
    must('stage-of-others', (_, draft) => draft.outside !== true),
  ),
} satisfies Record<string, Rule<DraftFacts>>
