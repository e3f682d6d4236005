/**
 * The second step of sign-in: one-time codes by an app (TOTP, RFC 6238) and codes for the day the phone is lost.
 *
 * Secrets are sealed with the key of the instance, which is not in the database; of recovery codes and of the ticket
 * between the two steps only keyed hashes are kept. So a leaked table signs nobody in.
 */
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from './accounts.ts'
import { moment } from './columns.ts'

const ofUser = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const secondFactors = pgTable('second_factors', {
  userId: ofUser().primaryKey(),
  secret: text().notNull(), // sealed
  keyId: text().notNull(), // of the key that sealed it: another one is noticed at start, not at the door
  lastStep: integer().notNull(), // the half-minute of the last code taken: no code is taken twice
  createdAt: moment().notNull(),
})

/** A secret that was shown and not yet confirmed by a code; the factor in use stays until it is. */
export const factorOffers = pgTable('factor_offers', {
  userId: ofUser().primaryKey(),
  secret: text().notNull(), // sealed
  createdAt: moment().notNull(),
})

export const recoveryCodes = pgTable(
  'recovery_codes',
  { userId: ofUser(), hash: text().notNull(), createdAt: moment().notNull(), usedAt: moment() },
  (code) => [primaryKey({ columns: [code.userId, code.hash] })],
)

/** The ticket between the two steps: the first was passed, the code is awaited. */
export const signInSteps = pgTable(
  'sign_in_steps',
  {
    hash: text().primaryKey(),
    userId: ofUser(),
    next: text().notNull(), // where to go after it
    expiresAt: moment().notNull(),
  },
  (step) => [index('sign_in_steps_of_user').on(step.userId)],
)
