/** Notifications: the inbox, mail waiting or sent, subscriptions. Mail is closed data: it carries addresses and links. */
import {
  boolean,
  index,
  integer,
  jsonb,
  pgSchema,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { id, moment } from './columns.ts'

export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text().notNull(), // key of messages.notifications
    objectKind: text().notNull(),
    objectId: uuid().notNull(),
    address: text().notNull(), // path on this site
    facts: jsonb().$type<Record<string, string | number>>().notNull(),
    createdAt: moment().notNull().defaultNow(),
    readAt: moment(),
  },
  (notification) => [
    index('notifications_of_person').on(notification.personId, notification.id),
    unique('notifications_once').on(notification.personId, notification.kind, notification.objectId),
  ],
)

export const subscriptions = pgTable(
  'subscriptions',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    objectKind: text().notNull(),
    objectId: uuid().notNull(),
    byMail: boolean().notNull().default(true),
    createdAt: moment().notNull().defaultNow(),
  },
  (subscription) => [
    primaryKey({ columns: [subscription.personId, subscription.objectKind, subscription.objectId] }),
    index('subscriptions_of_object').on(subscription.objectKind, subscription.objectId),
  ],
)

/** No right for the web role here; see db/reach and law 5. */
export const closed = pgSchema('closed')

export const mails = closed.table(
  'mails',
  {
    id: id(),
    entryId: uuid().notNull(), // the log entry that caused it: a consumer that runs twice sends once
    personId: uuid(),
    address: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    sentAt: moment(),
    attempts: integer().notNull().default(0),
    problem: text(),
  },
  (mail) => [unique('mails_once').on(mail.entryId, mail.address), index('mails_newest').on(mail.id)],
)

/** Contacts and other closed fields of a person (inventory E2). */
export const privateFields = closed.table('private_fields', {
  personId: uuid().primaryKey(),
  email: text(),
  phone: text(),
  birthDay: text(),
  updatedAt: moment().notNull().defaultNow(),
})
