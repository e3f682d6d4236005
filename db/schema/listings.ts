/**
 * What the registry is looked up in: derived from statuses, places of work and grounds, in the same transaction.
 *
 * Triggers (migration 0028) keep both tables whoever writes the facts; `rses_web` can only read them. One row stands for
 * a status, and one more for each place of work during it that may be shown, so that every filter is a column of an
 * index and a page costs the same among a million people. A name without ground is not in a row.
 */
import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { day, dayRange, id, moment, momentRange, rowOf, ruText } from './columns.ts'

export const listings = pgTable(
  'listings',
  {
    personId: uuid().notNull(),
    number: integer().notNull(),
    familyName: ruText(), // null: may not be shown
    givenName: ruText(),
    patronymic: ruText(),
    directionId: uuid().notNull(),
    tier: text().notNull(),
    organisationId: uuid(), // null: the status alone, wherever the person works
    municipalityId: uuid(),
    during: dayRange().notNull(), // of the status, or of its days in that place
    known: momentRange().notNull(),
    current: boolean().notNull(), // believed now: `known` has no end
    since: day(), // first day in the registry, whatever the direction, as believed now
    subject: text(), // that the post in this place tells; a post of two subjects makes two rows
  },
  (row) => {
    const name = [row.familyName, row.givenName, row.patronymic, row.number] as const
    const [alone, placed] = [sql`organisation_id is null`, sql`organisation_id is not null`]
    return [
      index('listings_by_name')
        .on(...name)
        .where(alone),
      index('listings_of_direction')
        .on(row.directionId, ...name)
        .where(alone),
      index('listings_of_tier')
        .on(row.tier, ...name)
        .where(alone),
      index('listings_nameless').on(row.number).where(sql`organisation_id is null and family_name is null`),
      index('listings_in_municipality')
        .on(row.municipalityId, ...name)
        .where(placed),
      index('listings_of_direction_in_municipality')
        .on(row.municipalityId, row.directionId, ...name)
        .where(placed),
      index('listings_of_subject')
        .on(row.subject, ...name)
        .where(sql`subject is not null`),
      index('listings_ending').on(sql`upper(during)`).where(sql`organisation_id is null and current`),
      index('listings_in_organisation').on(row.organisationId),
      index('listings_of_person').on(row.personId),
    ]
  },
)

/** How a post tells that somebody teaches a subject; the words are content's, brought here at every start. */
export const subjects = pgTable('subjects', {
  code: text().primaryKey(),
  pattern: text().notNull(), // of the post in small letters, «е» for «ё»
})

/** Every word that stands in somebody's name, for search with typos. A word tells of no person. */
export const nameWords = pgTable(
  'name_words',
  {
    kind: text({ enum: ['family', 'given'] }).notNull(), // given: patronymics too
    word: ruText().notNull(), // as it stands in the name
    norm: text().notNull().generatedAlwaysAs(sql`translate(lower(word), 'ё', 'е')`),
  },
  (name) => [
    primaryKey({ columns: [name.kind, name.word] }),
    index('name_words_trigrams').using('gin', sql`${name.norm} gin_trgm_ops`),
  ],
)

/** Filters of the registry under a name of one's own; on the account, so that they are there on every device. */
export const savedFilters = pgTable(
  'saved_filters',
  {
    id: id(),
    personId: rowOf(() => people.id),
    name: text().notNull(),
    query: text().notNull(), // of the registry's address, as it prints it
    savedAt: moment().notNull(),
  },
  (filter) => [unique('saved_filters_name').on(filter.personId, filter.name)],
)
