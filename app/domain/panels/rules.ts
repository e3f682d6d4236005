/**
 * Rules of panels: who asks for one, chooses, convenes, fills a sheet, concludes; and if not, why not.
 *
 * The place of a panel is the organisation that asked for it, and the directions it covers. Members and the chair are
 * not granted anything: what they may do follows from their accepted seat.
 */
import { allOf, anyOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'
import type { SheetsState } from './sheets/facts.server.ts'

/** How a panel stands, see composition/standing. */
export interface StandingFacts {
  /** of the panel, appointed by name */
  secretaryId: string | null
  /** who acts as the chair now */
  chairId: string | null
  /** the act of composition is needed before sheets open */
  byAct: boolean
  /** the last act, if any, names exactly the members and roles of now; always so where no act is needed or entered */
  approved: boolean
  /** members whose status ended before they sent a sheet */
  lostIds: readonly string[]
  /** members who signed the declaration and the undertaking */
  declaredIds: readonly string[]
  /** places that nobody sits on or is asked for */
  vacant: number
}
export interface PanelFacts extends SheetsState, StandingFacts {
  place: Place
  requestedById: string
  cancelled: boolean
  /** sheets are open */
  convened: boolean
  selected: boolean
  invited: boolean
  /** people whose seat was accepted and not left */
  memberIds: readonly string[]
  /** every member accepted, as many as asked for */
  complete: boolean
  /** the last day of the sheets is over */
  overdue: boolean
}
export interface SheetFacts extends PanelFacts {
  ownerId: string
  sent: boolean
}
export interface RoundFacts extends PanelFacts {
  ownerId: string
  closed: boolean
  /** the second marks of this member are in */
  sent: boolean
}
export interface InvitationFacts {
  ownerId: string
  answered: boolean
  /** its last day is over */
  late: boolean
  /** the job has ended it, and somebody else may have been asked */
  expired: boolean
  cancelled: boolean
  /** the conclusion is out */
  over: boolean
}

const placeOf = ({ place }: { place: Place }) => place
const can = (capability: string) => capable<PanelFacts>(capability, placeOf)
const live = must<PanelFacts>('panel-cancelled', (_, panel) => !panel.cancelled)
const unopened = must<PanelFacts>('panel-convened', (_, panel) => !panel.convened)
const uninvited = must<PanelFacts>('panel-invited', (_, panel) => !panel.invited)
const selected = must<PanelFacts>('panel-not-selected', (_, panel) => panel.selected)
const unselected = must<PanelFacts>('panel-selected', (_, panel) => !panel.selected && !panel.invited)
const opened = must<PanelFacts>('panel-not-convened', (_, panel) => panel.convened)
const unissued = must<PanelFacts>('conclusion-issued', (_, panel) => !panel.issued)
const complete = must<PanelFacts>('panel-incomplete', (_, panel) => panel.complete)
const chaired = must<PanelFacts>('panel-no-chair', (_, panel) => panel.chairId !== null)
const allSent = must<PanelFacts>('sheets-not-in', (_, panel) => panel.allSent)
const isChair = must<PanelFacts>(
  'not-chair',
  (actor, panel) => actor !== null && actor.personId === panel.chairId,
)
const isMember = must<PanelFacts>(
  'forbidden',
  (actor, panel) => actor !== null && panel.memberIds.includes(actor.personId),
)
const isSecretary = must<PanelFacts>(
  'forbidden',
  (actor, panel) => actor !== null && actor.personId === panel.secretaryId,
)
/** whoever conducts the work of the panel */
const conducts = anyOf<PanelFacts>(can('panel.select'), can('panel.convene'), isSecretary)
const readsMarks = anyOf<PanelFacts>(isChair, isSecretary, allOf(conducts, can('sheet.read')))
const missing = must<PanelFacts>('sheets-in', (_, panel) => !panel.allSent)
const roundless = must<PanelFacts>('round-open', (_, panel) => !panel.roundOpen)
const inRound = must<PanelFacts>('round-not-open', (_, panel) => panel.roundOpen)

const hasSigned = must<PanelFacts>(
  'not-declared',
  (actor, panel) => actor !== null && panel.declaredIds.includes(actor.personId),
)
const approved = must<PanelFacts>('panel-not-approved', (_, panel) => panel.approved)
const wholeStill = must<PanelFacts>('member-lost', (_, panel) => panel.lostIds.length === 0)

const staff = anyOf<PanelFacts>(can('panel.read'), can('panel.select'), can('panel.request'), isSecretary)
const appoints = anyOf<PanelFacts>(can('panel.convene'), can('panel.select'))
const ownSheet = must<SheetFacts>('forbidden', (actor, sheet) => actor?.personId === sheet.ownerId)

export const panelRules = {
  request: capable<{ place: Place }>('panel.request', placeOf),
  read: staff,
  /** closed data of the registry in a choice: whoever may read it everywhere, whatever the role is called */
  selectClosed: allOf<unknown>(capable('registry.read.closed'), capable('result.read')),
  edit: allOf<PanelFacts>(anyOf(can('panel.request'), can('panel.select')), live, unopened, unselected),
  select: allOf<PanelFacts>(can('panel.select'), live, unopened, uninvited),
  explain: can('panel.select'),
  invite: allOf<PanelFacts>(can('panel.select'), live, unopened, selected),
  attach: allOf<PanelFacts>(anyOf(can('panel.request'), can('panel.select')), live, unopened),
  /** a member opens them after both papers are signed */
  openFiles: allOf<PanelFacts>(signedIn, anyOf(staff, allOf(isMember, hasSigned))),
  /** what the secretary of the panel does: answers that came otherwise, reminders, papers */
  keep: allOf<PanelFacts>(anyOf(can('panel.select'), isSecretary), live, unissued),
  /** a member who is no longer one, and who is asked instead */
  replace: allOf<PanelFacts>(can('panel.select'), live, unissued),
  appointChair: allOf<PanelFacts>(appoints, live, unissued),
  absence: allOf<PanelFacts>(conducts, live, unissued),
  appointSecretary: allOf<PanelFacts>(appoints, live, unissued),
  /** whether an act composes the panel: until it is composed */
  byAct: allOf<PanelFacts>(appoints, live, unopened),
  compose: allOf<PanelFacts>(conducts, live, unissued, complete, wholeStill, chaired),
  convene: allOf<PanelFacts>(appoints, live, unopened, complete, wholeStill, chaired, approved),
  cancel: allOf<PanelFacts>(anyOf(can('panel.request'), can('panel.select')), live, unissued),
  readConclusion: allOf<PanelFacts>(signedIn, anyOf(isChair, isMember, can('sheet.read'))),
  conclude: allOf<PanelFacts>(signedIn, isChair, live, opened, allSent, unissued, roundless),
  /** closes the sheets at the term without those that did not come */
  closeSheets: allOf<PanelFacts>(
    signedIn,
    conducts,
    live,
    opened,
    unissued,
    missing,
    must('sheets-term-runs', (_, panel) => panel.overdue),
    must('sheets-quorum', (_, panel) => panel.sheetsIn >= panel.sheetsNeeded),
  ),
  prolongSheets: allOf<PanelFacts>(signedIn, conducts, live, opened, unissued, missing),
  /** what to do about marks that lie apart: a round, or one more expert */
  reconcile: allOf<PanelFacts>(signedIn, readsMarks, live, opened, allSent, unissued, roundless),
  readRound: allOf<PanelFacts>(signedIn, anyOf(isChair, isMember, conducts, can('sheet.read'))),
  /** sees whose marks these are, whatever the form says */
  readMarks: readsMarks,
  /** reads a conclusion in work with names */
  readsWhole: anyOf<PanelFacts>(isChair, isSecretary, can('sheet.read')),
  closeRound: allOf<PanelFacts>(signedIn, anyOf(isChair, conducts), live, unissued, inRound),
} satisfies Record<string, Rule<PanelFacts> | Rule<{ place: Place }> | Rule<unknown>>

export const sheetRules = {
  fill: allOf<SheetFacts>(
    signedIn,
    ownSheet,
    live,
    opened,
    must('seat-left', (_, sheet) => sheet.memberIds.includes(sheet.ownerId)),
    must('sheet-sent', (_, sheet) => !sheet.sent),
    must('sheets-closed', (_, sheet) => !sheet.sheetsClosed),
    must('member-lost', (_, sheet) => !sheet.lostIds.includes(sheet.ownerId)),
    must('not-declared', (_, sheet) => sheet.declaredIds.includes(sheet.ownerId)),
  ),
}

export const roundRules = {
  /** a second mark, by who has sent a first one */
  mark: allOf<RoundFacts>(
    signedIn,
    must('forbidden', (actor, round) => actor?.personId === round.ownerId),
    live,
    must('round-closed', (_, round) => !round.closed),
    must('second-sent', (_, round) => !round.sent),
  ),
}

const unanswered = allOf<InvitationFacts>(
  must('panel-cancelled', (_, invitation) => !invitation.cancelled),
  must('panel-over', (_, invitation) => !invitation.over),
  must('invitation-expired', (_, invitation) => !invitation.expired),
  must('invitation-answered', (_, invitation) => !invitation.answered),
  must('invitation-late', (_, invitation) => !invitation.late),
)

export const invitationRules = {
  /** somebody else writes the answer down; nobody does so for oneself */
  recorded: allOf<InvitationFacts>(
    signedIn,
    must('own-invitation', (actor, invitation) => actor?.personId !== invitation.ownerId),
    unanswered,
  ),
  awaited: unanswered,
  /** the declaration and the undertaking, for a seat that was accepted */
  sign: allOf<{ ownerId: string; accepted: boolean; over: boolean }>(
    signedIn,
    must('not-found', (actor, { ownerId }) => actor?.personId === ownerId),
    must('not-accepted', (_, { accepted }) => accepted),
    must('panel-over', (_, { over }) => !over),
  ),
  object: allOf<{ objected: boolean }>(
    signedIn,
    must('answer-objected', (_, { objected }) => !objected),
  ),
  answer: allOf<InvitationFacts>(
    signedIn,
    must('not-found', (actor, invitation) => actor?.personId === invitation.ownerId),
    unanswered,
  ),
}
