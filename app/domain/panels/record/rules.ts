/** Rules of the record of work: who takes a paper on it, who gives them to all, who corrects it. */
import type { PanelFacts } from '#app/domain/panels/rules.ts'
import { allOf, anyOf, capable, must, type Rule, signedIn } from '#app/domain/rules.ts'

export interface RecordFacts extends PanelFacts {
  /** whose work is over, with the result */
  finishedIds: readonly string[]
}
export interface WorkOf extends RecordFacts {
  ownerId: string
}

const can = (capability: string) => capable<RecordFacts>(capability, ({ place }) => place)
const isSecretary = must<RecordFacts>(
  'forbidden',
  (actor, { secretaryId }) => actor !== null && actor.personId === secretaryId,
)
const staff = anyOf<RecordFacts>(can('panel.convene'), can('panel.select'), isSecretary)
const over = must<RecordFacts>('work-unfinished', (_, { finishedIds }) => finishedIds.length > 0)
const finished = must<WorkOf>('work-unfinished', (_, { finishedIds, ownerId }) =>
  finishedIds.includes(ownerId),
)
const isOwner = must<WorkOf>('forbidden', (actor, { ownerId }) => actor?.personId === ownerId)
const byAnother = must<WorkOf>('own-record', (actor, { ownerId }) => actor?.personId !== ownerId)

export const recordRules = {
  /** sees who worked how long, and their papers */
  read: allOf<RecordFacts>(signedIn, staff),
  giveAll: allOf<RecordFacts>(signedIn, staff, over),
} satisfies Record<string, Rule<RecordFacts>>

export const workRules = {
  /** takes the paper on the own work; staff takes it for who has no account */
  give: allOf<WorkOf>(signedIn, anyOf<WorkOf>(isOwner, staff), finished),
  correct: allOf<WorkOf>(signedIn, staff, byAnother, finished),
  revoke: allOf<WorkOf>(signedIn, staff, byAnother, finished),
} satisfies Record<string, Rule<WorkOf>>
