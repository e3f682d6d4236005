/**
 * Panels: a request, conflicts with provenance, a selection with its protocol, seats, invitations, sheets, a conclusion.
 *
 * Every selection keeps its rules, the hash of its candidate list and, for a lot, commitment and seed, so that anyone
 * can recompute the choice. Reasons of a decline are never public.
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
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'
import { directionVersions } from './experts.ts'
import { files } from './files.ts'
import { organisations } from './organisations.ts'
import { questionnaireVersions, responses } from './questionnaires.ts'
import { drafts, versions } from './reviews.ts'

export const panels = pgTable(
  'panels',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity(),
    title: text().notNull(),
    /** what is judged; a draft names itself, everything else is named by `subject` */
    objectKind: text({ enum: ['draft', 'submission', 'system', 'files'] })
      .notNull()
      .default('draft'),
    draftId: uuid().references(() => drafts.id),
    versionId: uuid().references(() => versions.id),
    submissionId: uuid(), // of a contest
    subject: text(),
    subjectAddress: text(), // where an information system is
    ownerId: uuid().references(() => organisations.id), // whose object it is, where not of those who asked
    closed: boolean().notNull().default(false), // what it is about is not told in public
    resultKind: text({ enum: ['conclusion', 'inspection'] })
      .notNull()
      .default('conclusion'),
    organisationId: rowOf(() => organisations.id), // who asked
    requestedById: rowOf(() => people.id),
    secretaryId: uuid().references(() => people.id),
    tier: text({ enum: ['federal', 'regional', 'municipal', 'institutional'] }).notNull(),
    size: integer().notNull(),
    reserve: integer().notNull(),
    maxPerOrganisation: integer(),
    maxPerMunicipality: integer(),
    answerDays: integer().notNull(), // term of an invitation
    hours: integer(), // of work on one sheet; null: as the settings say
    byAct: boolean(), // composed by an act; null: as the settings say for its tier
    lastDay: day().notNull(), // of the sheets
    questionnaireVersionId: rowOf(() => questionnaireVersions.id),
    createdAt: moment().notNull(),
    convenedAt: moment(), // sheets open from here
    cancelledAt: moment(),
    cancelReason: text(),
  },
  (panel) => [
    unique('panels_number').on(panel.number),
    index('panels_of_draft').on(panel.draftId),
    index('panels_of_submission').on(panel.submissionId),
    check(
      'panels_object',
      sql`case object_kind when 'draft' then draft_id is not null and version_id is not null and subject is null
        when 'submission' then submission_id is not null and subject is not null and draft_id is null
        else subject is not null and draft_id is null and submission_id is null end`,
    ),
    check('panels_size', sql`size between 1 and 99 and reserve between 0 and 99`),
  ],
)

export const panelDirections = pgTable(
  'panel_directions',
  {
    panelId: rowOf(() => panels.id),
    directionVersionId: rowOf(() => directionVersions.id),
    minimum: integer().notNull().default(1),
  },
  (direction) => [primaryKey({ columns: [direction.panelId, direction.directionVersionId] })],
)

export const selections = pgTable(
  'selections',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    method: text({ enum: ['hand', 'best', 'lot'] }).notNull(),
    rules: jsonb().$type<Record<string, unknown>>().notNull(),
    candidates: jsonb().$type<Record<string, unknown>[]>().notNull(), // rows by number, no names
    candidatesSha256: text().notNull(),
    commitment: text(), // SHA-256(secret), published before the lot
    secret: text(),
    seed: text(),
    chosen: jsonb().$type<Record<string, unknown>[]>().notNull(),
    sha256: text().notNull(), // of the protocol
    selectedById: rowOf(() => people.id),
    selectedAt: moment().notNull(),
    supersededById: uuid().references((): AnyPgColumn => selections.id),
  },
  (selection) => [index('selections_of_panel').on(selection.panelId)],
)

/** A chosen person. One seat has one winner: the reserve is promoted by rank under the panel's lock. */
export const seats = pgTable(
  'seats',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    selectionId: rowOf(() => selections.id),
    personId: rowOf(() => people.id),
    rank: integer().notNull(),
    standing: text({ enum: ['member', 'reserve', 'released'] }).notNull(),
    isChair: text({ enum: ['chair', 'deputy'] }),
    reasons: jsonb().$type<{ code: string; facts: Record<string, string | number> }[]>().notNull(),
    replacesId: uuid().references((): AnyPgColumn => seats.id),
    createdAt: moment().notNull(),
    leftAt: moment(),
  },
  (seat) => [
    // who was asked again has another seat; the first one stays with its answer
    uniqueIndex('seats_once').on(seat.selectionId, seat.personId).where(sql`left_at is null`),
    index('seats_of_panel').on(seat.panelId, seat.rank),
    index('seats_of_person').on(seat.personId),
    uniqueIndex('seats_one_chair').on(seat.panelId).where(sql`is_chair = 'chair' and left_at is null`),
    uniqueIndex('seats_one_deputy').on(seat.panelId).where(sql`is_chair = 'deputy' and left_at is null`),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    seatId: uuid()
      .notNull()
      .unique()
      .references(() => seats.id),
    sentAt: moment().notNull(),
    lastDay: day().notNull(),
    answer: text({ enum: ['accepted', 'declined', 'later', 'expired', 'released'] }),
    answeredAt: moment(),
    reason: text(), // of a decline or of a recusal; for the secretary only
    askAfter: day(), // «не сейчас»: not asked again before this day
    remindedAt: moment(),
    noConflictAt: moment(), // «заявление об отсутствии конфликта интересов»
  },
  () => [check('invitations_answered', sql`(answer is null) = (answered_at is null)`)],
)

export const sheets = pgTable(
  'sheets',
  {
    id: id(),
    panelId: rowOf(() => panels.id),
    seatId: uuid()
      .notNull()
      .unique()
      .references(() => seats.id),
    responseId: uuid()
      .notNull()
      .unique()
      .references(() => responses.id),
    overall: text({ enum: ['support', 'support-with-remarks', 'reject'] }),
    comment: text().notNull().default(''),
    edition: integer().notNull().default(0), // counts savings, so that two devices do not overwrite each other
    sentAt: moment(),
    sha256: text(),
  },
  (sheet) => [index('sheets_of_panel').on(sheet.panelId)],
)

export const conclusions = pgTable(
  'conclusions',
  {
    id: id(),
    number: text().notNull().unique(), // public address
    panelId: rowOf(() => panels.id),
    revision: integer().notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: moment().notNull(),
    savedAt: moment().notNull(),
    issuedAt: moment(),
    issuedById: uuid().references(() => people.id),
    code: text(),
    sha256: text(),
    fileId: uuid().references(() => files.id),
    supersedesId: uuid().references((): AnyPgColumn => conclusions.id),
  },
  (conclusion) => [
    unique('conclusions_revision').on(conclusion.panelId, conclusion.revision),
    check('conclusions_issued', sql`(issued_at is null) = (sha256 is null)`),
  ],
)
