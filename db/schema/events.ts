/**
 * Events: editions of a series with their programme, registrations in order, attendance, materials and certificates.
 *
 * An edition that was announced keeps its address for life; what was cancelled says so. Seats are counted under the lock of
 * the edition's row.
 */
import { sql } from 'drizzle-orm'
import {
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
import { people } from './accounts.ts'
import { day, id, moment, rowOf, ruText } from './columns.ts'
import { directionVersions } from './experts.ts'
import { files } from './files.ts'
import { organisations } from './organisations.ts'
import { practices } from './practices.ts'

export const events = pgTable(
  'events',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(), // public, for life
    series: text(), // code of content/events.yaml; null for what stands alone
    edition: text().notNull().default(''), // as people write it: «VIII», «2026»
    title: ruText().notNull(),
    about: text().notNull().default(''),
    organisationId: rowOf(() => organisations.id), // who holds it
    directionVersionId: uuid().references(() => directionVersions.id),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    place: text().notNull().default(''),
    link: text().notNull().default(''), // where it is seen from afar
    capacity: integer(), // null: as many as come
    registerUntil: moment().notNull(),
    state: text({ enum: ['draft', 'announced', 'held', 'cancelled'] }).notNull(),
    sequence: integer().notNull().default(0), // changes since it was announced, for calendars
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
    changedAt: moment().notNull(),
    announcedAt: moment(),
    heldAt: moment(),
    cancelledAt: moment(),
    cancelReason: text().notNull().default(''),
  },
  (event) => [
    unique('events_number').on(event.number),
    index('events_by_start').on(event.startsAt, event.number).where(sql`state <> 'draft'`),
    index('events_of_organisation').on(event.organisationId, event.id),
    check('events_days', sql`ends_at >= starts_at and register_until <= ends_at`),
    check('events_capacity', sql`capacity between 1 and 100000`),
    check(
      'events_state',
      sql`(state = 'draft') = (announced_at is null) and (state = 'held') = (held_at is not null)
      and (state = 'cancelled') = (cancelled_at is not null)`,
    ),
  ],
)

export const eventItems = pgTable(
  'event_items',
  {
    id: id(),
    eventId: rowOf(() => events.id),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    title: text().notNull(),
    practiceId: uuid().references(() => practices.id), // what is presented
  },
  (item) => [
    index('event_items_in_order').on(item.eventId, item.startsAt, item.id),
    index('event_items_of_practice').on(item.practiceId).where(sql`practice_id is not null`),
    check('event_items_time', sql`ends_at >= starts_at`),
  ],
)

/** Who speaks: a person of the platform by number, or a guest by name. */
export const eventSpeakers = pgTable(
  'event_speakers',
  {
    itemId: uuid()
      .notNull()
      .references(() => eventItems.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    personId: uuid().references(() => people.id),
    name: text().notNull().default(''),
  },
  (speaker) => [
    primaryKey({ columns: [speaker.itemId, speaker.position] }),
    index('event_speakers_of_person').on(speaker.personId),
    check('event_speakers_who', sql`(person_id is null) <> (name = '')`),
  ],
)

/** A place asked for. Order is the order of asking, and of the waiting list. */
export const eventRegistrations = pgTable(
  'event_registrations',
  {
    id: id(),
    eventId: rowOf(() => events.id),
    personId: rowOf(() => people.id),
    position: integer().notNull(),
    state: text({ enum: ['confirmed', 'waiting', 'cancelled'] }).notNull(),
    ticket: text().notNull(), // the secret of the QR code at the door
    askedAt: moment().notNull(),
    cancelledAt: moment(),
    attendedAt: moment(),
    attendedById: uuid().references(() => people.id), // who marked it
  },
  (one) => [
    unique('event_registrations_order').on(one.eventId, one.position),
    unique('event_registrations_ticket').on(one.ticket),
    uniqueIndex('event_registrations_live').on(one.eventId, one.personId).where(sql`state <> 'cancelled'`),
    index('event_registrations_of_person').on(one.personId, one.id),
    check('event_registrations_cancelled', sql`(state = 'cancelled') = (cancelled_at is not null)`),
    check('event_registrations_attended', sql`attended_at is null or state = 'confirmed'`),
  ],
)

/** Materials for everybody, and the minutes. */
export const eventFiles = pgTable(
  'event_files',
  {
    eventId: rowOf(() => events.id),
    fileId: rowOf(() => files.id),
    kind: text({ enum: ['material', 'minutes'] }).notNull(),
    addedAt: moment().notNull(),
    removedAt: moment(),
  },
  (file) => [primaryKey({ columns: [file.eventId, file.fileId] })],
)

/** Certificates of who came and of who spoke, numbered without gaps within a year. */
export const eventCertificates = pgTable(
  'event_certificates',
  {
    id: id(),
    eventId: rowOf(() => events.id),
    personId: rowOf(() => people.id),
    role: text({ enum: ['participant', 'speaker'] }).notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    issuedOn: day().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(), // what it says; no names
    sha256: text().notNull(), // of the facts
    code: text().notNull(),
    issuedById: rowOf(() => people.id),
    issuedAt: moment().notNull(),
    revokedAt: moment(),
  },
  (one) => [
    unique('event_certificates_number').on(one.year, one.number),
    uniqueIndex('event_certificates_standing')
      .on(one.eventId, one.personId, one.role)
      .where(sql`revoked_at is null`),
    index('event_certificates_of_person').on(one.personId),
  ],
)
