/** Rules of contests: who holds one, who hands a work in, who sees whose work it is; and if not, why not. */
import { type PanelFacts, panelRules } from '#app/domain/panels/rules.ts'
import { allOf, anyOf, capable, must, type Place, type Rule, signedIn } from '#app/domain/rules.ts'
import type { Stage } from './stage.ts'

export interface ContestFacts {
  place: Place
  stage: Stage
}
export interface BlindFacts extends PanelFacts {
  /** names are open: the order on the results was entered */
  named: boolean
}
export interface WorkFacts {
  /** of the organisation whose work it is */
  home: Place
  /** of who holds the contest */
  place: Place
  stage: Stage
  state: 'draft' | 'sent' | 'returned' | 'rejected' | 'admitted' | 'withdrawn'
  /** works are taken now, or this one may be mended */
  inTime: boolean
}

const ofContest = ({ place }: { place: Place }) => place
const holds = capable<{ place: Place }>('contest.edit', ofContest)
const before = (...last: Stage[]) =>
  must<{ stage: Stage }>('contest-stage', (_, { stage }) => last.includes(stage))
const alive = must<{ stage: Stage }>('contest-cancelled', (_, { stage }) => stage !== 'cancelled')
const unfinished = must<{ stage: Stage }>('contest-finished', (_, { stage }) => stage !== 'results')

const works = anyOf<ContestFacts>(
  holds,
  capable('contest.key', ofContest),
  capable('contest.read', ofContest),
)

export const contestRules = {
  create: holds,
  /** who works on it sees it before it is announced, and its works */
  read: works,
  change: allOf<ContestFacts>(holds, alive, before('prepared', 'announced', 'open', 'checking')),
  nominate: allOf<ContestFacts>(holds, alive, before('prepared')),
  announce: allOf<ContestFacts>(holds, alive, before('prepared')),
  cancel: allOf<ContestFacts>(holds, alive, unfinished),
  code: allOf<ContestFacts>(capable('contest.key', ofContest), alive, before('checking')),
  /** until the results the secretary alone; then everybody reads the names in them */
  openKey: allOf<ContestFacts>(
    capable('contest.key', ofContest),
    before('panels', 'judging', 'ranking', 'appeal', 'results'),
  ),
  compose: allOf<ContestFacts>(holds, alive, before('panels')),
  invite: allOf<ContestFacts>(holds, alive, before('judging', 'ranking')),
  /** one more expert where marks lie apart: whoever may read them and choose people */
  third: allOf<ContestFacts>(
    ...[capable<ContestFacts>('panel.select', ofContest), capable<ContestFacts>('sheet.read', ofContest)],
    ...[alive, before('judging', 'ranking')],
  ),
  rank: allOf<ContestFacts>(holds, alive, before('judging', 'ranking', 'appeal')),
  decide: allOf<ContestFacts>(holds, alive, before('appeal')),
  /** all diplomas in one file: whoever works on it */
  diplomas: allOf<ContestFacts>(works, before('results')),
  /** papers on the work of its experts: whoever gives them to panels */
  certify: allOf<ContestFacts>(
    anyOf<ContestFacts>(capable('panel.convene', ofContest), capable('panel.select', ofContest)),
    before('results'),
  ),
} satisfies Record<string, Rule<ContestFacts>>

/** panels of works: they have no chair, and whoever holds the contest opens their sheets */
export const workPanelRules = {
  open: allOf<PanelFacts>(
    capable('contest.edit', ({ place }: PanelFacts) => place),
    must('panel-cancelled', (_, panel) => !panel.cancelled),
    must('panel-convened', (_, panel) => !panel.convened),
    must('panel-incomplete', (_, panel) => panel.complete),
    must('member-lost', (_, panel) => panel.lostIds.length === 0),
    must('panel-not-approved', (_, panel) => panel.approved),
  ),
  /** by code: its experts, once both papers are signed; everybody who follows the panel when names are open */
  readWork: allOf<BlindFacts>(
    signedIn,
    anyOf(
      allOf<BlindFacts>(
        panelRules.read,
        must('forbidden', (_, { named }) => named),
      ),
      allOf<BlindFacts>(
        must('forbidden', (actor, panel) => panel.memberIds.includes(actor?.personId ?? '')),
        must('not-declared', (actor, panel) => panel.declaredIds.includes(actor?.personId ?? '')),
      ),
    ),
  ),
} satisfies Record<string, Rule<PanelFacts> | Rule<BlindFacts>>

const athome = capable<WorkFacts>('contest.submit', ({ home }) => home)
const inTime = must<WorkFacts>('contest-late', (_, work) => work.inTime)
const state = (reason: string, ...known: WorkFacts['state'][]) =>
  must<WorkFacts>(reason, (_, work) => known.includes(work.state))
const live = must<WorkFacts>('contest-cancelled', (_, work) => work.stage !== 'cancelled')

export const workRules = {
  read: athome,
  change: allOf<WorkFacts>(signedIn, athome, live, inTime, state('work-state', 'draft', 'sent', 'returned')),
  send: allOf<WorkFacts>(signedIn, athome, live, inTime, state('work-state', 'draft', 'returned')),
  withdraw: allOf<WorkFacts>(
    ...[signedIn, athome, live, state('work-state', 'draft', 'sent', 'returned')],
    must('contest-stage', (_, { stage }) => stage === 'open' || stage === 'checking'),
  ),
  check: allOf<WorkFacts>(
    ...[capable<WorkFacts>('contest.edit', ofContest), live, state('work-unsent', 'sent')],
    must('contest-stage', (_, { stage }) => stage === 'open' || stage === 'checking'),
  ),
  appealCheck: allOf<WorkFacts>(
    ...[signedIn, athome, live, state('work-state', 'rejected')],
    must('contest-stage', (_, { stage }) => stage === 'open' || stage === 'checking'),
  ),
  answerCheck: allOf<WorkFacts>(
    ...[capable<WorkFacts>('contest.edit', ofContest), live, state('work-state', 'rejected')],
    must('contest-stage', (_, { stage }) => stage === 'open' || stage === 'checking'),
  ),
  appealResult: allOf<WorkFacts>(
    ...[signedIn, athome, state('work-state', 'admitted'), inTime],
    must('contest-stage', (_, { stage }) => stage === 'appeal'),
  ),
  answerResult: allOf<WorkFacts>(
    capable<WorkFacts>('contest.edit', ofContest),
    must('contest-stage', (_, { stage }) => stage === 'appeal'),
  ),
} satisfies Record<string, Rule<WorkFacts>>
