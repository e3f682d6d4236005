/**
 * Identities: who a person is at another sign-in service (an institute's own), tied to an account by whoever was signed
 * in to both. An identity opens one account, and an account has one identity of a service.
 */
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { users } from './accounts.ts'
import { id, moment } from './columns.ts'

export const identities = pgTable(
  'identities',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    issuer: text().notNull(), // the service, as it names itself
    subject: text().notNull(), // the person there; never a mail address, which may pass to another
    linkedAt: moment().notNull(),
    usedAt: moment(),
  },
  (identity) => [
    unique('identities_one_account').on(identity.issuer, identity.subject),
    unique('identities_one_of_service').on(identity.userId, identity.issuer),
    index('identities_of_user').on(identity.userId),
  ],
)
