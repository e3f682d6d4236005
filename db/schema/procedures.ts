/**
 * The course of a discussion: what was done with its terms and why, printing errors put right beside an immutable
 * version, requests to hold a discussion, and which notices of terms were sent.
 */
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf, ruText } from './columns.ts'
import { organisations } from './organisations.ts'
import { stages } from './remarks.ts'
import { drafts, versions } from './reviews.ts'

/** One act of the procedure with its reason and ground, shown for ever. Terms before and after are in `facts`. */
export const procedureSteps = pgTable(
  'procedure_steps',
  {
    id: id(),
    draftId: rowOf(() => drafts.id),
    kind: text({
      enum: ['opened', 'moved', 'prolonged', 'paused', 'resumed', 'cancelled', 'withdrawn', 'erratum'],
    }).notNull(),
    stage: text().notNull().default(''), // its title; stages of a cancelled order are replaced
    reason: text().notNull().default(''),
    ground: text().notNull().default(''),
    facts: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    madeById: rowOf(() => people.id),
    madeAt: moment().notNull(),
  },
  (step) => [index('steps_of_draft').on(step.draftId, step.id)],
)

/** «Исправлена техническая ошибка»: other words at a place of a published version, which itself stays as it is. */
export const errata = pgTable(
  'errata',
  {
    id: id(),
    versionId: rowOf(() => versions.id),
    blockId: uuid().notNull(),
    fromOffset: integer().notNull(), // of the words as published
    before: text().notNull(),
    after: text().notNull(),
    reason: text().notNull(),
    madeById: rowOf(() => people.id),
    madeAt: moment().notNull(),
  },
  (erratum) => [
    index('errata_of_version').on(erratum.versionId, erratum.id),
    check('errata_change', sql`before <> after`),
  ],
)

/** A notice of a term that was sent; told again only when the day has moved. */
export const termNotices = pgTable(
  'term_notices',
  {
    stageId: uuid()
      .notNull()
      .references(() => stages.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['opened', 'closing', 'closed'] }).notNull(),
    day: day().notNull(),
    sentAt: moment().notNull(),
  },
  (notice) => [primaryKey({ columns: [notice.stageId, notice.kind, notice.day] })],
)

/** «Заявка на обсуждение или экспертизу» with the letter's data and the passport of the draft. */
export const discussionRequests = pgTable(
  'discussion_requests',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(),
    organisationId: rowOf(() => organisations.id),
    authorId: rowOf(() => people.id),
    process: text().notNull(), // code of content/processes.yaml
    title: ruText().notNull(),
    kind: text().notNull(), // content/document-kinds.yaml
    developerId: rowOf(() => organisations.id),
    ground: text().notNull(),
    explanatoryNote: text().notNull(),
    questions: text().notNull().default(''),
    contact: text().notNull(),
    letterNumber: text().notNull(),
    letterDay: day().notNull(),
    letterFileId: uuid(),
    state: text({ enum: ['sent', 'returned', 'planned', 'accepted'] }).notNull(),
    plannedYear: integer(),
    plannedMonth: integer(),
    draftId: uuid().references(() => drafts.id),
    createdAt: moment().notNull(),
  },
  (request) => [
    unique('requests_number').on(request.number),
    unique('requests_draft').on(request.draftId),
    index('requests_by_state').on(request.state, request.id),
    index('requests_by_organisation').on(request.organisationId, request.id),
    check('requests_plan', sql`(planned_year is null) = (planned_month is null)`),
    check('requests_month', sql`planned_month between 1 and 12`),
    check('requests_planned', sql`state <> 'planned' or planned_year is not null`),
  ],
)

/** What became of a request, in order. */
export const requestSteps = pgTable(
  'request_steps',
  {
    id: id(),
    requestId: rowOf(() => discussionRequests.id),
    kind: text({ enum: ['sent', 'returned', 'planned', 'accepted', 'drafted'] }).notNull(),
    reason: text().notNull().default(''),
    facts: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    madeById: rowOf(() => people.id),
    madeAt: moment().notNull(),
  },
  (step) => [index('steps_of_request').on(step.requestId, step.id)],
)
