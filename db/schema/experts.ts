/**
 * Experts: directions as versions, orders, the ledger of statuses, grounds of publication, engagements.
 *
 * There is no flag "is expert": a status begins by an item of a registered order and has two axes. `during` says on
 * which days it holds; `known` says since when, and until when, the site believed so. A correction closes `known` and
 * adds a row. Overlaps of person × direction × tier among rows now believed are excluded by a constraint (migration).
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
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, dayRange, id, moment, momentRange, rowOf, ruText } from './columns.ts'
import { documents } from './documents.ts'
import { files } from './files.ts'
import { organisations } from './organisations.ts'

/** A published list of directions, e.g. of 2021 and of 2023. */
export const directionLists = pgTable('direction_lists', {
  id: id(),
  code: text().notNull().unique(),
  title: text().notNull(),
  documentId: uuid().references(() => documents.id),
  during: dayRange().notNull(),
})

export const directions = pgTable('directions', {
  id: id(),
  code: text().notNull().unique(), // never the printed number
})

export const directionVersions = pgTable(
  'direction_versions',
  {
    id: id(),
    directionId: rowOf(() => directions.id),
    listId: rowOf(() => directionLists.id),
    position: integer().notNull(),
    tier: text({ enum: ['federal', 'regional', 'municipal', 'institutional'] }).notNull(),
    title: ruText().notNull(),
    shortTitle: ruText().notNull(),
    groupTitle: text(), // «ВПР и РИКО» joins two directions in the registry
    content: text().notNull(),
    details: jsonb()
      .$type<{
        procedures: string[]
        participants: string[]
        approving: string[]
        replacedBy?: string[]
        note?: string
      }>()
      .notNull(),
    replacedById: uuid().references((): AnyPgColumn => directionVersions.id),
  },
  (version) => [
    unique('direction_versions_once').on(version.directionId, version.listId),
    index('direction_versions_of_list').on(version.listId, version.position),
  ],
)

export const orders = pgTable(
  'orders',
  {
    id: id(),
    slug: text().notNull().unique(), // public address
    issuerId: rowOf(() => organisations.id),
    number: text().notNull(),
    day: day().notNull(),
    title: text().notNull(),
    effect: text({
      enum: ['approves', 'extends', 'excludes', 'amends', 'replaces', 'revokes', 'suspends', 'resumes'],
    }).notNull(),
    basis: text().notNull().default(''),
    signatoryPost: text().notNull().default(''),
    agreedWithId: uuid().references(() => organisations.id),
    documentId: uuid().references(() => documents.id),
    fileId: uuid().references(() => files.id),
    revokedById: uuid().references((): AnyPgColumn => orders.id),
    registeredById: uuid().references(() => people.id),
    registeredAt: moment().notNull(),
    source: text({ enum: ['site', 'import', 'demo'] }).notNull(),
  },
  (order) => [
    unique('orders_key').on(order.issuerId, order.day, order.number),
    index('orders_newest').on(order.day, order.id),
  ],
)

/** A line of an order's appendix. The name as printed in the act stays, whatever the person is called later. */
export const orderItems = pgTable(
  'order_items',
  {
    id: id(),
    orderId: rowOf(() => orders.id),
    position: integer().notNull(),
    personId: rowOf(() => people.id),
    directionVersionId: rowOf(() => directionVersions.id),
    tier: text({ enum: ['federal', 'regional', 'municipal', 'institutional'] }).notNull(),
    // end: also of those whom a new list leaves out; amend: an earlier line reads otherwise, in its name or its term
    act: text({ enum: ['begin', 'end', 'amend', 'suspend', 'resume'] }).notNull(),
    during: dayRange(), // of the status that begins or reads otherwise, or of its suspension; null for an end
    endsOn: day(), // first day without the status; null: the day of the order
    printedName: text().notNull(),
    amendsId: uuid().references((): AnyPgColumn => orderItems.id), // the line that reads otherwise
    retractedAt: moment(), // entered by mistake: the import that brought the line was taken back
  },
  (item) => [
    uniqueIndex('order_items_once')
      .on(item.orderId, item.personId, item.directionVersionId, item.tier, item.act)
      .where(sql`retracted_at is null`),
    index('order_items_of_order').on(item.orderId, item.position),
    index('order_items_of_person').on(item.personId),
    index('order_items_suspensions').on(item.personId).where(sql`act = 'suspend'`),
  ],
)

export const statuses = pgTable(
  'statuses',
  {
    id: id(),
    personId: rowOf(() => people.id),
    directionVersionId: rowOf(() => directionVersions.id),
    tier: text({ enum: ['federal', 'regional', 'municipal', 'institutional'] }).notNull(),
    beginItemId: rowOf(() => orderItems.id),
    endItemId: uuid().references(() => orderItems.id),
    during: dayRange().notNull(),
    known: momentRange().notNull(),
  },
  (status) => [
    index('statuses_of_person').on(status.personId),
    index('statuses_of_direction').on(status.directionVersionId, status.tier, status.personId),
    index('statuses_of_item').on(status.beginItemId),
  ],
)

/** Scan or detached signature of a registered act: it was signed outside. The last one counts, all stay. */
export const orderCopies = pgTable(
  'order_copies',
  {
    id: id(),
    orderId: rowOf(() => orders.id),
    fileId: rowOf(() => files.id),
    enteredById: rowOf(() => people.id),
    enteredAt: moment().notNull(),
  },
  (copy) => [index('copies_of_order').on(copy.orderId, copy.id)],
)

/** Why an open field of a person may be shown: a consent to distribution, a named act, or a demo ground. */
export const disclosures = pgTable(
  'disclosures',
  {
    id: id(),
    personId: rowOf(() => people.id),
    field: text({ enum: ['name', 'work', 'engagements'] }).notNull(),
    ground: text({ enum: ['consent', 'act', 'demo', 'letter'] }).notNull(), // letter: said in a paper that was entered
    groundId: uuid(), // consent, document or intake
    beganAt: moment().notNull(),
    endedAt: moment(),
  },
  (disclosure) => [index('disclosures_of_person').on(disclosure.personId, disclosure.field)],
)

/** What a person took part in. Biography, load, rotation and indicators read only this table. */
export const engagements = pgTable(
  'engagements',
  {
    id: id(),
    personId: rowOf(() => people.id),
    kind: text().notNull(), // panel · discussion · mentoring · practice …
    objectKind: text().notNull(),
    objectId: uuid().notNull(),
    title: text().notNull(), // of the object, as on the day
    directionVersionId: uuid().references(() => directionVersions.id),
    role: text().notNull(),
    during: dayRange().notNull(),
    outcome: text({ enum: ['going', 'finished', 'left'] }).notNull(),
    hours: integer(), // of work, once it is over
    inRegistry: boolean().notNull(), // had a status on the first day
    recordedAt: moment().notNull(),
  },
  (engagement) => [
    unique('engagements_once').on(engagement.personId, engagement.kind, engagement.objectId, engagement.role),
    index('engagements_of_person').on(engagement.personId, engagement.kind),
    index('engagements_of_object').on(engagement.objectId, engagement.kind),
    check('engagements_title', sql`length(title) > 0`),
  ],
)
