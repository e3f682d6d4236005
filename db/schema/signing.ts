/**
 * Simple electronic signature: who a person is was checked by a document, the person joined the agreement on its use,
 * and each signature is confirmed by the password and a one-time code. Codes are derived from the key of the instance;
 * the database keeps none.
 */
import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'

/** Somebody looked at a document of the person. */
export const identityChecks = pgTable(
  'identity_checks',
  {
    id: id(),
    personId: rowOf(() => people.id),
    document: text().notNull(), // which kind of document; never its number
    checkedOn: day().notNull(),
    checkedById: rowOf(() => people.id),
    checkedAt: moment().notNull(),
  },
  (one) => [index('identity_checks_of_person').on(one.personId)],
)

export const signingAccords = pgTable(
  'signing_accords',
  {
    id: id(),
    personId: rowOf(() => people.id),
    version: text().notNull(),
    textSha256: text().notNull(),
    joinedAt: moment().notNull(),
    leftAt: moment(),
  },
  (one) => [uniqueIndex('signing_accords_standing').on(one.personId).where(sql`left_at is null`)],
)

export const signingCodes = pgTable(
  'signing_codes',
  {
    id: id(),
    personId: rowOf(() => people.id),
    objectId: uuid().notNull(), // what is to be signed with it
    sha256: text().notNull(), // and the document it is for
    askedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (one) => [index('signing_codes_of_person').on(one.personId, one.objectId)],
)
