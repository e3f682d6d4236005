/**
 * What a request for a panel asks beyond size, places and directions: limits of load and rotation, people named beforehand
 * with a reason, and how the request was changed.
 */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { id, moment, rowOf } from './columns.ts'
import { panels } from './panels.ts'

/** A panel without a row has none of these limits. */
export const panelLimits = pgTable(
  'panel_limits',
  {
    panelId: uuid()
      .primaryKey()
      .references(() => panels.id),
    maxPerNominator: integer(),
    minHigh: integer().notNull().default(0),
    maxGoing: integer(), // expertises at the same time
    maxPeriod: integer(), // expertises begun or going on within the months before
    periodMonths: integer(),
    restMonths: integer(), // since the last finished expertise
    developerMonths: integer(), // since the last panel of the same organisation
    floors: jsonb().$type<Record<string, number>>().notNull().default({}), // by direction version, 0–100
    soft: text().array().notNull().default(sql`'{}'`), // codes of limits that are only wished
    closed: boolean().notNull().default(false), // the band is read from the closed base
    revision: integer().notNull().default(1),
  },
  () => [check('panel_limits_period', sql`(max_period is null) = (period_months is null)`)],
)

/** Somebody who must sit, or must not; the reason is for those who work on the panel. */
export const panelPeople = pgTable(
  'panel_people',
  {
    panelId: rowOf(() => panels.id),
    personId: rowOf(() => people.id),
    standing: text({ enum: ['fixed', 'excluded'] }).notNull(),
    reason: text().notNull(),
    addedById: rowOf(() => people.id),
    addedAt: moment().notNull(),
  },
  (one) => [
    primaryKey({ columns: [one.panelId, one.personId] }),
    index('panel_people_of_person').on(one.personId),
  ],
)

/** What a request was before it was changed. */
export const panelRevisions = pgTable(
  'panel_revisions',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    revision: integer().notNull(), // the one that was left
    kind: text({ enum: ['edited', 'eased', 'people'] }).notNull(),
    was: jsonb().$type<Record<string, unknown>>().notNull(),
    changedById: rowOf(() => people.id),
    changedAt: moment().notNull(),
  },
  (one) => [unique('panel_revisions_once').on(one.panelId, one.revision)],
)
