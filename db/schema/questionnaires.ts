/**
 * Questionnaires: versioned forms with typed questions, and responses. Expert sheets and rubrics are responses whose
 * questions carry a scale, a weight and evidence; none is built beside this.
 */
import { boolean, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { id, moment } from './columns.ts'
import { organisations } from './organisations.ts'

/** One question of a form; `scale` holds the words of each mark, index = mark. */
export interface Question {
  code: string
  type: 'one' | 'many' | 'scale' | 'number' | 'text'
  title: string
  hint?: string
  required: boolean
  options?: { code: string; title: string }[]
  scale?: string[]
  weight?: number
  reasonRequired?: boolean
  evidence?: boolean
  notApplicable?: boolean
}
export interface Form {
  title: string
  intro?: string
  questions: Question[]
}

export const questionnaires = pgTable('questionnaires', {
  id: id(),
  code: text().notNull().unique(),
  kind: text({ enum: ['discussion', 'expertise', 'survey'] }).notNull(),
  organisationId: uuid().references(() => organisations.id),
  createdAt: moment().notNull().defaultNow(),
})

export const questionnaireVersions = pgTable(
  'questionnaire_versions',
  {
    id: id(),
    questionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
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
    versionId: uuid()
      .notNull()
      .references(() => questionnaireVersions.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    objectKind: text().notNull(),
    objectId: uuid().notNull(),
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
    ),
  ],
)

export const answers = pgTable(
  'answers',
  {
    responseId: uuid()
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    value: jsonb().$type<number | string | string[] | null>(),
    reason: text().notNull().default(''),
    notApplicable: boolean().notNull().default(false),
    anchorId: uuid(), // evidence: a passage of the version under expertise
  },
  (answer) => [primaryKey({ columns: [answer.responseId, answer.question] })],
)
