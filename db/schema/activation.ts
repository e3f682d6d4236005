/**
 * People the registry already knows: the ways by which somebody who came with an order begins to sign in.
 *
 * A code or a link is for one person and works once; only its hash is kept, and a newer one ends those before it. A
 * claim is what somebody who signed up says of an entry: it joins nothing until it is confirmed.
 */
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, id, moment, rowOf } from './columns.ts'

export const activationCodes = pgTable(
  'activation_codes',
  {
    id: id(),
    personId: rowOf(() => people.id),
    // letter: a link to the person's own mailbox; slip: printed; counter: handed over by who checked the document
    kind: text({ enum: ['letter', 'slip', 'counter'] }).notNull(),
    hash: text().notNull(),
    mailbox: text(), // of a letter: its address, sealed by the secret of the link
    checked: text().notNull().default(''), // which document was checked; never its number
    checkedOn: day(),
    issuedById: rowOf(() => people.id),
    issuedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    endedAt: moment(), // a newer one took its place
  },
  (code) => [
    index('activation_codes_of_person').on(code.personId, code.id),
    uniqueIndex('activation_codes_hash').on(code.hash),
    uniqueIndex('activation_codes_living').on(code.personId).where(sql`used_at is null and ended_at is null`),
    check('activation_codes_checked', sql`(kind = 'counter') = (checked_on is not null)`),
  ],
)

export const claims = pgTable(
  'claims',
  {
    id: id(),
    personId: rowOf(() => people.id), // who says «это я»
    entryId: rowOf(() => people.id), // the entry of the registry
    said: text().notNull(), // by what the organiser may know the person
    state: text({ enum: ['open', 'confirmed', 'refused', 'recalled'] }).notNull(),
    madeAt: moment().notNull(),
    decidedById: uuid().references(() => people.id),
    decidedAt: moment(),
    reason: text().notNull().default(''), // of the refusal, or by what it was confirmed
  },
  (claim) => [
    uniqueIndex('claims_open').on(claim.personId).where(sql`state = 'open'`),
    index('claims_of_entry').on(claim.entryId, claim.id),
    index('claims_waiting').on(claim.id).where(sql`state = 'open'`),
    index('claims_of_person').on(claim.personId, claim.id),
    check('claims_other_person', sql`person_id <> entry_id`),
  ],
)
