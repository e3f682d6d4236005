/**
 * Questionnaires: versioned forms with typed questions, who may answer them and when, and responses. Expert sheets and
 * rubrics are responses whose questions carry a scale, a weight and evidence; none is built beside this.
 *
 * An anonymous response has no person, no moment and a random id; that a person answered is a line of
 * `participations`, and nothing joins the two.
 */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { organisations } from './organisations.ts'
import type { Form } from './question.ts'
import { stages } from './remarks.ts'
import { drafts } from './reviews.ts'

export type { Choice, Condition, Form, Question, SheetRules } from './question.ts'

/** Without an author it is a form of content/ (an expert sheet), answered only through its own room. */
export const questionnaires = pgTable(
  'questionnaires',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(), // public, for life
    code: text().notNull().unique(),
    kind: text({ enum: ['discussion', 'expertise', 'survey', 'sheet'] }).notNull(),
    organisationId: uuid().references(() => organisations.id),
    authorId: uuid().references(() => people.id),
    draftId: uuid().references(() => drafts.id),
    stageId: uuid().references(() => stages.id), // its term is the term of the answers
    firstDay: day(), // own term, when it stands beside any stage
    lastDay: day(),
    audience: text({ enum: ['everyone', 'experts', 'panel', 'invited'] })
      .notNull()
      .default('everyone'),
    anonymous: boolean().notNull().default(false),
    editable: boolean().notNull().default(false), // an answer may be given anew until closing
    results: text({ enum: ['staff', 'closing', 'always'] })
      .notNull()
      .default('closing'),
    closedAt: moment(), // ended before its term
    discardedAt: moment(), // never published
    createdAt: moment().notNull().defaultNow(),
  },
  (one) => [
    unique('questionnaires_public_number').on(one.number),
    index('questionnaires_of_draft').on(one.draftId),
    check('questionnaires_term', sql`first_day <= last_day`),
    check('questionnaires_anonymous_closed', sql`not anonymous or (audience = 'invited' and not editable)`),
    check('questionnaires_stage_of_draft', sql`stage_id is null or draft_id is not null`),
  ],
)

/** `publishedAt` null: being composed, `sha256` is then its optimistic lock. Published ones never change. */
export const questionnaireVersions = pgTable(
  'questionnaire_versions',
  {
    id: id(),
    questionnaireId: rowOf(() => questionnaires.id),
    number: integer().notNull(),
    form: jsonb().$type<Form>().notNull(),
    sha256: text().notNull(),
    publishedAt: moment(),
  },
  (version) => [unique('questionnaire_versions_number').on(version.questionnaireId, version.number)],
)

export const responses = pgTable(
  'responses',
  {
    id: id(),
    versionId: rowOf(() => questionnaireVersions.id),
    personId: uuid().references(() => people.id), // null: anonymous
    objectKind: text().notNull(),
    objectId: uuid().notNull(),
    attempt: integer().notNull().default(1),
    startedAt: moment().notNull(),
    savedAt: moment().notNull(),
    sentAt: moment(),
    sha256: text(), // of the canonical answers, once sent
  },
  (response) => [
    unique('responses_once').on(
      response.versionId,
      response.personId,
      response.objectKind,
      response.objectId,
      response.attempt,
    ),
    index('responses_of_object').on(response.objectKind, response.objectId),
  ],
)

/** Who is asked and who has answered; `responseId` only where answers are not anonymous: the one that counts. */
export const participations = pgTable(
  'participations',
  {
    questionnaireId: rowOf(() => questionnaires.id),
    personId: rowOf(() => people.id),
    invited: boolean().notNull().default(false),
    answered: boolean().notNull().default(false),
    responseId: uuid().references(() => responses.id),
  },
  (one) => [
    primaryKey({ columns: [one.questionnaireId, one.personId] }),
    index('participations_of_person').on(one.personId),
  ],
)

export const answers = pgTable(
  'answers',
  {
    responseId: uuid()
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    value: jsonb().$type<number | string | string[] | Record<string, string> | null>(),
    reason: text().notNull().default(''), // or the words of «другое»
    notApplicable: boolean().notNull().default(false),
    anchorId: uuid(), // evidence: a passage of the version under expertise
  },
  (answer) => [primaryKey({ columns: [answer.responseId, answer.question] })],
)

/** Words that moderation hid from results and exports; the answer itself stays as it was sent. */
export const hiddenAnswers = pgTable(
  'hidden_answers',
  {
    responseId: rowOf(() => responses.id),
    question: text().notNull(),
    reason: text().notNull(), // empty while a newcomer's words wait
    /** set by a case of moderation, which alone takes it off; null: hidden by whoever holds the questionnaire */
    veil: text({ enum: ['held', 'hidden', 'returned'] }),
    hiddenById: uuid().references(() => people.id), // nobody hides what waits for its check
    hiddenAt: moment().notNull(),
  },
  (hidden) => [primaryKey({ columns: [hidden.responseId, hidden.question] })],
)
