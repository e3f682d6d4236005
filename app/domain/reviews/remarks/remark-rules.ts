/** Rules of remarks, and of the table where they are answered. */

import {
  can,
  type DraftFacts,
  live,
  talkBegan,
  talkRuns,
  uncancelled,
  unpaused,
  unsummarised,
} from '#app/domain/reviews/draft-conditions.ts'
import { allOf, anyOf, must, type Rule, signedIn } from '#app/domain/rules.ts'

export interface RemarkFacts extends DraftFacts {
  authorId: string
  withdrawnRemark: boolean
  hiddenRemark: boolean
  /** hidden by a moderator, and not given back to be corrected */
  shut?: boolean
  decided: boolean
  /** somebody replied or supported: the words belong to a conversation */
  answered: boolean
  /** its words are those of a letter or of minutes */
  fromPaper?: boolean
  /** the answer is the actor's to prepare */
  assigned?: boolean
}

const own = must<RemarkFacts>('forbidden', (actor, remark) => actor?.personId === remark.authorId)
const byOthers = must<RemarkFacts>('own-remark', (actor, remark) => actor?.personId !== remark.authorId)
const remarkStands = must<RemarkFacts>('remark-withdrawn', (_, remark) => !remark.withdrawnRemark)
const remarkShown = must<RemarkFacts>('not-found', (_, remark) => !remark.hiddenRemark)
const unshut = must<RemarkFacts>('remark-covered', (_, remark) => remark.shut !== true)
const undecided = must<RemarkFacts>('remark-decided', (_, remark) => !remark.decided)
const assigned = must<RemarkFacts>('not-assigned', (_, remark) => remark.assigned === true)
const typedHere = must<RemarkFacts>('remark-from-paper', (_, remark) => remark.fromPaper !== true)
const unanswered = must<RemarkFacts>('remark-answered', (_, remark) => !remark.answered)

export const remarkRules = {
  remark: allOf<DraftFacts>(signedIn, live, unsummarised, uncancelled, unpaused, talkBegan, talkRuns),
  editRemark: allOf<RemarkFacts>(
    signedIn,
    own,
    typedHere,
    remarkStands,
    unshut,
    undecided,
    unanswered,
    live,
    unsummarised,
    talkRuns,
  ),
  withdrawRemark: allOf<RemarkFacts>(signedIn, own, remarkStands, unsummarised),
  reply: allOf<RemarkFacts>(
    signedIn,
    live,
    remarkShown,
    remarkStands,
    talkBegan,
    unsummarised,
    anyOf<RemarkFacts>(can('remark.decide'), talkRuns),
  ),
  support: allOf<RemarkFacts>(
    signedIn,
    live,
    remarkShown,
    remarkStands,
    byOthers,
    unsummarised,
    talkBegan,
    talkRuns,
  ),
  decide: allOf<RemarkFacts>(can('remark.decide'), live, remarkStands, unsummarised),
  /** says which of several likely places in the new text is meant */
  settlePlace: allOf<RemarkFacts>(can('remark.decide'), live, remarkStands, unsummarised),
  /** what one prepares who was asked to; who decides may prepare anything */
  recommend: allOf<RemarkFacts>(
    signedIn,
    live,
    remarkStands,
    unsummarised,
    anyOf<RemarkFacts>(can('remark.decide'), allOf<RemarkFacts>(can('remark.execute'), assigned)),
  ),
  objectToRecord: allOf<RemarkFacts>(signedIn, own, remarkStands, live),
  answerObjection: allOf<RemarkFacts>(can('remark.intake'), live, remarkStands),
}

export const processingRules = {
  /** sees the working table */
  process: allOf<DraftFacts>(anyOf(can('remark.decide'), can('remark.execute')), live),
  /** says who prepares which answer, and what is answered together */
  assign: allOf<DraftFacts>(can('remark.decide'), live, unsummarised),
  changeChain: allOf<DraftFacts>(can('draft.publish'), live, unsummarised),
  confirmDecisions: allOf<DraftFacts>(can('summary.publish'), live, unsummarised),
  applyProposals: allOf<DraftFacts>(can('draft.edit'), live, unsummarised),
  /** sees what came by letter, message, table or at a session, with its files */
  readIntakes: allOf<DraftFacts>(can('remark.intake'), live),
  /** enters remarks that came by letter, message, table or at a session */
  intake: allOf<DraftFacts>(can('remark.intake'), live, unsummarised, uncancelled, talkBegan),
} satisfies Record<string, Rule<DraftFacts>>
