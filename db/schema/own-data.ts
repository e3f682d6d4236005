/**
 * What people say of their own data: names they had before, requests to correct, answers that somebody recorded for
 * them, and requests to be forgotten.
 */
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf, ruText } from './columns.ts'
import { files } from './files.ts'
import { invitations } from './panels.ts'

/** The name somebody bore until a day: the registry of an earlier day shows it. Papers keep what they printed. */
export const formerNames = pgTable(
  'former_names',
  {
    id: id(),
    personId: rowOf(() => people.id),
    familyName: ruText().notNull(),
    givenName: ruText().notNull(),
    patronymic: ruText().notNull().default(''),
    until: day().notNull(), // first day of the next name
    ground: text().notNull(),
    enteredById: uuid().references(() => people.id),
    enteredAt: moment().notNull(),
  },
  (name) => [unique('former_names_once').on(name.personId, name.until)],
)

/** A request to correct what the registry says of its maker; the keeper applies it by the commands of every list. */
export const corrections = pgTable(
  'corrections',
  {
    id: id(),
    personId: rowOf(() => people.id),
    // name: another one since a day; misspelt: it never was so; work: place and post since a day
    kind: text({ enum: ['name', 'misspelt', 'work', 'other'] }).notNull(),
    wanted: jsonb().$type<Record<string, string>>().notNull(),
    since: day(),
    said: text().notNull().default(''), // by what it can be checked
    state: text({ enum: ['open', 'accepted', 'refused', 'recalled'] }).notNull(),
    madeAt: moment().notNull(),
    decidedById: uuid().references(() => people.id),
    decidedAt: moment(),
    reason: text().notNull().default(''),
  },
  (one) => [
    uniqueIndex('corrections_open').on(one.personId, one.kind).where(sql`state = 'open'`),
    index('corrections_of_person').on(one.personId, one.id),
    index('corrections_waiting').on(one.id).where(sql`state = 'open'`),
  ],
)

/** An answer given by telephone or on paper, as a secretary wrote it down; the person sees it and may object. */
export const recordedAnswers = pgTable(
  'recorded_answers',
  {
    invitationId: uuid()
      .primaryKey()
      .references(() => invitations.id),
    channel: text({ enum: ['phone', 'paper', 'mail', 'person'] }).notNull(),
    answeredOn: day().notNull(),
    words: text().notNull(), // who answered, and how it was checked
    fileId: uuid().references(() => files.id),
    recordedById: rowOf(() => people.id),
    recordedAt: moment().notNull(),
    objection: text().notNull().default(''),
    objectedAt: moment(),
  },
  () => [check('recorded_answers_objected', sql`(objected_at is null) = (objection = '')`)],
)

/** A request to be forgotten: closed data go, the lines of orders stay on the ground of their orders. */
export const erasures = pgTable(
  'erasures',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(),
    personId: rowOf(() => people.id),
    state: text({ enum: ['open', 'done', 'refused', 'recalled'] }).notNull(),
    askedAt: moment().notNull(),
    dueDay: day().notNull(), // by law: the answer is owed on that day
    decidedById: uuid().references(() => people.id),
    decidedAt: moment(),
    reason: text().notNull().default(''), // of a refusal, or what was kept and on which ground
  },
  (erasure) => [
    uniqueIndex('erasures_open').on(erasure.personId).where(sql`state = 'open'`),
    index('erasures_of_person').on(erasure.personId, erasure.id),
    index('erasures_waiting').on(erasure.dueDay, erasure.id).where(sql`state = 'open'`),
    unique('erasures_number').on(erasure.number),
  ],
)
