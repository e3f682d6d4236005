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
    viaKind: text(), // what the person follows, when that is why
    viaId: uuid(),
    mailed: text({ enum: ['sent', 'daily', 'weekly', 'none'] }), // null: the worker has not looked yet
  },
  (notification) => [
    index('notifications_of_person').on(notification.personId, notification.id),
    index('notifications_for_digest').on(notification.mailed, notification.personId),
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
    muted: boolean().notNull().default(false), // left a thread that one would be in by having written there
    createdAt: moment().notNull().defaultNow(),
  },
  (subscription) => [
    primaryKey({ columns: [subscription.personId, subscription.objectKind, subscription.objectId] }),
    index('subscriptions_of_object').on(subscription.objectKind, subscription.objectId),
  ],
)

/** How letters of a topic (content/notifications.yaml) come; without a row, as the topic says. The inbox has all. */
export const mailChoices = pgTable(
  'mail_choices',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    topic: text().notNull(),
    way: text({ enum: ['now', 'daily', 'weekly', 'never'] }).notNull(),
    changedAt: moment().notNull(),
  },
  (choice) => [primaryKey({ columns: [choice.personId, choice.topic] })],
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
    html: text().notNull().default(''),
    leave: text(), // path of the page that ends such letters
    notices: jsonb().$type<string[]>(), // what it tells: written anew at the moment of sending, as far as still visible
    droppedAt: moment(), // nothing of it may be told any more
  },
  (mail) => [unique('mails_once').on(mail.entryId, mail.address), index('mails_newest').on(mail.id)],
)

/** The address that an account had before it began anew: it is told of that once, and the row goes with the letter. */
export const leftMailboxes = closed.table('left_mailboxes', {
  entryId: uuid().primaryKey(), // of the log
  personId: uuid().notNull(),
  address: text().notNull(),
})

/** Contacts and other closed fields of a person (inventory E2). */
export const privateFields = closed.table('private_fields', {
  personId: uuid().primaryKey(),
  email: text(),
  phone: text(),
  birthDay: text(),
  updatedAt: moment().notNull().defaultNow(),
})
