/**
 * Contests: nominations and terms, works of organisations, the batch of panels that judges them, appeals and results.
 *
 * A work has a code once works were coded; whose it is and which code it has stand together on one page only, whose
 * every reading is in the log. What was frozen (the batch, results) is superseded, never edited.
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
import { files, jobs } from './files.ts'
import { organisations } from './organisations.ts'
import { questionnaireVersions } from './questionnaires.ts'

export const contests = pgTable(
  'contests',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(),
    title: ruText().notNull(),
    about: text().notNull(),
    basis: text().notNull(), // the order on the contest, as it is cited
    organisationId: rowOf(() => organisations.id), // who holds it
    tier: text({ enum: ['federal', 'regional', 'municipal', 'institutional'] }).notNull(),
    opensAt: moment().notNull(),
    closesAt: moment().notNull(), // the instant before which a work is in time
    mendDays: integer().notNull(), // to mend a returned work
    judgedUntil: day().notNull(), // last day of the sheets
    appealUntil: day().notNull(), // last day of appeals against results
    questionnaireVersionId: rowOf(() => questionnaireVersions.id),
    perWork: integer().notNull(), // experts
    reserve: integer().notNull(),
    load: integer().notNull(), // works of one expert at most
    maxPerOrganisation: integer(),
    maxPerMunicipality: integer(),
    answerDays: integer().notNull(),
    edition: integer().notNull().default(1),
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
    announcedAt: moment(),
    codedAt: moment(),
    approvedAt: moment(), // panels stand
    rankedAt: moment(), // preliminary results; appeals run from here
    resultsAt: moment(), // final; the key opens
    cancelledAt: moment(),
    cancelReason: text(),
  },
  (contest) => [
    unique('contests_number').on(contest.number),
    index('contests_newest').on(contest.announcedAt, contest.id),
    check('contests_terms', sql`opens_at < closes_at and judged_until < appeal_until`),
    check(
      'contests_seats',
      sql`per_work between 1 and 15 and reserve between 0 and 10 and load between 1 and 200`,
    ),
  ],
)

export const contestNominations = pgTable(
  'contest_nominations',
  {
    id: id(),
    contestId: rowOf(() => contests.id),
    position: integer().notNull(),
    title: ruText().notNull(),
    winners: integer().notNull(), // places, counted from the first
    prizes: integer().notNull(),
  },
  (nomination) => [unique('contest_nominations_place').on(nomination.contestId, nomination.position)],
)

export const nominationDirections = pgTable(
  'nomination_directions',
  {
    nominationId: uuid()
      .notNull()
      .references(() => contestNominations.id, { onDelete: 'cascade' }),
    directionVersionId: rowOf(() => directionVersions.id),
  },
  (direction) => [primaryKey({ columns: [direction.nominationId, direction.directionVersionId] })],
)

/** What was done with a contest after it was announced, with the reason; shown for ever. */
export const contestSteps = pgTable(
  'contest_steps',
  {
    id: id(),
    contestId: rowOf(() => contests.id),
    kind: text({
      enum: [
        ...(['announced', 'changed', 'cancelled', 'coded', 'key-read'] as const),
        ...(['lot-announced', 'lot-drawn', 'approved', 'ranked', 'decided'] as const),
      ],
    }).notNull(),
    reason: text().notNull().default(''),
    facts: jsonb().$type<Record<string, string | number>>().notNull().default({}), // terms before and after
    madeById: rowOf(() => people.id),
    madeAt: moment().notNull(),
  },
  (step) => [index('contest_steps_of').on(step.contestId, step.id)],
)

export const submissions = pgTable(
  'submissions',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(),
    contestId: rowOf(() => contests.id),
    nominationId: rowOf(() => contestNominations.id),
    organisationId: rowOf(() => organisations.id),
    authorId: rowOf(() => people.id), // who typed it for the organisation
    title: ruText().notNull().default(''),
    summary: text().notNull().default(''),
    authors: text().notNull().default(''), // for the diploma; experts never see them
    state: text({ enum: ['draft', 'sent', 'returned', 'rejected', 'admitted', 'withdrawn'] }).notNull(),
    code: text(), // «шифр»
    createdAt: moment().notNull(),
    savedAt: moment().notNull(),
    sentAt: moment(),
    checkedAt: moment(),
    checkReason: text().notNull().default(''),
    mendUntil: day(), // a returned work is in time through this day
  },
  (work) => [
    unique('submissions_number').on(work.number),
    index('submissions_of_contest').on(work.contestId, work.number),
    unique('submissions_code').on(work.contestId, work.code),
    uniqueIndex('submissions_one')
      .on(work.nominationId, work.organisationId)
      .where(sql`state <> 'withdrawn'`),
    check('submissions_sent', sql`state in ('draft', 'withdrawn') or sent_at is not null`),
  ],
)

export const submissionFiles = pgTable(
  'submission_files',
  {
    submissionId: rowOf(() => submissions.id),
    fileId: uuid()
      .notNull()
      .references(() => files.id),
    position: integer().notNull(),
    removedAt: moment(), // put in its place: the file itself is swept later
  },
  (file) => [primaryKey({ columns: [file.submissionId, file.fileId] })],
)

/** An objection of a participant: to a refusal at the formal check, or to the result. One of each kind. */
export const contestAppeals = pgTable(
  'contest_appeals',
  {
    id: id(),
    submissionId: rowOf(() => submissions.id),
    kind: text({ enum: ['check', 'result'] }).notNull(),
    words: text().notNull(),
    authorId: rowOf(() => people.id),
    sentAt: moment().notNull(),
    upheld: integer(), // 1 yes, 0 no, null: not answered
    answer: text().notNull().default(''),
    answeredById: uuid().references(() => people.id),
    answeredAt: moment(),
  },
  (appeal) => [unique('contest_appeals_once').on(appeal.submissionId, appeal.kind)],
)

/** A composition of all panels at once: reckoned by a job, looked at, then approved or reckoned anew. */
export const contestBatches = pgTable(
  'contest_batches',
  {
    id: id(),
    contestId: rowOf(() => contests.id),
    state: text({ enum: ['running', 'done', 'impossible', 'failed', 'cancelled', 'approved'] }).notNull(),
    jobId: uuid().references(() => jobs.id),
    asked: jsonb().$type<Record<string, unknown>>().notNull(), // limits as they were
    result: jsonb().$type<Record<string, unknown>>(), // figures, plots, seats by public number and code
    sha256: text(),
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
    finishedAt: moment(),
  },
  (batch) => [
    index('contest_batches_of').on(batch.contestId, batch.id),
    uniqueIndex('contest_batches_running').on(batch.contestId).where(sql`state = 'running'`),
  ],
)

/** The place of a work, as it was published; a later ranking supersedes it and leaves it where it is. */
export const contestResults = pgTable(
  'contest_results',
  {
    id: id(),
    contestId: rowOf(() => contests.id),
    submissionId: rowOf(() => submissions.id),
    round: integer().notNull(), // 1: preliminary; more after appeals
    score: jsonb().$type<Record<string, unknown>>().notNull(), // fractions: raw, adjusted, criteria
    place: integer(), // null: no mark applies
    award: text({ enum: ['winner', 'prize', 'none'] }).notNull(),
    createdAt: moment().notNull(),
  },
  (result) => [unique('contest_results_once').on(result.submissionId, result.round)],
)
