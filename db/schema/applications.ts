/**
 * The way into the registry: an application of a person in a direction, own or by a nomination that the person has to
 * consent to, with every step of it; and what an organisation says of its own people once a year.
 *
 * A result, a place in a list and a status are not kept here: they are records of their own, read beside the way.
 */
import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { directions, directionVersions } from './experts.ts'
import { files } from './files.ts'
import { organisations } from './organisations.ts'
import { responses } from './questionnaires.ts'

/** The cover letter of a nomination: one letter may name many people. */
export const nominationLetters = pgTable(
  'nomination_letters',
  {
    id: id(),
    organisationId: rowOf(() => organisations.id), // who nominates
    number: text().notNull(),
    day: day().notNull(),
    fileId: uuid().references(() => files.id),
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
  },
  (letter) => [index('nomination_letters_of_organisation').on(letter.organisationId, letter.id)],
)

export const applications = pgTable(
  'applications',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(),
    personId: rowOf(() => people.id),
    directionId: rowOf(() => directions.id),
    directionVersionId: rowOf(() => directionVersions.id),
    letterId: uuid().references(() => nominationLetters.id), // null: the person's own application
    // nominated: waits for the consent; survey: for the person's answers; review: for the organiser's decision;
    // appealed: for the answer to an appeal; closed: the status it led to has ended, another was begun
    state: text({
      enum: [
        'nominated',
        'survey',
        'review',
        'admitted',
        'refused',
        'appealed',
        'declined',
        'withdrawn',
        'closed',
      ],
    }).notNull(),
    since: moment().notNull(), // of the state
    due: day(), // last day of what it waits for
    responseId: uuid().references(() => responses.id), // the survey of requirements
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
  },
  (one) => [
    unique('applications_number').on(one.number),
    uniqueIndex('applications_open')
      .on(one.personId, one.directionId)
      .where(sql`state in ('nominated', 'survey', 'review', 'admitted', 'appealed')`),
    index('applications_of_person').on(one.personId, one.number),
    index('applications_of_direction').on(one.directionId, one.number),
    index('applications_of_letter').on(one.letterId),
    index('applications_by_state').on(one.state, one.number),
  ],
)

/** The way of an application, step by step. `words` are for the person and those who decide. */
export const applicationSteps = pgTable(
  'application_steps',
  {
    id: id(),
    applicationId: rowOf(() => applications.id),
    kind: text({
      enum: [
        'filed',
        'nominated',
        'recalled',
        'reminded',
        'consented',
        'declined',
        'surveyed',
        'returned',
        'admitted',
        'refused',
        'appealed',
        'upheld',
        'satisfied',
        'withdrawn',
        'closed',
      ],
    }).notNull(),
    grounds: text().array().notNull().default(sql`'{}'`), // codes of content/applications.yaml
    words: text().notNull().default(''),
    // somebody else entered it: from a paper of that day with its scan, or as the person said on that day
    how: text({ enum: ['paper', 'spoken'] }),
    signedOn: day(),
    fileId: uuid().references(() => files.id),
    byId: rowOf(() => people.id),
    at: moment().notNull(),
  },
  (step) => [index('steps_of_application').on(step.applicationId, step.id)],
)

/** What an organisation said of its own person in a year; the last one counts. */
export const staffChecks = pgTable(
  'staff_checks',
  {
    id: id(),
    organisationId: rowOf(() => organisations.id),
    personId: rowOf(() => people.id),
    year: integer().notNull(),
    verdict: text({ enum: ['right', 'changed', 'left'] }).notNull(),
    note: text().notNull().default(''),
    byId: rowOf(() => people.id),
    at: moment().notNull(),
  },
  (one) => [index('staff_checks_of').on(one.organisationId, one.year, one.personId, one.id)],
)
