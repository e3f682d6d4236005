/** Files that the site gave out under a check code, by their bytes: whoever holds one can be told what it is. */
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { issued } from './documents.ts'

export const issuedFiles = pgTable(
  'issued_files',
  {
    sha256: text().notNull(), // of the bytes
    code: text()
      .notNull()
      .references(() => issued.code),
    // pdf, docx, json: a copy; document: what was signed; signature: a detached one; scan: of paper
    format: text({ enum: ['pdf', 'docx', 'json', 'document', 'signature', 'scan'] }).notNull(),
    givenAt: moment().notNull(), // first
  },
  (one) => [primaryKey({ columns: [one.sha256, one.code] })],
)
