/**
 * Invitations and composition of panels: obligations, absences of a chair, the acts by which a panel
 * is composed.
 *
 * An act names the whole composition that it puts in force; the last act counts. Acts, obligations and their texts are
 * only added. Names stand in an act on its own ground, as in any order.
 */
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { files } from './files.ts'
import { panels, seats } from './panels.ts'

/** A text that somebody has signed, as it was read then. */
export const obligationTexts = pgTable('obligation_texts', {
  sha256: text().primaryKey(),
  kind: text({ enum: ['no-conflict', 'non-disclosure'] }).notNull(),
  version: integer().notNull(),
  title: text().notNull(),
  text: text().notNull(),
  keptAt: moment().notNull(),
})

/** A member's signature under a text; until both are there, the sheet and the closed files of the panel stay closed. */
export const obligations = pgTable(
  'obligations',
  {
    id: id(),
    seatId: rowOf(() => seats.id),
    kind: text({ enum: ['no-conflict', 'non-disclosure'] }).notNull(),
    textSha256: text()
      .notNull()
      .references(() => obligationTexts.sha256),
    way: text({ enum: ['site', 'paper'] }).notNull(),
    signedOn: day().notNull(), // as the paper says
    signedAt: moment().notNull(),
    enteredById: rowOf(() => people.id), // the member, or whoever brought the paper
    fileId: uuid().references(() => files.id),
  },
  (obligation) => [
    unique('obligations_once').on(obligation.seatId, obligation.kind),
    check('obligations_paper', sql`(way = 'paper') = (file_id is not null)`),
  ],
)

/** Days on which the chair is away and the deputy acts. */
export const chairAbsences = pgTable(
  'chair_absences',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    personId: rowOf(() => people.id),
    fromDay: day().notNull(),
    untilDay: day(), // null: until further notice
    recordedById: rowOf(() => people.id),
    recordedAt: moment().notNull(),
    endedAt: moment(),
  },
  (absence) => [
    index('chair_absences_of_panel').on(absence.panelId),
    check('chair_absences_days', sql`until_day >= from_day`),
  ],
)

/** «Приказ о составе», and those that change it. */
export const panelActs = pgTable(
  'panel_acts',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    kind: text({ enum: ['composition', 'amendment'] }).notNull(),
    number: text().notNull(),
    day: day().notNull(),
    sha256: text().notNull(), // of the composition
    secretaryId: uuid().references(() => people.id),
    secretaryName: text().notNull().default(''),
    fileId: uuid().references(() => files.id), // the scan
    enteredById: rowOf(() => people.id),
    enteredAt: moment().notNull(),
  },
  (act) => [unique('panel_acts_once').on(act.panelId, act.number, act.day)],
)

export const panelActSeats = pgTable(
  'panel_act_seats',
  {
    actId: rowOf(() => panelActs.id),
    seatId: rowOf(() => seats.id),
    role: text({ enum: ['chair', 'deputy', 'member', 'reserve'] }).notNull(),
    name: text().notNull(), // as the order prints it
  },
  (seat) => [
    primaryKey({ columns: [seat.actId, seat.seatId] }),
    index('panel_act_seats_of_seat').on(seat.seatId),
  ],
)
