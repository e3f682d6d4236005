/** Rules of a draft and of its discussion: from the first text to the signed summary. */
import { allOf, anyOf, capable, must, type Place, type Rule } from '#app/domain/rules.ts'
import {
  can,
  convenes,
  type DraftFacts,
  moderates,
  ownText,
  placeOf,
  published,
  reads,
  standing,
  steers,
  talkBegan,
  talkOver,
  uncancelled,
  unpaused,
  unsummarised,
} from './draft-conditions.ts'

export const draftRules = {
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
  enterOutcome: allOf(can('summary.publish'), published, standing, uncancelled, talkOver, ownText),
  /** the signed copy is entered by whoever publishes; no order of events keeps a withdrawn draft's paper out */
  signSummary: allOf(can('summary.publish'), published),
  /** sees words that moderation hid */
  moderate: moderates,
} satisfies Record<string, Rule<DraftFacts> | Rule<{ place: Place }>>
