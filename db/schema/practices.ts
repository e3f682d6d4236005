/**
 * Successful practices: a card in versions, its authors, the check and the reviews of each version.
 *
 * A version that was sent is never edited: what was returned is mended in the next version, and so is what was published.
 * A review speaks about one version only.
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
import { questionnaireVersions, responses } from './questionnaires.ts'

export const practices = pgTable(
  'practices',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(), // public, for life
    kind: text({ enum: ['expert', 'pedagogical'] }).notNull(),
    organisationId: rowOf(() => organisations.id), // where the practice was made
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
    publishedAt: moment(), // of the first version
    withdrawnAt: moment(),
    withdrawReason: text(),
    discardedAt: moment(), // never published
  },
  (practice) => [
    unique('practices_number').on(practice.number),
    index('practices_of_organisation').on(practice.organisationId, practice.id),
    check('practices_withdrawn', sql`withdrawn_at is null or published_at is not null`),
    check('practices_discarded', sql`discarded_at is null or published_at is null`),
  ],
)

export const practiceVersions = pgTable(
  'practice_versions',
  {
    id: id(),
    practiceId: rowOf(() => practices.id),
    number: integer().notNull(),
    state: text({
      enum: ['draft', 'sent', 'reviewing', 'scheduled', 'returned', 'refused', 'published', 'superseded'],
    }).notNull(),
    title: ruText().notNull().default(''),
    abstract: text().notNull().default(''),
    directionVersionId: uuid().references(() => directionVersions.id),
    tier: text({ enum: ['federal', 'regional', 'municipal', 'institutional'] }),
    subjects: text().array().notNull().default(sql`'{}'`), // codes of content/subjects.yaml
    licence: text(), // code of content/practices.yaml
    edition: integer().notNull().default(1), // of the fields above
    startedAt: moment().notNull(),
    savedAt: moment().notNull(),
    sentAt: moment(),
    checkedAt: moment(),
    checkedById: uuid().references(() => people.id),
    returnReason: text().notNull().default(''), // what to mend, or why it was refused
    publishOn: day(), // planned day of publication
    publishedAt: moment(),
    sha256: text(), // of the card as it was sent
  },
  (version) => [
    unique('practice_versions_number').on(version.practiceId, version.number),
    // one version is on its way, one is read
    uniqueIndex('practice_versions_underway')
      .on(version.practiceId)
      .where(sql`state in ('draft', 'sent', 'reviewing', 'scheduled')`),
    uniqueIndex('practice_versions_read').on(version.practiceId).where(sql`state = 'published'`),
    index('practice_versions_waiting').on(version.state, version.sentAt, version.id),
    // the catalogue: the newest first, by name, by words
    index('practice_versions_newest').on(version.publishedAt, version.id).where(sql`state = 'published'`),
    index('practice_versions_by_title').on(version.title, version.id).where(sql`state = 'published'`),
    index('practice_versions_words')
      .using('gin', sql`to_tsvector('russian', title || ' ' || abstract)`)
      .where(sql`state = 'published'`),
    check(
      'practice_versions_published',
      sql`(published_at is not null) = (state in ('published', 'superseded'))`,
    ),
    check('practice_versions_sent', sql`state = 'draft' or sha256 is not null`),
  ],
)

/** A part of the card: problem, context, steps, result, reuse; as the editor stores texts. */
export const practiceSections = pgTable(
  'practice_sections',
  {
    versionId: rowOf(() => practiceVersions.id),
    code: text().notNull(), // of content/practices.yaml
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    edition: integer().notNull().default(1),
    savedAt: moment().notNull(),
  },
  (section) => [primaryKey({ columns: [section.versionId, section.code] })],
)

/** Whose practice it is. A name is shown only of who confirmed it, and not after that was withdrawn. */
export const practiceAuthors = pgTable(
  'practice_authors',
  {
    practiceId: rowOf(() => practices.id),
    personId: rowOf(() => people.id),
    position: integer().notNull(),
    askedById: rowOf(() => people.id),
    askedAt: moment().notNull(),
    answer: text({ enum: ['confirmed', 'declined', 'withdrawn'] }),
    answeredAt: moment(),
  },
  (author) => [
    primaryKey({ columns: [author.practiceId, author.personId] }),
    index('practice_authors_of_person').on(author.personId),
  ],
)

export const practiceFiles = pgTable(
  'practice_files',
  {
    versionId: rowOf(() => practiceVersions.id),
    fileId: uuid()
      .notNull()
      .references(() => files.id),
    position: integer().notNull(),
    removedAt: moment(),
  },
  (file) => [primaryKey({ columns: [file.versionId, file.fileId] })],
)

/** Two experts look at a version, each with the rubric that was in force when they were asked. */
export const practiceReviews = pgTable(
  'practice_reviews',
  {
    id: id(),
    versionId: rowOf(() => practiceVersions.id),
    personId: rowOf(() => people.id),
    questionnaireVersionId: rowOf(() => questionnaireVersions.id),
    responseId: uuid().references(() => responses.id),
    askedById: rowOf(() => people.id),
    askedAt: moment().notNull(),
    dueDay: day().notNull(),
    answer: text({ enum: ['accepted', 'declined', 'released'] }),
    answeredAt: moment(),
    declineReason: text().notNull().default(''), // read by who asked
    sentAt: moment(),
    advice: text({ enum: ['publish', 'mend', 'refuse'] }),
    sha256: text(),
  },
  (review) => [
    unique('practice_reviews_once').on(review.versionId, review.personId),
    index('practice_reviews_of_person').on(review.personId, review.id),
    check(
      'practice_reviews_sent',
      sql`(sent_at is null) = (advice is null) and (sent_at is null or answer = 'accepted')`,
    ),
  ],
)
