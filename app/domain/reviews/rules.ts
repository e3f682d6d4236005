/**
 * Rules of reviews: who may do what with drafts and remarks, and if not, why not.
 *
 * The place of a draft is its developer; its people work under the capabilities of their grants. Remarks are for any
 * signed-in person while the discussion stage runs.
 */
import { allOf, anyOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'

export interface DraftFacts {
  place: Place
  published: boolean
  withdrawn: boolean
  discarded: boolean
  /** only the developer's people and those who were let in may know of it */
  closed: boolean
  /** the actor was let in by name */
  member?: boolean
  /** a closed stage inside an organisation, about another draft: going on, signed or called off, or too late to sign */
  inner?: 'open' | 'ended' | 'lost' | null
  talk: 'open' | 'not-open' | 'closed'
  /** terms stand still, nothing is taken */
  paused: boolean
  /** ended without a summary */
  cancelled: boolean
  /** the summary is out: nothing changes any more */
  summarised: boolean
  /** the stage of now hears others than the actor */
  outside?: boolean
}
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

const placeOf = ({ place }: { place: Place }) => place
const published = must<DraftFacts>('not-found', (_, draft) => draft.published && !draft.discarded)
const standing = must<DraftFacts>('gone', (_, draft) => !draft.withdrawn)
const unsummarised = allOf<DraftFacts>(
  must('inner-ended', (_, draft) => draft.inner !== 'ended'),
  must('inner-lost', (_, draft) => draft.inner !== 'lost'),
  must('summary-published', (_, draft) => !draft.summarised),
)
/** The text of a closed stage is a copy: nobody changes it there. */
const ownText = must<DraftFacts>('inner-copy', (_, draft) => !draft.inner)
const uncancelled = must<DraftFacts>('discussion-cancelled', (_, draft) => !draft.cancelled)
const unpaused = must<DraftFacts>('discussion-paused', (_, draft) => !draft.paused)
const talkBegan = must<DraftFacts>('discussion-not-open', (_, draft) => draft.talk !== 'not-open')
const talkRuns = allOf<DraftFacts>(
  uncancelled,
  unpaused,
  must('discussion-closed', (_, draft) => draft.talk === 'open'),
  must('stage-of-others', (_, draft) => draft.outside !== true),
)
const can = (capability: string) => capable<DraftFacts>(capability, placeOf)
/** Speaks for the organisation that holds the closed stage. */
const convenes = allOf<DraftFacts>(
  must('forbidden', (_, draft) => !!draft.inner),
  can('position.file'),
)
/** Looks after the words: of a closed stage also who holds it. */
const moderates = anyOf<DraftFacts>(
  allOf<DraftFacts>(
    must('forbidden', (_, draft) => !!draft.inner),
    can('inner.moderate'),
  ),
  can('remark.moderate'),
)
const developers = anyOf<DraftFacts>(can('draft.edit'), can('draft.publish'), can('draft.read'), convenes)
const reads = anyOf<DraftFacts>(
  developers,
  allOf(
    published,
    must('not-found', (_, draft) => !draft.closed || draft.member === true),
  ),
)
const steers = anyOf<DraftFacts>(can('discussion.extend'), can('discussion.open'), convenes)
const live = allOf<DraftFacts>(reads, published, standing)

const own = must<RemarkFacts>('forbidden', (actor, remark) => actor?.personId === remark.authorId)
const byOthers = must<RemarkFacts>('own-remark', (actor, remark) => actor?.personId !== remark.authorId)
const remarkStands = must<RemarkFacts>('remark-withdrawn', (_, remark) => !remark.withdrawnRemark)
const remarkShown = must<RemarkFacts>('not-found', (_, remark) => !remark.hiddenRemark)
const unshut = must<RemarkFacts>('remark-covered', (_, remark) => remark.shut !== true)
const undecided = must<RemarkFacts>('remark-decided', (_, remark) => !remark.decided)
const assigned = must<RemarkFacts>('not-assigned', (_, remark) => remark.assigned === true)
const typedHere = must<RemarkFacts>('remark-from-paper', (_, remark) => remark.fromPaper !== true)
const unanswered = must<RemarkFacts>('remark-answered', (_, remark) => !remark.answered)

const draftRules = {
  create: capable<{ place: Place }>('draft.create', placeOf),
  read: reads,
  edit: allOf(can('draft.edit'), standing, ownText),
  publish: allOf(can('draft.publish'), standing, ownText),
  withdraw: allOf(can('draft.publish'), published, standing, ownText),
  discard: allOf(
    can('draft.edit'),
    must<DraftFacts>('draft-published', (_, draft) => !draft.published),
  ),
  openDiscussion: allOf(
    can('discussion.open'),
    standing,
    ownText,
    must<DraftFacts>('not-found', (_, draft) => !draft.discarded),
  ),
  changeStages: allOf(steers, published, standing, unsummarised, uncancelled, unpaused),
  /** stops the terms; `resume` lets them go on */
  pause: allOf(steers, published, standing, unsummarised, uncancelled, unpaused),
  resume: allOf(
    steers,
    published,
    standing,
    unsummarised,
    uncancelled,
    must<DraftFacts>('discussion-runs', (_, draft) => draft.paused),
  ),
  cancel: allOf(
    anyOf<DraftFacts>(can('discussion.open'), convenes),
    published,
    standing,
    unsummarised,
    uncancelled,
  ),
  correct: allOf(can('draft.publish'), published, standing, ownText),
  publishSummary: allOf(can('summary.publish'), published, standing, talkBegan, ownText),
  /** what became of it, by whoever publishes the summary; called off it is an outcome already */
  enterOutcome: allOf(can('summary.publish'), published, standing, uncancelled, ownText),
  /** the signed copy is entered by whoever publishes; no order of events keeps a withdrawn draft's paper out */
  signSummary: allOf(can('summary.publish'), published),
  /** sees words that moderation hid */
  moderate: moderates,
} satisfies Record<string, Rule<DraftFacts> | Rule<{ place: Place }>>

const remarkRules = {
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

const processingRules = {
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

const innerRules = {
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

export const reviewRules = { ...draftRules, ...remarkRules, ...processingRules, ...innerRules }
