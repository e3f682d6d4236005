/**
 * Signatures under published summaries: the act is signed outside, on paper or with a key; the site keeps who signed,
 * when, and the scan or the detached signature. A wrong entry is followed by another, never changed.
 */

import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { files } from './files.ts'
import { summaries } from './remarks.ts'

export const summarySignatures = pgTable(
  'summary_signatures',
  {
    id: id(),
    summaryId: rowOf(() => summaries.id),
    signatory: text().notNull(), // name on the ground of the signed paper itself
    post: text().notNull(),
    day: day().notNull(),
    fileId: rowOf(() => files.id),
    enteredById: rowOf(() => people.id),
    enteredAt: moment().notNull(),
  },
  (signature) => [
    index('signatures_of_summary').on(signature.summaryId, signature.id),
    check('signatures_named', sql`length(trim(signatory)) > 0 and length(trim(post)) > 0`),
  ],
)
