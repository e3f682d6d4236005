/** Rules of events: who prepares one, announces it, takes part, leads the list at the door; and if not, why not. */
import { allOf, anyOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'

export type EventStateCode = 'draft' | 'announced' | 'held' | 'cancelled'

export interface EventFacts {
  /** of the organisation that holds it */
  place: Place
  state: EventStateCode
  /** its first day has come */
  dayCame: boolean
  begun: boolean
  over: boolean
  /** the term of registration has passed */
  registrationOver: boolean
}

const place = ({ place }: EventFacts) => place
const edits = capable<EventFacts>('event.edit', place)
const announces = capable<EventFacts>('event.publish', place)
const runs = anyOf<EventFacts>(edits, announces)
const state = (...known: EventStateCode[]) =>
  must<EventFacts>('event-state', (_, event) => known.includes(event.state))

export const eventRules = {
  /** reads who is registered, and what is not announced yet */
  follow: runs,
  edit: allOf<EventFacts>(signedIn, runs, state('draft', 'announced')),
  /** materials and minutes also come later */
  keepFiles: allOf<EventFacts>(signedIn, runs, state('draft', 'announced', 'held')),
  announce: allOf<EventFacts>(
    ...[signedIn, announces, state('draft')],
    must('event-past', (_, event) => !event.begun),
  ),
  cancel: allOf<EventFacts>(signedIn, announces, state('announced')),
  register: allOf<EventFacts>(
    ...[signedIn, state('announced')],
    must('event-registration-over', (_, event) => !event.registrationOver),
  ),
  leave: allOf<EventFacts>(
    ...[signedIn, state('announced')],
    must('event-begun', (_, event) => !event.begun),
  ),
  mark: allOf<EventFacts>(
    ...[signedIn, runs, state('announced')],
    must('event-not-begun', (_, event) => event.dayCame),
  ),
  close: allOf<EventFacts>(
    ...[signedIn, runs, state('announced')],
    must('event-not-over', (_, event) => event.over),
  ),
  revoke: allOf<EventFacts>(signedIn, runs, state('held')),
} satisfies Record<string, Rule<EventFacts>>

export interface OrganiseFacts {
  /** the organisation is one of those that the actor prepares events of */
  organises: boolean
}
export const organiseRules = {
  create: allOf<OrganiseFacts>(
    signedIn,
    must('forbidden', (_, { organises }) => organises),
  ),
} satisfies Record<string, Rule<OrganiseFacts>>

/** A certificate is taken away by whose it is, and by who runs the event. */
export interface CertificateFacts extends EventFacts {
  personId: string
}
export const certificateRules = {
  take: anyOf<CertificateFacts>(
    runs,
    must('forbidden', (actor, { personId }) => actor !== null && actor.personId === personId),
  ),
} satisfies Record<string, Rule<CertificateFacts>>
