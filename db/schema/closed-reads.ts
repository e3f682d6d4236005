/**
 * Closed data: who read what of whom and why, requests for it, and the papers that grounds of publication rest on.
 *
 * Rows of `closed_reads` are written by the function that reads (migration), never by the site itself; the words of a
 * reason stand here, the log keeps the code of the reason and the id of the row.
 */
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { consents, people } from './accounts.ts'
import { day, dayRange, id, moment, rowOf } from './columns.ts'
import { files } from './files.ts'

/** A request of those who may not read by themselves; the answer opens what was asked for a term, or says why not. */
export const closedRequests = pgTable(
  'closed_requests',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(),
    personId: rowOf(() => people.id),
    askedById: rowOf(() => people.id),
    post: text().notNull(), // of who asks, and the organisation, as on that day
    organisation: text().notNull(),
    fields: text().array().notNull(),
    reasonCode: text().notNull(), // of content/person-fields.yaml
    reason: text().notNull(),
    askedAt: moment().notNull(),
    state: text({ enum: ['open', 'granted', 'refused', 'withdrawn'] }).notNull(),
    answeredById: uuid().references(() => people.id),
    answeredAt: moment(),
    answer: text().notNull().default(''),
    during: dayRange(), // days on which the granted fields may be read
  },
  (request) => [
    unique('closed_requests_number').on(request.number),
    index('closed_requests_of_asker').on(request.askedById, request.number),
    index('closed_requests_open').on(request.number).where(sql`state = 'open'`),
    check('closed_requests_granted', sql`(state = 'granted') = (during is not null)`),
  ],
)

export const closedReads = pgTable(
  'closed_reads',
  {
    id: id(),
    personId: rowOf(() => people.id),
    readerId: rowOf(() => people.id),
    post: text().notNull(), // of the reader, and the organisation, as on that day
    organisation: text().notNull(),
    at: moment().notNull(),
    fields: text().array().notNull(),
    reasonCode: text().notNull(),
    reason: text().notNull(),
    requestId: uuid().references(() => closedRequests.id),
  },
  (read) => [
    index('closed_reads_of_person').on(read.personId, read.id),
    index('closed_reads_by_reader').on(read.readerId, read.id),
  ],
)

/** A paper with a scan that somebody entered: one may carry the consents of many people. */
export const disclosurePapers = pgTable('disclosure_papers', {
  id: id(),
  fileId: uuid().references(() => files.id),
  signedOn: day().notNull(),
  enteredById: rowOf(() => people.id),
  enteredAt: moment().notNull(),
})

/** Which consents a paper carries. */
export const consentPapers = pgTable(
  'consent_papers',
  {
    consentId: uuid()
      .primaryKey()
      .references(() => consents.id),
    paperId: rowOf(() => disclosurePapers.id),
  },
  (carried) => [index('consents_of_paper').on(carried.paperId)],
)
