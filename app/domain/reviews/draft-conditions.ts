/** What a draft must be, and who must come, before anything is done with it. Rules of reviews are made of these. */
import { allOf, anyOf, capable, must, type Place } from '#app/domain/rules.ts'

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
  /** a discussion has stages: what is asked of everybody has days */
  staged?: boolean
  /** terms stand still, nothing is taken */
  paused: boolean
  /** ended without a summary */
  cancelled: boolean
  /** the summary is out: nothing changes any more */
  summarised: boolean
  /** the stage of now hears others than the actor */
  outside?: boolean
}

export const placeOf = ({ place }: { place: Place }) => place
export const published = must<DraftFacts>('not-found', (_, draft) => draft.published && !draft.discarded)
export const standing = must<DraftFacts>('gone', (_, draft) => !draft.withdrawn)
export const unsummarised = allOf<DraftFacts>(
  must('inner-ended', (_, draft) => draft.inner !== 'ended'),
  must('inner-lost', (_, draft) => draft.inner !== 'lost'),
  must('summary-published', (_, draft) => !draft.summarised),
)
/** The text of a closed stage is a copy: nobody changes it there. */
export const ownText = must<DraftFacts>('inner-copy', (_, draft) => !draft.inner)
export const uncancelled = must<DraftFacts>('discussion-cancelled', (_, draft) => !draft.cancelled)
export const unpaused = must<DraftFacts>('discussion-paused', (_, draft) => !draft.paused)
/** Nothing is asked any more: the days of remarks are over, or the summary is out; a pause is no end. */
export const talkOver = must<DraftFacts>(
  'outcome-early',
  (_, draft) => !draft.staged || draft.summarised || (draft.talk === 'closed' && !draft.paused),
)
export const talkBegan = must<DraftFacts>('discussion-not-open', (_, draft) => draft.talk !== 'not-open')
export const talkRuns = allOf<DraftFacts>(
  uncancelled,
  unpaused,
  must('discussion-closed', (_, draft) => draft.talk === 'open'),
  must('stage-of-others', (_, draft) => draft.outside !== true),
)
export const can = (capability: string) => capable<DraftFacts>(capability, placeOf)
/** Speaks for the organisation that holds the closed stage. */
export const convenes = allOf<DraftFacts>(
  must('forbidden', (_, draft) => !!draft.inner),
  can('position.file'),
)
/** Looks after the words: of a closed stage also who holds it. */
export const moderates = anyOf<DraftFacts>(
  allOf<DraftFacts>(
    must('forbidden', (_, draft) => !!draft.inner),
    can('inner.moderate'),
  ),
  can('remark.moderate'),
)
const developers = anyOf<DraftFacts>(can('draft.edit'), can('draft.publish'), can('draft.read'), convenes)
export const reads = anyOf<DraftFacts>(
  developers,
  allOf(
    published,
    must('not-found', (_, draft) => !draft.closed || draft.member === true),
  ),
)
export const steers = anyOf<DraftFacts>(can('discussion.extend'), can('discussion.open'), convenes)
export const live = allOf<DraftFacts>(reads, published, standing)
