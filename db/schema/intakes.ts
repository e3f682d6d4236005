/**
 * How remarks come that nobody typed in the site: one letter, message, protocol or table with all remarks taken from
 * it. They came on one day, and are taken back together.
 */
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { organisations } from './organisations.ts'
import { drafts } from './reviews.ts'

export const intakes = pgTable(
  'intakes',
  {
    id: id(),
    draftId: rowOf(() => drafts.id),
    channel: text({ enum: ['letter', 'email', 'session'] }).notNull(),
    number: text().notNull().default(''), // of the letter or of the protocol
    day: day().notNull(), // of the letter, the message or the session
    receivedDay: day().notNull(), // decides lateness
    event: text().notNull().default(''), // of a session: what it was
    item: text().notNull().default(''), // of a session: item of the protocol
    organisationId: uuid().references(() => organisations.id), // who wrote, when an organisation of the catalogue did
    organisationName: text().notNull().default(''), // as the letter gives it, when the catalogue lacks it
    senderId: uuid().references(() => people.id), // who signed, wrote or spoke: author of its remarks
    signatory: text().notNull().default(''), // what may be shown of who signed for an organisation: the post, the name
    table: text().notNull().default(''), // name of the file, when the remarks were a table
    enteredById: rowOf(() => people.id),
    enteredAt: moment().notNull(),
    undoneById: uuid().references(() => people.id),
    undoneAt: moment(),
  },
  (intake) => [
    index('intakes_of_draft').on(intake.draftId, intake.id),
    check('intakes_session', sql`channel <> 'session' or length(trim(event)) > 0`),
    check('intakes_days', sql`received_day >= day`),
  ],
)
