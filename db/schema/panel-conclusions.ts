/**
 * How a conclusion becomes a signed paper: its text goes to the members for agreement, the agreed text becomes a
 * document, the document is signed. An answer and a signature belong to the hash they were given to and to no other.
 */
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { files } from './files.ts'
import { conclusions } from './panels.ts'
import { signingAccords } from './signing.ts'

/** A text that was sent to the members; a later one supersedes it. */
export const conclusionEditions = pgTable(
  'conclusion_editions',
  {
    id: id(),
    conclusionId: rowOf(() => conclusions.id),
    edition: integer().notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    sha256: text().notNull(), // of the body: what members agree with
    sentAt: moment().notNull(),
    sentById: rowOf(() => people.id),
    lastDay: day().notNull(), // of the answers
    supersededAt: moment(), // the text was changed after it had been sent
    // the document to sign: the text with the answers of the members
    document: jsonb().$type<Record<string, unknown>>(),
    documentSha256: text(),
    fileId: uuid().references(() => files.id), // PDF, the very bytes that are signed
    code: text(), // of the check page; printed on the document, alive from the day of issue
    openedAt: moment(),
    openedById: uuid().references(() => people.id),
  },
  (one) => [
    unique('conclusion_editions_once').on(one.conclusionId, one.edition),
    uniqueIndex('conclusion_editions_standing').on(one.conclusionId).where(sql`superseded_at is null`),
    index('conclusion_editions_waiting')
      .on(one.lastDay)
      .where(sql`superseded_at is null and opened_at is null`),
    check(
      'conclusion_editions_document',
      sql`(opened_at is null) = (document is null) and (document is null) = (file_id is null)`,
    ),
  ],
)

export const conclusionAnswers = pgTable(
  'conclusion_answers',
  {
    id: id(),
    editionId: rowOf(() => conclusionEditions.id),
    personId: rowOf(() => people.id),
    answer: text({ enum: ['agreed', 'dissented'] }).notNull(),
    dissent: text().notNull().default(''), // «особое мнение», printed with the conclusion
    answeredAt: moment().notNull(),
  },
  (one) => [
    unique('conclusion_answers_once').on(one.editionId, one.personId),
    check('conclusion_answers_dissent', sql`(answer = 'dissented') = (length(trim(dissent)) > 0)`),
  ],
)

export const conclusionSignatures = pgTable(
  'conclusion_signatures',
  {
    id: id(),
    editionId: rowOf(() => conclusionEditions.id),
    personId: rowOf(() => people.id),
    role: text({ enum: ['chair', 'deputy', 'member'] }).notNull(),
    // absent: the secretary wrote down why somebody did not sign
    kind: text({ enum: ['simple', 'detached', 'paper', 'absent'] }).notNull(),
    sha256: text().notNull(), // of the document that was signed
    day: day().notNull(), // on which it was signed; of a paper, the one that stands on it
    accordId: uuid().references(() => signingAccords.id), // of a simple one: what the signer had joined
    fileId: uuid().references(() => files.id), // the detached signature, or the scan
    note: text().notNull().default(''), // of a paper: with what it was compared; of an absence: why
    enteredById: rowOf(() => people.id),
    enteredAt: moment().notNull(),
    withdrawnAt: moment(), // before the issue: entered by mistake
    withdrawnById: uuid().references(() => people.id),
  },
  (one) => [
    uniqueIndex('conclusion_signatures_one').on(one.editionId, one.personId).where(sql`withdrawn_at is null`),
    index('conclusion_signatures_of_person').on(one.personId),
    check('conclusion_signatures_accord', sql`(kind = 'simple') = (accord_id is not null)`),
    check('conclusion_signatures_file', sql`(kind in ('detached', 'paper')) = (file_id is not null)`),
    check('conclusion_signatures_note', sql`kind in ('simple', 'detached') or length(trim(note)) > 0`),
  ],
)

/** Who acts for the chair of this conclusion, and why. */
export const conclusionDeputies = pgTable('conclusion_deputies', {
  conclusionId: uuid()
    .primaryKey()
    .references(() => conclusions.id),
  personId: rowOf(() => people.id),
  reason: text().notNull(),
  recordedById: rowOf(() => people.id),
  recordedAt: moment().notNull(),
})
