/**
 * Three things about a member of a panel that are not the same: a conflict of interest is a fact with its evidence, a
 * challenge is somebody's request that is answered, a recusal is the member's own step.
 *
 * A conflict stays as it was found; what is found no more is closed by its day, and found again it is a new row.
 */
import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { invitations, panels } from './panels.ts'

/** What a conflict rests on: a record with its days, and words of organisations and papers. People only by number. */
export interface ConflictFact {
  relation: string
  /** table and id of the record */
  record: string
  organisation?: string
  /** whose kin the organisation is */
  of?: string
  from?: string
  until?: string
  /** number of another panel */
  panel?: number
  /** public number of another person */
  person?: number
  letter?: string
}

export const conflicts = pgTable(
  'conflicts',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    personId: rowOf(() => people.id),
    kind: text().notNull(), // app/domain/panels/conflicts/kinds.ts
    source: text({ enum: ['derived', 'declared'] }).notNull(),
    evidence: jsonb().$type<{ facts?: ConflictFact[] }>().notNull(),
    fingerprint: text().notNull().default(''), // SHA-256 of the evidence: other facts are another conflict
    foundAt: moment().notNull(),
    clearedAt: moment(), // found no more from here
  },
  (conflict) => [
    uniqueIndex('conflicts_once')
      .on(conflict.panelId, conflict.personId, conflict.kind, conflict.fingerprint)
      .where(sql`cleared_at is null`),
  ],
)

/** «Не препятствует, потому что…»: of a conflict that only warns. */
export const conflictDecisions = pgTable(
  'conflict_decisions',
  {
    id: id(),
    conflictId: rowOf(() => conflicts.id),
    ground: text().notNull(),
    decidedById: rowOf(() => people.id),
    decidedAt: moment().notNull(),
    recalledById: uuid().references(() => people.id),
    recalledAt: moment(),
  },
  (decision) => [
    uniqueIndex('conflict_decisions_once').on(decision.conflictId).where(sql`recalled_at is null`),
  ],
)

/** «Отвод»: anybody who may know the member asks, whoever selects answers by a day. */
export const challenges = pgTable(
  'challenges',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    personId: rowOf(() => people.id), // the member
    byId: rowOf(() => people.id),
    reason: text().notNull(),
    createdAt: moment().notNull(),
    due: day().notNull(),
    outcome: text({ enum: ['upheld', 'rejected'] }),
    answer: text().notNull().default(''),
    answeredById: uuid().references(() => people.id),
    answeredAt: moment(),
  },
  (challenge) => [
    uniqueIndex('challenges_open')
      .on(challenge.panelId, challenge.personId, challenge.byId)
      .where(sql`outcome is null`),
    index('challenges_of_panel').on(challenge.panelId, challenge.id),
  ],
)

/** «Самоотвод»: a member who had accepted steps back. */
export const recusals = pgTable('recusals', {
  id: id(),
  invitationId: uuid()
    .notNull()
    .unique()
    .references(() => invitations.id), // its `reason` says why
  conflict: boolean().notNull(),
  at: moment().notNull(),
})
