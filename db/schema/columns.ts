/**
 * Column kinds that every room shares, so that ids, days and names mean the same everywhere.
 *
 * Moments are `timestamptz`; legal days are `date` strings (YYYY-MM-DD) in the instance's zone; ranges of days
 * are half-open `daterange` literals such as `[2026-01-01,2027-01-01)` or `[2026-01-01,)`.
 */
import { type AnyPgColumn, customType, date, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { uuidv7 } from 'uuidv7'

/** Primary key: UUIDv7 made in the app, so that id order is time order. */
export const id = () => uuid().primaryKey().$defaultFn(uuidv7)

/** What a remark is: of a remark, of its history and of a point of a position. */
export const remarkKind = () =>
  text({ enum: ['criticism', 'proposal', 'objection', 'question', 'support'] }).notNull()

/** How much a remark weighs. */
export const remarkWeight = () => text({ enum: ['editorial', 'substantive', 'principal'] }).notNull()

/** A row of another table that must be there. */
export const rowOf = (target: () => AnyPgColumn) => uuid().notNull().references(target)

/** A moment in time. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })

/** A legal day, `YYYY-MM-DD`. */
export const day = () => date({ mode: 'string' })

/** Half-open range of days as PostgreSQL prints it. */
export const dayRange = customType<{ data: string; driverData: string }>({ dataType: () => 'daterange' })

/** Half-open range of moments as PostgreSQL prints it: the "known" axis of statuses. */
export const momentRange = customType<{ data: string; driverData: string }>({ dataType: () => 'tstzrange' })

/** Words in Russian order: names and titles sort ё after е, whatever the server's default locale. */
export const ruText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "ru-x-icu"',
})

/** How moderation covers words: nobody but their author and moderators reads them, and why. */
export const covering = () => ({
  hiddenAt: moment(),
  veil: text({ enum: ['held', 'hidden', 'returned'] }), // waits for a check, hidden, or back with the author
  hideCode: text(), // code of content/moderation.yaml
  hideReason: text(), // the moderator's own words
})
