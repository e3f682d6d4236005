/** Ready answers of an organisation; a retired one stays, because decisions name it. */
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { people } from './accounts.ts'
import { id, moment, rowOf } from './columns.ts'
import { organisations } from './organisations.ts'

export const boilerplates = pgTable(
  'boilerplates',
  {
    id: id(),
    organisationId: rowOf(() => organisations.id),
    text: text().notNull(),
    createdById: rowOf(() => people.id),
    createdAt: moment().notNull(),
    retiredAt: moment(),
  },
  (boilerplate) => [
    index('boilerplates_of_organisation').on(boilerplate.organisationId, boilerplate.id),
    check('boilerplates_not_blank', sql`length(trim(text)) > 0`),
  ],
)
