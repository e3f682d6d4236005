/**
 * Accounts: natural people, their sign-ins, grants, deputies and consents.
 *
 * A person exists by sign-up or import and keeps one public number for life; a user is the sign-in of at most one
 * person. What a person may do comes from dated grants; being an expert is never a grant.
 */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { day, dayRange, id, moment, rowOf, ruText } from './columns.ts'

export const people = pgTable(
  'people',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(), // public, for life
    familyName: ruText().notNull(),
    givenName: ruText().notNull(),
    patronymic: ruText().notNull().default(''),
    gender: text({ enum: ['female', 'male'] }), // for grammatical cases only
    nameNorm: text()
      .notNull()
      .generatedAlwaysAs(
        sql`translate(lower(family_name || ' ' || given_name || ' ' || patronymic), 'ё', 'е')`,
      ),
    source: text({ enum: ['signup', 'import', 'demo'] }).notNull(),
    mergedIntoId: uuid().references((): AnyPgColumn => people.id),
    createdAt: moment().notNull().defaultNow(),
    nameHiddenAt: moment(), // by a moderator: the name breaks the rules; orders keep theirs
    erasedAt: moment(), // by law: nothing shows the name again, whatever ground is entered (a trigger keeps it)
    // Derived from disclosures and consents in the same transaction, by triggers; nobody else writes them.
    nameOpen: boolean().notNull().default(false),
    workOpen: boolean().notNull().default(false),
    engagementsOpen: boolean().notNull().default(false),
  },
  (person) => [
    unique('people_number').on(person.number),
    index('people_by_name').on(person.familyName, person.givenName, person.patronymic, person.number),
    index('people_name_trigrams').using('gin', sql`${person.nameNorm} gin_trgm_ops`),
    check('people_family_name_not_blank', sql`length(trim(family_name)) > 0`),
  ],
)

export const users = pgTable(
  'users',
  {
    id: id(),
    personId: rowOf(() => people.id),
    email: text().notNull(), // lower case; the sign-in also accepts the person's registry number
    // Whether the address alone names this account. Several may share a mailbox; all but one sign in by number.
    byEmail: boolean().notNull().default(true),
    passwordHash: text().notNull(),
    emailConfirmedAt: moment(),
    locale: text({ enum: ['ru', 'en'] })
      .notNull()
      .default('ru'),
    createdAt: moment().notNull().defaultNow(),
    disabledAt: moment(),
  },
  (user) => [
    unique('users_one_per_person').on(user.personId),
    uniqueIndex('users_email').on(user.email).where(sql`by_email`),
    index('users_of_mailbox').on(user.email),
    check('users_email_lower', sql`email = lower(email)`),
  ],
)

/** `id` is SHA-256 of the cookie's session id, so a leaked table signs nobody in. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    agent: text().notNull().default(''),
    seenAt: moment(), // to within ten minutes: a write with every request would be dear
    secondFactor: text({ enum: ['code', 'recovery', 'provider'] }), // by what the second step was passed
  },
  (session) => [index('sessions_of_user').on(session.userId)],
)

/** One-time secrets sent by mail; only the hash is kept. Made by the mail consumer, never by a web process. */
export const tokens = pgTable(
  'tokens',
  {
    hash: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    purpose: text({ enum: ['confirm', 'reset', 'first-admin'] }).notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (token) => [index('tokens_of_user').on(token.userId)],
)

export const grants = pgTable(
  'grants',
  {
    id: id(),
    personId: rowOf(() => people.id),
    role: text().notNull(), // a code of content/roles.yaml
    scopeKind: text({ enum: ['region', 'municipality', 'organisation', 'direction'] }).notNull(),
    scopeId: uuid(), // null only for the region
    during: dayRange().notNull(),
    ground: text().notNull(),
    grantedById: uuid().references(() => people.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (grant) => [
    index('grants_of_person').on(grant.personId),
    check('grants_scope', sql`(scope_kind = 'region') = (scope_id is null)`),
  ],
)

/** «Замещение»: for these days the deputy has the tasks, reminders and rights of the person. */
export const deputies = pgTable(
  'deputies',
  {
    id: id(),
    personId: rowOf(() => people.id),
    deputyId: rowOf(() => people.id),
    during: dayRange().notNull(),
    ground: text().notNull(),
    appointedById: uuid().references(() => people.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (deputy) => [
    index('deputies_of_deputy').on(deputy.deputyId),
    check('deputies_other_person', sql`person_id <> deputy_id`),
  ],
)

export const consents = pgTable(
  'consents',
  {
    id: id(),
    personId: rowOf(() => people.id),
    kind: text({ enum: ['processing', 'distribution', 'band'] }).notNull(),
    version: text().notNull(),
    textSha256: text().notNull(),
    givenAt: moment().notNull(),
    withdrawnAt: moment(),
    signedOn: day(), // of a paper that somebody else entered; null: given on the site
    enteredById: uuid().references(() => people.id),
    fields: text().array(), // of a consent to distribution that does not cover everything
  },
  (consent) => [index('consents_of_person').on(consent.personId, consent.kind)],
)

/** Fixed windows, so that limits hold across processes. */
export const rateLimits = pgTable(
  'rate_limits',
  { key: text().notNull(), windowStart: moment().notNull(), count: integer().notNull() },
  (limit) => [primaryKey({ columns: [limit.key, limit.windowStart] })],
)

/** Text typed and not yet sent: survives errors, a lost connection and sign-out. */
export const unsentTexts = pgTable(
  'unsent_texts',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    key: text().notNull(), // which form, e.g. remark:<draft id>
    fields: jsonb().$type<Record<string, string>>().notNull(),
    savedAt: moment().notNull(),
  },
  (unsent) => [primaryKey({ columns: [unsent.personId, unsent.key] })],
)

/** Facts of this installation: log salt, demo day, first administrator. */
export const instance = pgTable('instance', {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  secret: boolean().notNull().default(false),
})
