/**
 * Documents: the normative base, the glossary, DOCX templates and what the site issued under a check code.
 */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, dayRange, id, moment, rowOf, ruText } from './columns.ts'
import { files } from './files.ts'
import { organisations } from './organisations.ts'

export const documents = pgTable(
  'documents',
  {
    id: id(),
    code: text().notNull().unique(), // stable; also the public address
    kind: text().notNull(), // content/document-kinds.yaml
    tier: text().notNull(),
    issuer: text().notNull(),
    issuerId: uuid().references(() => organisations.id),
    number: text().notNull(),
    day: day(),
    title: ruText().notNull(),
    basis: text().notNull().default(''),
    summary: text().notNull().default(''),
    inForce: dayRange(), // null: never in force or not known
    supersedesId: uuid().references((): AnyPgColumn => documents.id),
    position: integer().notNull().default(0),
    source: text({ enum: ['content', 'site', 'demo'] }).notNull(),
    publishedAt: moment(),
  },
  (document) => [index('documents_newest').on(document.day, document.id)],
)

export const glossaryTerms = pgTable('glossary_terms', {
  id: id(),
  code: text().notNull().unique(),
  term: ruText().notNull(),
  definition: text().notNull(),
  source: text().notNull(),
  abbreviation: boolean().notNull().default(false),
})

/** DOCX with named placeholders; an organisation's own template overrides the one of content/templates. */
export const documentTemplates = pgTable(
  'document_templates',
  {
    id: id(),
    code: text().notNull(), // which paper: summary, conclusion, invitation …
    organisationId: uuid().references(() => organisations.id),
    revision: integer().notNull(),
    title: text().notNull(),
    fileId: rowOf(() => files.id),
    createdById: uuid().references(() => people.id),
    createdAt: moment().notNull().defaultNow(),
    retiredAt: moment(),
  },
  (template) => [
    unique('document_templates_revision')
      .on(template.code, template.organisationId, template.revision)
      .nullsNotDistinct(),
  ],
)

/** A paper made from a template: fields stay editable until it is issued, then the file is fixed. */
export const papers = pgTable(
  'papers',
  {
    id: id(),
    templateCode: text().notNull(),
    organisationId: uuid().references(() => organisations.id),
    objectKind: text().notNull(),
    objectId: uuid().notNull(),
    fields: jsonb().$type<Record<string, unknown>>().notNull(),
    outgoingNumber: text(), // entered by hand from the organisation's own journal
    outgoingDay: day(),
    fileId: uuid().references(() => files.id),
    createdById: uuid().references(() => people.id),
    createdAt: moment().notNull().defaultNow(),
    issuedAt: moment(),
  },
  (paper) => [index('papers_of_object').on(paper.objectKind, paper.objectId)],
)

/** What `/check/:code` vouches for: a card, a conclusion, a certificate. */
export const issued = pgTable(
  'issued',
  {
    code: text().primaryKey(),
    kind: text().notNull(),
    objectId: uuid().notNull(),
    sha256: text().notNull(),
    issuedAt: moment().notNull(),
    revokedAt: moment(),
    revokeReason: text(),
    fileId: uuid().references(() => files.id),
    format: text(), // of what a person took of the own data: pdf · docx · json
    facts: text(), // SHA-256 of what it says, without names: whether it still stands can be asked later
  },
  (one) => [
    index('issued_of_object').on(one.kind, one.objectId),
    index('issued_by_hash').on(sql`${one.sha256}`),
  ],
)

/** Keys that sign what people take away as data. The secret half is sealed with the key of the instance. */
export const signingKeys = pgTable(
  'signing_keys',
  {
    id: text().primaryKey(), // told in what it signed; the beginning of the hash of its public half
    publicKey: text().notNull(), // raw, base64url
    sealed: text().notNull(),
    beganAt: moment().notNull(),
    endedAt: moment(),
  },
  () => [uniqueIndex('signing_keys_one').on(sql`(1)`).where(sql`ended_at is null`)],
)
